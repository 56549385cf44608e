package org.nnlang.training.metric;

/**
 * How often the right class is among the k greatest predictions: Keras' {@code TopKCategoricalAccuracy} and its sparse twin.
 *
 * <p>As Keras has it, classes equal to the k-th greatest are all among them: the right class is in if fewer than k are
 * greater. Unlike in Keras, a row with a NaN is wrong.
 */
public final class TopK extends WeightedMean {
    private static final int USUAL = 5;
    private final int k;

    /** Makes one with Keras' default, the first 5. */
    public TopK() {
        this(USUAL);
    }

    /** Makes one; named {@code top_k_categorical_accuracy}, with the number in place of the k if it is not 5. */
    public TopK(int k) {
        super("top_" + (k == USUAL ? "k" : k) + "_categorical_accuracy");
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + k);
        }
        this.k = k;
    }

    @Override
    void check(int width, int targetWidth) {
        Classes.check(name(), width, targetWidth);
    }

    @Override
    double row(float[] predictions, int at, float[] targets, int targetAt, int width, int targetWidth) {
        float right = predictions[at + Classes.target(name(), targets, targetAt, width, targetWidth)];
        int greater = 0;
        for (int i = 0; i < width; i++) {
            if (Float.isNaN(predictions[at + i])) {
                return 0;
            }
            greater += predictions[at + i] > right ? 1 : 0;
        }
        return greater < k ? 1 : 0;
    }
}
