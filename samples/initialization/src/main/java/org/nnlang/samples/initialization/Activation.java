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

    /** Where its values begin. */
    double from() {
        return this == TANH ? -1 : 0;
    }

    /** Where its values end; those of relu have no end, but should be about as large as 1. */
    double to() {
        return this == RELU ? 4 : 1;
    }
}
