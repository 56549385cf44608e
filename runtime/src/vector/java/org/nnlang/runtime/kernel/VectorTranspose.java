package org.nnlang.runtime.kernel;

/** Weights with units and inputs changed, panel by panel. */
final class VectorTranspose {
    private VectorTranspose() {}

    /** The units from {@code from}, where a panel begins, up to {@code to}. */
    static void transpose(VectorWeights weights, VectorWeights transposed, int from, int to) {
        for (int first = from; first < to; first += VectorWeights.PANEL) {
            int units = Math.min(VectorWeights.PANEL, weights.units() - first);
            for (int input = 0; input < weights.inputs(); input += VectorWeights.PANEL) {
                block(weights, transposed, first, units, input);
            }
        }
    }

    private static void block(VectorWeights weights, VectorWeights transposed, int first, int units, int input) {
        int inputs = Math.min(VectorWeights.PANEL, weights.inputs() - input);
        int sourceWidth = weights.panelWidth(first);
        int targetWidth = transposed.panelWidth(input);
        int source = weights.at(first) + input * sourceWidth;
        int target = transposed.at(input) + first * targetWidth;
        for (int unit = 0; unit < units; unit++) {
            row(weights.values(), source + unit, sourceWidth, transposed.values(), target + unit * targetWidth, inputs);
        }
    }

    private static void row(float[] source, int at, int stride, float[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] = source[at + i * stride];
        }
    }
}
