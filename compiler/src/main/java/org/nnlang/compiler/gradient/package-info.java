/**
 * Derivatives, made at compile time: {@link org.nnlang.compiler.gradient.ReverseWalk} adds to a graph the gradients of its weights,
 * by one table from operation to the gradients of its inputs.
 */
@NullMarked
package org.nnlang.compiler.gradient;

import org.jspecify.annotations.NullMarked;
