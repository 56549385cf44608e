/** What was written. */
@NullMarked
package org.nnlang.compiler.ast;

import org.jspecify.annotations.NullMarked;
