/** How far a training is, for people: Keras' bar on a terminal, plain lines elsewhere. */
@NullMarked
package org.nnlang.training.progress;

import org.jspecify.annotations.NullMarked;
