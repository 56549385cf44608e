package org.nnlang.runtime.kernel;

/**
 * The sum over rows of output gradient times input: the product's tiles with the roles changed.
 *
 * <p>The sums of a tile are inputs, the terms are rows. A panel's columns of the output gradient are packed first, so
 * that its rows lie side by side and whole vectors fit.
 */
final class VectorWeightGradient {
    private VectorWeightGradient() {}

    /**
     * The gradient by some inputs and units: of these rows, or of those before and these.
     *
     * @param from the first input
     * @param to the input after the last
     * @param firstUnit the first unit, a multiple of the panels' units
     * @param endUnit the unit after the last
     */
    static void calculate(
            VectorWorkspace workspace,
            VectorWeights gradient,
            float[] x,
            float[] outputGradient,
            int rows,
            boolean adds,
            int from,
            int to,
            int firstUnit,
            int endUnit) {
        boolean goesOn = adds;
        int row = 0;
        do {
            int count = Math.min(VectorWorkspace.PACKED_ROWS, rows - row);
            for (int first = firstUnit; first < endUnit; first += VectorWeights.PANEL) {
                pack(workspace.packed, gradient, outputGradient, first, row, count);
                panel(workspace, gradient, x, first, row, count, goesOn, from, to);
            }
            goesOn = true;
            row += count;
        } while (row < rows);
    }

    private static void pack(
            float[] packed, VectorWeights gradient, float[] outputGradient, int first, int row, int rows) {
        int units = gradient.units();
        int width = gradient.panelWidth(first);
        int count = Math.min(width, units - first);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(outputGradient, (row + i) * units + first, packed, i * width, count);
            for (int padding = count; padding < width; padding++) {
                packed[i * width + padding] = 0;
            }
        }
    }

    private static void panel(
            VectorWorkspace workspace,
            VectorWeights gradient,
            float[] x,
            int first,
            int row,
            int rows,
            boolean goesOn,
            int from,
            int to) {
        int width = gradient.panelWidth(first);
        VectorTile tile = workspace.tile;
        tile.factors = x;
        tile.factorsAt = row * gradient.inputs() + from;
        tile.factorStride = 1;
        tile.factorStep = gradient.inputs();
        tile.segment = null;
        tile.terms = workspace.packed;
        tile.termsAt = 0;
        tile.count = rows;
        tile.target = gradient.values();
        tile.targetAt = gradient.at(first) + from * width;
        tile.targetStride = width;
        tile.goesOn = goesOn;
        // A gradient reads nothing ahead.
        tile.aheadEnd = -1;
        tile.bias = VectorWorkspace.NO_BIAS;
        tile.biasAt = 0;
        VectorPanel.calculate(tile, to - from, Math.min(width, gradient.units() - first));
    }
}
