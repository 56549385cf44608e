/**
 * The losses of the standard library, generated from its file {@code nn/core/losses.nn}; {@link org.nnlang.training.Losses} has
 * them under one roof.
 */
@NullUnmarked
package org.nnlang.training.loss;

import org.jspecify.annotations.NullUnmarked;
