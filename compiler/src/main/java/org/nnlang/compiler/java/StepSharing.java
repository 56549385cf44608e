package org.nnlang.compiler.java;

import java.util.List;
import java.util.Optional;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.memory.Plan;

/**
 * Up to how many examples and threads a step of training is faster if threads share each layer by its units, and not the examples.
 *
 * <p>A thread's weights then stay in its caches until it changes them. What is not a product of a layer stays with the
 * calling thread: so layers must be wide, and weights many for the other numbers of the examples.
 *
 * @param examples the most
 * @param threads the most
 */
record StepSharing(int examples, int threads) {
    /** Units of a layer that are enough for one thread: two panels of the kernels. */
    private static final int UNITS = 128;

    /** The fewest weights that are worth it: those of all layers, their gradients and what optimizers remember fill caches. */
    private static final long WEIGHTS = 200_000;

    /** None if examples are always shared. */
    static Optional<StepSharing> of(Plan plan) {
        List<Node> layers = plan.graph().nodes().stream()
                .filter(node -> node.op() instanceof Op.FusedDense)
                .toList();
        long all = weights(layers);
        int threads = 1;
        while (threads < all && weights(wide(layers, threads + 1)) >= all - all / 4) {
            threads++;
        }
        long examples = all / Math.max(1, plan.floats());
        boolean isWorthIt = all >= WEIGHTS && threads > 1 && examples > 1;
        return isWorthIt ? Optional.of(new StepSharing((int) examples, threads)) : Optional.empty();
    }

    /** The layers of one row an example that have units enough for so many threads. */
    private static List<Node> wide(List<Node> layers, int threads) {
        return layers.stream()
                .filter(layer -> layer.input(1).rows() == 1 && layer.width() >= (long) threads * UNITS)
                .toList();
    }

    private static long weights(List<Node> layers) {
        return layers.stream()
                .map(layer -> layer.input(0).source())
                .distinct()
                .mapToLong(Node::elements)
                .sum();
    }
}
