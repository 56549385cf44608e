/** Training: {@link org.nnlang.runtime.train.Trainer} fits a network to examples by a loss and an optimizer. */
@NullMarked
package org.nnlang.runtime.train;

import org.jspecify.annotations.NullMarked;
