package org.nnlang.runtime.kernel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The sizes of the layers that a program calls, for warming up what it needs before what it may need.
 *
 * <p>Each is made as small as reaches the same loops, since code that is not compiled yet is slow.
 */
final class CalledSizes {
    /** A call of a layer. */
    record Size(int rows, int inputs, int units) {}

    /** Enough for the layers of a model and some lengths of batches; what is beyond is warmed up with everything else. */
    static final int MOST = 24;

    /** A multiple of the rows of most tiles, and as many as are calculated together. */
    private static final int BLOCK_ROWS = 120;

    /** The units of a panel of weights, of which the last, one between and the first are different. */
    private static final int PANEL = 64;

    /**
     * So many terms that a thousand calls of a tile are enough for the compiler, which counts calls and turns of loops, and so few
     * that it does not begin with compiling the loop alone.
     */
    private static final int FEW_INPUTS = 16;

    /** Beyond so many inputs sums go on in another block of them. */
    private static final int BLOCK_INPUTS = 1024;

    /** So many weights that kernels may keep them elsewhere than those of the layers that are made small. */
    static final int LARGE = 1 << 18;

    private volatile boolean haveLarge;

    private final CopyOnWriteArrayList<Size> sizes = new CopyOnWriteArrayList<>();

    /** Adds one, unless it is among them or there are enough. */
    void add(int rows, int inputs, int units) {
        if (!haveLarge && (long) inputs * units > LARGE) {
            haveLarge = true;
        }
        int fewRows = rows <= BLOCK_ROWS ? rows : BLOCK_ROWS + rows % BLOCK_ROWS;
        int fewInputs = inputs > BLOCK_INPUTS ? BLOCK_INPUTS + 6 : Math.min(inputs, FEW_INPUTS);
        int fewUnits = units <= 3 * PANEL ? units : 2 * PANEL + (units - 1) % PANEL + 1;
        // Not by an iterator or a record, since every call passes here and none may allocate.
        for (int i = 0; i < sizes.size(); i++) {
            Size size = sizes.get(i);
            if (size.rows == fewRows && size.inputs == fewInputs && size.units == fewUnits) {
                return;
            }
        }
        if (sizes.size() < MOST) {
            sizes.addIfAbsent(new Size(fewRows, fewInputs, fewUnits));
        }
    }

    /** Whether one of them was large before it was made small: what kernels do with large weights is to be warmed up too. */
    boolean haveLarge() {
        return haveLarge;
    }

    /** Those that were added, in their order, and those that will be. */
    List<Size> known() {
        return sizes;
    }
}
