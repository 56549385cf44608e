/**
 * Metrics: numbers by which people judge predictions, under Keras' names and by Keras' rules where it has them.
 *
 * <p>All sums are in double precision and in the order of the rows. Where a quotient has a denominator of 0, it is 0, as in
 * Keras. What differs from Keras is said where it does: foremost, a prediction with a NaN is never right.
 */
@NullMarked
package org.nnlang.training.metric;

import org.jspecify.annotations.NullMarked;
