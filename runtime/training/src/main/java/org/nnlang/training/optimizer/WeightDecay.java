package org.nnlang.training.optimizer;

import java.util.Objects;

/**
 * How weights are pulled towards 0.
 *
 * @param form by which formula
 * @param rate how strongly; 0 for not at all
 */
public record WeightDecay(Form form, double rate) {
    /** Where the decay enters. */
    public enum Form {
        /**
         * Into the weights, before the step: {@code w -= learningRate * rate * w}, as in every optimizer of Keras and in AdamW
         * (Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2019).
         */
        DECOUPLED,
        /** Into the gradient: {@code g += rate * w}, as in PyTorch's optimizers but AdamW. */
        L2
    }

    /** Checks the rate. */
    public WeightDecay {
        Objects.requireNonNull(form, "form");
        Settings.notNegative("weight decay", rate);
    }

    /** None, of the form that a framework's {@code weight_decay} has. */
    static WeightDecay none(Dialect dialect) {
        return new WeightDecay(dialect == Dialect.KERAS ? Form.DECOUPLED : Form.L2, 0);
    }

    WeightDecay withRate(double newRate) {
        return new WeightDecay(form, newRate);
    }

    /** What the weights are multiplied by before a step. */
    float kept(double learningRate) {
        return form == Form.DECOUPLED ? (float) (1 - learningRate * rate) : 1;
    }

    /** The part of the weights that is added to their gradient. */
    float added() {
        return form == Form.L2 ? (float) rate : 0;
    }
}
