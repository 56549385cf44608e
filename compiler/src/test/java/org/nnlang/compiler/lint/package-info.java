/** Tests of what the compiler tries out. */
@NullMarked
package org.nnlang.compiler.lint;

import org.jspecify.annotations.NullMarked;
