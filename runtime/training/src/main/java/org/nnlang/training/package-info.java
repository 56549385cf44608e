/** Training: {@link org.nnlang.training.Trainer} fits a network to examples by a loss and an optimizer. */
@NullMarked
package org.nnlang.training;

import org.jspecify.annotations.NullMarked;
