package org.nnlang.runtime.data;

import java.util.Arrays;
import org.nnlang.runtime.init.RandomStream;

/**
 * Examples divided in two: what is judged by one part must not have been learned from.
 *
 * @param train to be learned from
 * @param test to be judged by
 */
public record Split(Examples train, Examples test) {
    static Split of(Examples examples, double fraction, long seed) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException(
                    "the fraction to learn from must be between 0 and 1 (exclusive), got " + fraction);
        }
        int size = examples.size();
        int count = (int) Math.round(fraction * size);
        if (count == 0 || count == size) {
            throw new IllegalArgumentException("a fraction of " + fraction + " of " + size
                    + " examples leaves one part empty: take another fraction, or more examples");
        }
        int[] indices = permutation(size, RandomStream.of(seed, "split"));
        return new Split(
                examples.subset(Arrays.copyOfRange(indices, 0, count)),
                examples.subset(Arrays.copyOfRange(indices, count, size)));
    }

    /** The numbers 0 to size - 1 in random order. */
    static int[] permutation(int size, RandomStream random) {
        int[] indices = new int[size];
        Arrays.setAll(indices, i -> i);
        random.shuffle(indices);
        return indices;
    }
}
