/** Tests of the compiler as a whole. */
@NullMarked
package org.nnlang.compiler;

import org.jspecify.annotations.NullMarked;
