/** Optimizers compared: where they go in a valley, and how fast they learn digits. */
@NullMarked
package org.nnlang.samples.optimizers;

import org.jspecify.annotations.NullMarked;
