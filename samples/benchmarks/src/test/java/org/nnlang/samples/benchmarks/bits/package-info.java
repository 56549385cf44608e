/** Whole networks have the same bits on every machine, with all kernels. */
@NullMarked
package org.nnlang.samples.benchmarks.bits;

import org.jspecify.annotations.NullMarked;
