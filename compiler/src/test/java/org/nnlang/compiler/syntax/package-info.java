/** Tests of the parser. */
@NullMarked
package org.nnlang.compiler.syntax;

import org.jspecify.annotations.NullMarked;
