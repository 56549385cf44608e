package org.nnlang.runtime.kernel;

/**
 * Weights with units and inputs changed, panel by panel.
 *
 * <p>Without vectors: those that fit are quarters of the others, and on JDK 17 a program that uses vectors of two lengths makes objects of
 * both.
 */
final class VectorTranspose {
    /** The source's rows that become columns together. */
    private static final int ROWS = 8;

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
        float[] values = weights.values();
        float[] result = transposed.values();
        int done = 0;
        for (; done <= inputs - ROWS; done += ROWS) {
            rows(values, source + done * sourceWidth, sourceWidth, result, target + done, targetWidth, units);
        }
        for (int unit = 0; unit < units; unit++) {
            row(
                    values,
                    source + done * sourceWidth + unit,
                    sourceWidth,
                    result,
                    target + unit * targetWidth + done,
                    inputs - done);
        }
    }

    /** Eight rows of the source become eight columns: a loop that has much to do at once between two tests of bounds. */
    private static void rows(
            float[] source, int at, int stride, float[] target, int to, int targetStride, int columns) {
        int next = to;
        for (int i = at; i < at + columns; i++) {
            target[next] = source[i];
            target[next + 1] = source[i + stride];
            target[next + 2] = source[i + 2 * stride];
            target[next + 3] = source[i + 3 * stride];
            target[next + 4] = source[i + 4 * stride];
            target[next + 5] = source[i + 5 * stride];
            target[next + 6] = source[i + 6 * stride];
            target[next + 7] = source[i + 7 * stride];
            next += targetStride;
        }
    }

    private static void row(float[] source, int at, int stride, float[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] = source[at + i * stride];
        }
    }
}
