package org.nnlang.runtime.kernel;

import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Panels that end in a quarter of a vector, such as those of layers of 50 or 100 units, which are 3 or 2 vectors of 16 and a
 * quarter of one; and how four sums share the vector of three whole ones' last columns.
 *
 * <pre>
 *   columns 48..51 of   sum 0     sum 1     sum 2     sum 3
 *                     [ . . . .   . . . .   . . . .   . . . . ]
 * </pre>
 *
 * <p>The panels end at the quarter, so that a batch of one above all need not read what is beyond. Most of a product is
 * calculated by tiles of which three quarters of the last vectors are nobody's, or, where processors have time for it, by one
 * that blends the factors of four sums, and repeats the term's quarter.
 */
final class VectorQuarters {
    private static final VectorSpecies<Float> LANES = VectorLanes.SPECIES;

    /** The columns of a quarter. */
    static final int SIZE = VectorLanes.COUNT / 4;

    /** The lanes as integers. */
    static final VectorSpecies<Integer> BITS = VectorSpecies.of(int.class, LANES.vectorShape());

    /** All bits of the second and the last quarter. */
    static final int[] ODD = bits(0, -1, 0, -1);

    /** All bits of the last two quarters. */
    static final int[] UPPER = bits(0, 0, -1, -1);

    /** What a whole vector that is read from the beginning of a quarter has beyond it. */
    static final int BEYOND = VectorLanes.COUNT - SIZE;

    /** The first quarter, four times. */
    static final VectorShuffle<Float> REPEATED = VectorShuffle.fromOp(LANES, lane -> lane % SIZE);

    /**
     * Whether four sums share a vector for their last columns.
     *
     * <p>Blending their factors is done beside multiply-adds by processors of AMD, which have twice as many units for vectors as for
     * multiply-adds. Those of Intel have as many of both with vectors of 512 bits: there it takes longer than it saves. The
     * system property {@code org.nnlang.sharedVectors} decides for tests and measurements, with the same bits.
     */
    static final boolean ARE_SHARED = shared(System.getProperty("org.nnlang.sharedVectors"));

    private VectorQuarters() {}

    private static boolean shared(@Nullable String property) {
        return property == null ? Processor.isOfAmd() : Boolean.parseBoolean(property);
    }

    /**
     * Whether a panel of so many columns ends in a quarter, on machines where that is faster at all.
     *
     * <p>With fewer than two whole vectors there would be too few sums at a time.
     */
    static boolean fit(int columns) {
        return VectorLanes.COUNT == 16 && columns > 2 * VectorLanes.COUNT && (columns - 1) % VectorLanes.COUNT < SIZE;
    }

    /**
     * Writes the columns of the last vectors of a tile's sums, one to {@link #SIZE} of each, from the room where they are kept.
     *
     * @param sums how many, from the first
     * @param distance of one sum's columns from the next one's where they are kept
     * @param column the first of them
     */
    static void write(VectorTile tile, int sums, int distance, int column) {
        float[] kept = tile.quarters;
        float[] target = tile.target;
        int count = tile.columns - column;
        for (int sum = 0; sum < sums; sum++) {
            int from = sum * distance;
            int to = tile.targetAt + sum * tile.targetStride + column;
            // No loop: it would take longer than what it does.
            target[to] = kept[from];
            if (count > 1) {
                target[to + 1] = kept[from + 1];
            }
            if (count > 2) {
                target[to + 2] = kept[from + 2];
            }
            if (count > 3) {
                target[to + 3] = kept[from + 3];
            }
        }
    }

    private static int[] bits(int... quarters) {
        int[] lanes = new int[VectorLanes.COUNT];
        for (int lane = 0; lane < lanes.length; lane++) {
            lanes[lane] = quarters[lane / SIZE];
        }
        return lanes;
    }
}
