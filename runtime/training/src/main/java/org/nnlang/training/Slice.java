package org.nnlang.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nnlang.runtime.data.Examples;
import org.nnlang.runtime.init.RandomStream;

/** Which of the examples a pass takes, and in which order. */
final class Slice {
    private final Examples examples;
    private final int from;
    private final int[] order;

    /** The examples {@code from} to {@code to} (exclusive), in their order. */
    Slice(Examples examples, int from, int to) {
        this.examples = examples;
        this.from = from;
        this.order = IntStream.range(from, to).toArray();
    }

    Examples examples() {
        return examples;
    }

    int[] order() {
        return order;
    }

    int size() {
        return order.length;
    }

    /** The most examples that one of its batches has. */
    int capacity(int batchSize) {
        return Math.min(batchSize, order.length);
    }

    /** How many batches it makes; the last may be smaller. */
    int batches(int batchSize) {
        return (int) ((order.length - 1L + batchSize) / batchSize);
    }

    /** Puts them into the order of one epoch: always the same for one seed, whatever the order was. */
    void shuffle(long seed, int epoch) {
        Arrays.setAll(order, i -> from + i);
        RandomStream.of(seed, "shuffle " + epoch).shuffle(order);
    }
}
