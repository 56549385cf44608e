/** Scalar arithmetic in double precision; not exported. */
@NullMarked
package org.nnlang.runtime.math;

import org.jspecify.annotations.NullMarked;
