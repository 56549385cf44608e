package org.nnlang.runtime.kernel;

/**
 * The product of rows with a weight.
 *
 * <p>Rows are taken in blocks, and inputs in blocks, so that the rows of a block and one panel's weights stay in the
 * second-level cache. The order of the inputs is kept everywhere: no cut shows in the result.
 */
final class VectorProduct {
    /** The most rows of one block. */
    static final int BLOCK_ROWS = 4 * VectorPanel.SUMS;

    /** Elements of x in one block: 400 KB. */
    private static final int BLOCK_ELEMENTS = 100_000;

    /** Inputs of one block: a panel of them takes 256 KB. */
    private static final int BLOCK_INPUTS = 1024;

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
     * @param row the first row
     * @param rows at most {@link #BLOCK_ROWS}
     * @param firstUnit the first unit, a multiple of the panels' units
     * @param endUnit the unit after the last
     */
    static void multiply(
            VectorWorkspace workspace,
            VectorWeights weights,
            float[] bias,
            float[] x,
            float[] y,
            int row,
            int rows,
            int firstUnit,
            int endUnit) {
        int inputs = weights.inputs();
        VectorTile tile = workspace.tile;
        tile.factors = x;
        tile.factorStride = inputs;
        tile.factorStep = 1;
        tile.terms = weights.values();
        for (int input = 0; input < inputs; input += BLOCK_INPUTS) {
            tile.factorsAt = row * inputs + input;
            tile.count = Math.min(BLOCK_INPUTS, inputs - input);
            boolean last = input + tile.count == inputs;
            for (int first = firstUnit; first < endUnit; first += VectorWeights.PANEL) {
                int width = weights.panelWidth(first);
                tile.termsAt = weights.at(first) + input * width;
                tile.termStride = width;
                tile.bias = last ? bias : VectorWorkspace.NO_BIAS;
                tile.biasAt = last ? first : 0;
                target(workspace, weights.units(), first, width, y, row, rows, input == 0);
            }
        }
    }

    private static void target(
            VectorWorkspace workspace,
            int units,
            int first,
            int width,
            float[] y,
            int row,
            int rows,
            boolean isFirstBlock) {
        VectorTile tile = workspace.tile;
        boolean fits = first + width <= units;
        tile.target = fits ? y : workspace.ends(rows * width);
        tile.targetAt = fits ? row * units + first : 0;
        tile.targetStride = fits ? units : width;
        tile.initial = isFirstBlock ? VectorWorkspace.ZEROS : tile.target;
        tile.initialAt = isFirstBlock ? 0 : tile.targetAt;
        tile.initialStride = isFirstBlock ? 0 : tile.targetStride;
        VectorPanel.calculate(tile, rows, width);
        if (!fits) {
            for (int i = 0; i < rows; i++) {
                System.arraycopy(tile.target, i * width, y, (row + i) * units + first, units - first);
            }
        }
    }
}
