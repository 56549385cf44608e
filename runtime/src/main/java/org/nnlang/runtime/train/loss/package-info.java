/**
 * The losses of the standard library, generated from its file {@code nn/core/losses.nn}; {@link org.nnlang.runtime.train.Losses} has
 * them under one roof.
 */
@NullUnmarked
package org.nnlang.runtime.train.loss;

import org.jspecify.annotations.NullUnmarked;
