/** A network that learns, written from scratch, and the same with the trainer. */
@NullMarked
package org.nnlang.samples.fromscratch;

import org.jspecify.annotations.NullMarked;
