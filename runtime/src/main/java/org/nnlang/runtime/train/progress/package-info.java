/** How far a training is, for people: Keras' bar on a terminal, plain lines elsewhere. */
@NullMarked
package org.nnlang.runtime.train.progress;

import org.jspecify.annotations.NullMarked;
