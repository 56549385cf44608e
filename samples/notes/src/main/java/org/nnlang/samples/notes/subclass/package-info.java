/** The Keras notes' subclass of Model: generated layers, composed by hand. */
@NullMarked
package org.nnlang.samples.notes.subclass;

import org.jspecify.annotations.NullMarked;
