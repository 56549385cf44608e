package org.nnlang.runtime.kernel;

/** A panel's part of a product, cut into tiles. */
final class VectorPanel {
    /** Every number of sums that has this divisor is cut without a rest, whatever the tile. */
    static final int SUMS = 30;

    /** The sums of a large tile. */
    static final int WIDE_SUMS = VectorLanes.MANY_REGISTERS ? 5 : 6;

    private static final int WIDE_COLUMNS = (VectorLanes.MANY_REGISTERS ? 4 : 2) * VectorLanes.COUNT;
    private static final int NARROW_SUMS = 5;

    private VectorPanel() {}

    /**
     * Calculates so many sums for all columns of a panel.
     *
     * @param tile its operands are those of the panel's first tile; where they begin is changed
     * @param width the panel's, in which whole vectors fit
     */
    static void calculate(VectorTile tile, int sums, int width) {
        if (width == VectorWeights.PANEL) {
            int whole = sums / WIDE_SUMS * WIDE_SUMS;
            tiles(tile, 0, whole, WIDE_SUMS, width, WIDE_COLUMNS);
            tiles(tile, whole, sums, 1, width, 4 * VectorLanes.COUNT);
        } else {
            int whole = sums / NARROW_SUMS * NARROW_SUMS;
            tiles(tile, 0, whole, NARROW_SUMS, width, VectorLanes.COUNT);
            tiles(tile, whole, sums, 1, width, VectorLanes.COUNT);
        }
    }

    private static void tiles(VectorTile tile, int from, int to, int sums, int width, int columns) {
        int factorsAt = tile.factorsAt;
        int termsAt = tile.termsAt;
        int initialAt = tile.initialAt;
        int biasAt = tile.biasAt;
        int targetAt = tile.targetAt;
        for (int column = 0; column < width; column += columns) {
            tile.termsAt = termsAt + column;
            tile.biasAt = biasAt + column;
            for (int sum = from; sum < to; sum += sums) {
                tile.factorsAt = factorsAt + sum * tile.factorStride;
                tile.initialAt = initialAt + sum * tile.initialStride + column;
                tile.targetAt = targetAt + sum * tile.targetStride + column;
                tile(tile, sums, columns);
            }
        }
        tile.factorsAt = factorsAt;
        tile.termsAt = termsAt;
        tile.initialAt = initialAt;
        tile.biasAt = biasAt;
        tile.targetAt = targetAt;
    }

    private static void tile(VectorTile tile, int sums, int columns) {
        boolean near = tile.factorStep == 1;
        if (sums == 1) {
            single(tile, columns, near);
        } else if (columns == VectorLanes.COUNT) {
            if (near) {
                VectorTile5x1.near(tile);
            } else {
                VectorTile5x1.apart(tile);
            }
        } else if (VectorLanes.MANY_REGISTERS) {
            if (near) {
                VectorTile5x4.near(tile);
            } else {
                VectorTile5x4.apart(tile);
            }
        } else if (near) {
            VectorTile6x2.near(tile);
        } else {
            VectorTile6x2.apart(tile);
        }
    }

    private static void single(VectorTile tile, int columns, boolean near) {
        if (columns == VectorLanes.COUNT) {
            if (near) {
                VectorTile1x1.near(tile);
            } else {
                VectorTile1x1.apart(tile);
            }
        } else if (near) {
            VectorTile1x4.near(tile);
        } else {
            VectorTile1x4.apart(tile);
        }
    }
}
