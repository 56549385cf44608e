package org.nnlang.runtime.kernel;

/**
 * The product of a single row with a weight: panel by panel, each read once.
 *
 * <p>{@link VectorProduct} cuts blocks, and writes most rows of a narrow panel where they belong. A single row has nothing of that, and in
 * a small layer working it out takes longer than the product.
 */
final class VectorRowProduct {
    private VectorRowProduct() {}

    /**
     * Writes to a row of y the product of a row of x with the weights, plus the bias.
     *
     * @param bias with room for whole vectors
     * @param rowX the row of x
     * @param rowY the row of y
     * @param firstUnit the first unit, a multiple of the panels' units
     * @param endUnit the unit after the last
     */
    static void multiply(
            VectorWorkspace workspace,
            VectorWeights weights,
            float[] bias,
            float[] x,
            int rowX,
            float[] y,
            int rowY,
            int firstUnit,
            int endUnit) {
        int units = weights.units();
        VectorTile tile = workspace.tile;
        tile.sums = 1;
        tile.factors = x;
        tile.factorsAt = rowX * weights.inputs();
        tile.factorStep = 1;
        weights.readBy(tile);
        tile.count = weights.inputs();
        tile.goesOn = false;
        tile.readsAhead = false;
        tile.bias = bias;
        for (int unit = firstUnit; unit < endUnit; unit += VectorWeights.PANEL) {
            int columns = Math.min(VectorWeights.PANEL, units - unit);
            tile.termsAt = weights.at(unit);
            tile.biasAt = unit;
            if (columns == VectorWeights.PANEL) {
                tile.target = y;
                tile.targetAt = rowY * units + unit;
                VectorTiles.calculate(tile, columns);
            } else {
                // Tiles write whole vectors: what is beyond the row may be another thread's.
                float[] end = workspace.ends(VectorWeights.PANEL);
                tile.target = end;
                tile.targetAt = 0;
                VectorTiles.calculate(tile, columns);
                System.arraycopy(end, 0, y, rowY * units + unit, columns);
            }
        }
    }
}
