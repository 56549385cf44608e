/** How fast generated networks are: kernels, whole networks, whole processes. */
@NullMarked
package org.nnlang.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
