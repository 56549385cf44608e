/** First values of weights, drawn from random streams that give the same bits on every machine. */
@NullMarked
package org.nnlang.runtime.init;

import org.jspecify.annotations.NullMarked;
