package org.nnlang.compiler.gradient;

import java.util.List;
import org.nnlang.compiler.graph.Graph;

/**
 * A network and its derivatives in one graph.
 *
 * <p>Its inputs are the model's and then, for each output, the derivative of the loss by it. Its outputs are the model's and then
 * the logits of those that end with a softmax or a sigmoid, in order. Its nodes that are {@code backward} come after the others;
 * the gradients of the weights are what its accumulations make.
 *
 * @param endings what each output of the model ends with
 */
public record TrainingGraph(Graph graph, List<Ending> endings) {
    /** What an output ends with, as far as a loss can use it. */
    public enum Ending {
        SOFTMAX,
        SIGMOID,
        OTHER
    }

    public TrainingGraph {
        endings = List.copyOf(endings);
    }

    /** The same endings on another graph. */
    public TrainingGraph with(Graph other) {
        return new TrainingGraph(other, endings);
    }

    /** The place of an output's logits among the graph's outputs; -1 where it has none. */
    public int logits(int output) {
        if (endings.get(output) == Ending.OTHER) {
            return -1;
        }
        int before = (int) endings.subList(0, output).stream()
                .filter(ending -> ending != Ending.OTHER)
                .count();
        return endings.size() + before;
    }

    @Override
    public String toString() {
        return graph.toString();
    }
}
