/** Tests of the printer of the syntax tree. */
@NullMarked
package org.nnlang.compiler.ast;

import org.jspecify.annotations.NullMarked;
