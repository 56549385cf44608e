/** Tests that the benchmarks measure what they say. */
@NullMarked
package org.nnlang.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
