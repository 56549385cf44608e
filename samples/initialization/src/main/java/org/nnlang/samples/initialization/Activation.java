package org.nnlang.samples.initialization;

/** The activations that are compared, and where their histograms begin and end. */
enum Activation {
    SIGMOID("sigmoid"),
    TANH("tanh"),
    RELU("relu");

    private final String title;

    Activation(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The smallest value it can have, or about. */
    double from() {
        return this == TANH ? -1 : 0;
    }

    /** The largest value it can have; of relu, which has none, the largest that it had. */
    double to(float[] values) {
        if (this != RELU) {
            return 1;
        }
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, value);
        }
        return largest > 0 ? largest : 1;
    }
}
