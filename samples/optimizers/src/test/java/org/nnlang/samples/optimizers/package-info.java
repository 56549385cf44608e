@NullMarked
package org.nnlang.samples.optimizers;

import org.jspecify.annotations.NullMarked;
