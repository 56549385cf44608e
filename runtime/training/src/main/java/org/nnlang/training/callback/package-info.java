/** What takes part in a training besides the steps: stopping early, keeping the best weights, logs, learning rates. */
@NullMarked
package org.nnlang.training.callback;

import org.jspecify.annotations.NullMarked;
