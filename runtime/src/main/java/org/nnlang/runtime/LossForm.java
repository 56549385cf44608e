package org.nnlang.runtime;

/**
 * A loss, and what it is calculated from.
 *
 * @param loss what is calculated
 * @param ofLogits whether its predictions are what the output's softmax or sigmoid is applied to, rather than the output
 */
public record LossForm(Loss loss, boolean ofLogits) {}
