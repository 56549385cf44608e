package org.nnlang.runtime.kernel;

/** A panel's part of a product, cut into tiles. */
final class VectorPanel {
    /** Every number of sums that has this divisor is cut without a rest by the tiles of whole panels. */
    static final int SUMS = 30;

    /** The columns of the widest tile of several sums. */
    private static final int WIDEST = (VectorLanes.MANY_REGISTERS ? 4 : 2) * VectorLanes.COUNT;

    private VectorPanel() {}

    /**
     * The sums of the tile that calculates most of a product.
     *
     * @param units of the product
     */
    static int sumsAtATime(int units) {
        return VectorTiles.largest(Math.min(units, WIDEST));
    }

    /**
     * Calculates so many sums for the columns of a panel.
     *
     * <p>From the last columns and the first sum: what a tile writes beyond its columns is a later one's.
     *
     * @param tile its operands are those of the panel's first tile; where they begin is changed
     * @param columns that are wanted, of the panel's
     */
    static void calculate(VectorTile tile, int sums, int columns) {
        int most = sums == 1 ? VectorWeights.PANEL : WIDEST;
        int termsAt = tile.termsAt;
        int biasAt = tile.biasAt;
        for (int column = (columns - 1) / most * most; column >= 0; column -= most) {
            tile.termsAt = termsAt + column;
            tile.biasAt = biasAt + column;
            tiles(tile, sums, column, Math.min(most, columns - column));
        }
        tile.termsAt = termsAt;
        tile.biasAt = biasAt;
    }

    private static void tiles(VectorTile tile, int sums, int column, int columns) {
        int factorsAt = tile.factorsAt;
        int targetAt = tile.targetAt;
        int sum = 0;
        while (sum < sums) {
            tile.sums = sums - sum;
            tile.factorsAt = factorsAt + sum * tile.factorStride;
            tile.targetAt = targetAt + sum * tile.targetStride + column;
            tile.chooseAhead();
            sum += VectorTiles.calculate(tile, columns);
        }
        tile.factorsAt = factorsAt;
        tile.targetAt = targetAt;
    }
}
