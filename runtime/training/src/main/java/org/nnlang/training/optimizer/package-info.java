/** The rules by which gradients change weights, with the formulas and the defaults of Keras and of PyTorch. */
@NullMarked
package org.nnlang.training.optimizer;

import org.jspecify.annotations.NullMarked;
