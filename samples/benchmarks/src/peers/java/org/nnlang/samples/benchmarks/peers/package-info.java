/** The same networks with the same weights in other libraries, measured in the same run. */
@NullMarked
package org.nnlang.samples.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
