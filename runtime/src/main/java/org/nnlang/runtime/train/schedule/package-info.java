/** Learning rates that change while training goes on. */
@NullMarked
package org.nnlang.runtime.train.schedule;

import org.jspecify.annotations.NullMarked;
