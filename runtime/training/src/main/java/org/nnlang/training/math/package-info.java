/** Scalar arithmetic in double precision; not exported. */
@NullMarked
package org.nnlang.training.math;

import org.jspecify.annotations.NullMarked;
