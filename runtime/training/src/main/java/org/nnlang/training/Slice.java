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

    /** How many batches it makes; the last may be smaller. */
    int batches(int batchSize) {
        return (order.length + batchSize - 1) / batchSize;
    }

    /** Puts them into the order of one epoch: always the same for one seed, whatever the order was (Fisher and Yates). */
    void shuffle(long seed, int epoch) {
        Arrays.setAll(order, i -> from + i);
        RandomStream random = RandomStream.of(seed, "shuffle " + epoch);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
