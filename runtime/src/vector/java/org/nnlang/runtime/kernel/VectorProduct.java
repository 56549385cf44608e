package org.nnlang.runtime.kernel;

/**
 * The product of rows with a weight.
 *
 * <p>Rows are taken in blocks, and inputs in blocks, so that the rows of a block and one panel's weights stay in the
 * second-level cache. The order of the inputs is kept everywhere: no cut shows in the result. A single row is
 * {@linkplain VectorRowProduct simpler}.
 */
final class VectorProduct {
    /** The most rows of one block. */
    static final int BLOCK_ROWS = 4 * VectorPanel.SUMS;

    /** Elements of x in one block: 400 KB. */
    private static final int BLOCK_ELEMENTS = 100_000;

    /** Inputs of one block: a panel of them takes 256 KB. */
    static final int BLOCK_INPUTS = 1024;

    private VectorProduct() {}

    /**
     * How many rows are best taken together.
     *
     * @param inputs of the layer
     */
    static int blockRows(int inputs) {
        int rows = BLOCK_ELEMENTS / Math.min(inputs, BLOCK_INPUTS) / VectorPanel.SUMS * VectorPanel.SUMS;
        return Math.max(VectorPanel.SUMS, Math.min(BLOCK_ROWS, rows));
    }

    /**
     * Writes to rows of y the products of rows of x with the weights, plus the bias.
     *
     * @param bias with room for whole vectors
     * @param firstX the first row of x
     * @param firstY the first row of y
     * @param rows at most {@link #BLOCK_ROWS}
     * @param firstUnit the first unit, a multiple of the panels' units
     * @param endUnit the unit after the last: of whole rows, or of those that other threads calculate the rest of
     */
    static void multiply(
            VectorWorkspace workspace,
            VectorWeights weights,
            float[] bias,
            float[] x,
            int firstX,
            float[] y,
            int firstY,
            int rows,
            int firstUnit,
            int endUnit) {
        if (rows == 1) {
            VectorRowProduct.multiply(workspace, weights, bias, x, firstX, y, firstY, firstUnit, endUnit);
            return;
        }
        int inputs = weights.inputs();
        VectorTile tile = workspace.tile;
        tile.factors = x;
        tile.factorStride = inputs;
        tile.factorStep = 1;
        weights.readBy(tile);
        int lastPanel = (endUnit - 1) / VectorWeights.PANEL * VectorWeights.PANEL;
        for (int input = 0; input < inputs; input += BLOCK_INPUTS) {
            tile.factorsAt = firstX * inputs + input;
            tile.count = Math.min(BLOCK_INPUTS, inputs - input);
            tile.goesOn = input > 0;
            boolean last = input + tile.count == inputs;
            // From the last one, since what that writes beyond a row is the first one's of the next row.
            for (int first = lastPanel; first >= firstUnit; first -= VectorWeights.PANEL) {
                tile.termsAt = weights.at(first) + input * weights.panelWidth(first);
                boolean isLastOne = first == firstUnit;
                tile.ahead = isLastOne ? 0 : weights.at(first - VectorWeights.PANEL);
                tile.aheadEnd = isLastOne ? 0 : tile.ahead + tile.count * VectorWeights.PANEL;
                tile.bias = last ? bias : VectorWorkspace.NO_BIAS;
                tile.biasAt = last ? first : 0;
                panel(workspace, weights, first, firstUnit == 0, y, firstY, rows);
            }
        }
    }

    private static void panel(
            VectorWorkspace workspace,
            VectorWeights weights,
            int first,
            boolean hasRowsWhole,
            float[] y,
            int row,
            int rows) {
        int units = weights.units();
        int columns = Math.min(VectorWeights.PANEL, units - first);
        VectorTile tile = workspace.tile;
        int direct = directRows(weights, columns, hasRowsWhole, rows);
        if (direct > 0) {
            target(tile, y, row * units + first, units);
            VectorPanel.calculate(tile, direct, columns);
        }
        if (direct < rows) {
            int width = weights.panelWidth(first);
            float[] ends = workspace.ends((rows - direct) * width + VectorQuarters.BEYOND);
            target(tile, ends, 0, width);
            tile.factorsAt += direct * tile.factorStride;
            VectorPanel.calculate(tile, rows - direct, columns);
            tile.factorsAt -= direct * tile.factorStride;
            for (int i = direct; i < rows; i++) {
                System.arraycopy(ends, (i - direct) * width, y, (row + i) * units + first, columns);
            }
        }
    }

    /**
     * The rows of a panel's part that are written where they belong.
     *
     * <p>Tiles write whole vectors. What reaches into the next row is put right by that row, later. So all rows but the last
     * ones are written directly, unless they are read again for another block of inputs.
     */
    private static int directRows(VectorWeights weights, int columns, boolean hasRowsWhole, int rows) {
        if (columns == VectorWeights.PANEL) {
            return rows;
        }
        if (weights.inputs() > BLOCK_INPUTS || !hasRowsWhole) {
            return 0;
        }
        int within = rows - (VectorLanes.COUNT + weights.units() - 1) / weights.units();
        int sums = VectorTiles.largest(columns);
        return Math.max(0, within / sums * sums);
    }

    private static void target(VectorTile tile, float[] target, int at, int stride) {
        tile.target = target;
        tile.targetAt = at;
        tile.targetStride = stride;
    }
}
