/** Tests of what the compiler tries out. */
@NullMarked
package org.nnlang.compiler.explain;

import org.jspecify.annotations.NullMarked;
