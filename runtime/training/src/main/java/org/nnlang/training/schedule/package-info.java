/** Learning rates that change while training goes on. */
@NullMarked
package org.nnlang.training.schedule;

import org.jspecify.annotations.NullMarked;
