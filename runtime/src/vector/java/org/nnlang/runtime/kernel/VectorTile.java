package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The inner loop of products: a tile of a few sums by a few vectors, which stay in registers while one term after the
 * other is added to them.
 *
 * <pre>
 *                       w0  w1  w2  w3        vectors of term k
 *   factor of sum 0  [ s00 s01 s02 s03 ]
 *   factor of sum 1  [ s10 s11 s12 s13 ]      s += factor w, for all terms k in their order
 *   ...
 * </pre>
 *
 * <p>In the forward product sums are rows and terms are inputs; in the gradient of a weight sums are inputs and terms are
 * rows. Each element is one chain of fused multiply-adds, from an initial value, in the order of the terms, then plus a
 * bias: which tile calculates it shows in the speed only. The loops are in classes named after the shape, such as
 * {@link VectorTile5x4} of 5 sums by 4 vectors, which the build writes from one description, in runtime/tiles. This class says
 * by name what they work on, so that they need no arguments.
 */
final class VectorTile {
    /** Elements of a line of the cache. */
    static final int LINE = 16;

    /** The most sums of a tile whose terms end in a quarter of a vector. */
    private static final int MOST_SUMS = 6;

    /**
     * Whether the compiler of the virtual machine finds registers for the addresses of a tile for products only: with that of 17, which
     * reads some of them from memory in each turn, products are a tenth slower than without such tiles.
     */
    static final boolean LARGE_IS_FASTER = Runtime.version().feature() >= 25;

    /** No array yet, or none because there is a segment. */
    static final float[] NONE = {};

    /** How many sums are left. */
    int sums;

    /** The factor of sum i and term k is at {@code factorsAt + i * factorStride + k * factorStep}. */
    float[] factors;

    int factorsAt;
    int factorStride;
    int factorStep;

    /** Term k begins at {@code termsAt} plus k times the panel's width: in an array, of what ends in a quarter of a vector no more than that. */
    float[] terms;

    /** Where the terms are if not in the array: the {@linkplain VectorSegment segment} of a product's weights. */
    @Nullable
    Object segment;

    int termsAt;

    /** How many terms. */
    int count;

    /** Whether the tile is to read some of the next panel ahead, if it is one that can. */
    boolean readsAhead;

    /** Where that goes on: at one line of the cache with each term. */
    int ahead;

    /** The end of what may be read ahead. */
    int aheadEnd;

    /** The sum of what was read ahead in an array: of no meaning, but compilers leave out what nobody uses. */
    float readAhead;

    /** What is added to every sum in the end, from {@code biasAt}. */
    float[] bias;

    int biasAt;

    /** Sum i is written to {@code targetAt + i * targetStride}, in whole vectors. */
    float[] target;

    int targetAt;
    int targetStride;

    /** Whether the sums start with what is there, and not at 0. */
    boolean goesOn;

    /** The columns that are wanted of each sum. */
    int columns;

    /** Room for the last vectors of all sums, of which quarters are written; and for the sum of what was read ahead in a segment. */
    final float[] quarters = new float[MOST_SUMS * VectorLanes.COUNT];

    /** A tile without operands yet. */
    VectorTile() {
        this.factors = NONE;
        this.terms = NONE;
        this.bias = NONE;
        this.target = NONE;
    }

    /**
     * Whether a tile for products only goes first: where it is faster, and tiles of its size and of one sum less can take all sums
     * that are left.
     *
     * @param most the sums of that tile
     */
    boolean beginsWith(int most) {
        int lacking = Math.floorMod(-sums, most);
        return LARGE_IS_FASTER && factorStep == 1 && sums >= most + lacking * (most - 1);
    }

    /** Lets a tile read ahead if as much of the next panel is left; where sums go on none does. */
    void chooseAhead() {
        readsAhead = !goesOn && ahead + count * LINE <= aheadEnd;
    }
}
