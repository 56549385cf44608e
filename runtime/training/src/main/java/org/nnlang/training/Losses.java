package org.nnlang.training;

import java.util.List;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.training.loss.BinaryCrossEntropy;
import org.nnlang.training.loss.BinaryCrossEntropyFromLogits;
import org.nnlang.training.loss.CategoricalCrossEntropy;
import org.nnlang.training.loss.CategoricalCrossEntropyFromLogits;
import org.nnlang.training.loss.CosineSimilarity;
import org.nnlang.training.loss.Focal;
import org.nnlang.training.loss.Hinge;
import org.nnlang.training.loss.Huber;
import org.nnlang.training.loss.KlDivergence;
import org.nnlang.training.loss.LogCosh;
import org.nnlang.training.loss.MeanAbsoluteError;
import org.nnlang.training.loss.MeanSquaredError;
import org.nnlang.training.loss.Poisson;
import org.nnlang.training.loss.SparseCategoricalCrossEntropy;
import org.nnlang.training.loss.SparseCategoricalCrossEntropyFromLogits;
import org.nnlang.training.loss.SquaredHinge;

/**
 * The losses of the standard library, whose formulas are in its file {@code nn/core/losses.nn}.
 *
 * <p>The cross entropies choose their form by the network and the targets. All others compare rows of equal length.
 */
public final class Losses {
    private Losses() {}

    /**
     * Cross entropy of n classes; the targets are one-hot rows, distributions, or class indices.
     *
     * <p>Of an output that ends with a softmax it is computed from the logits, as PyTorch's CrossEntropyLoss does; of any other
     * output from probabilities, which are divided by their sum and held between 1e-7 and 1 - 1e-7, as Keras'
     * CategoricalCrossentropy.
     */
    public static Loss categoricalCrossEntropy() {
        return categoricalCrossEntropy(0);
    }

    /**
     * The same with smoothed targets.
     *
     * @param labelSmoothing the part of each target that is spread evenly over the classes, from 0 to 1
     */
    public static Loss categoricalCrossEntropy(double labelSmoothing) {
        checkSmoothing(labelSmoothing);
        return new CrossEntropy(
                "categorical_cross_entropy",
                OutputActivation.SOFTMAX,
                new CategoricalCrossEntropy(labelSmoothing),
                new CategoricalCrossEntropyFromLogits(labelSmoothing),
                new SparseCategoricalCrossEntropy(labelSmoothing),
                new SparseCategoricalCrossEntropyFromLogits(labelSmoothing));
    }

    /** Cross entropy of n classes where the output itself is the logits: for a network that ends without a softmax. */
    public static Loss categoricalCrossEntropyFromLogits() {
        return categoricalCrossEntropyFromLogits(0);
    }

    /** The same with smoothed targets. */
    public static Loss categoricalCrossEntropyFromLogits(double labelSmoothing) {
        checkSmoothing(labelSmoothing);
        Loss rows = new CategoricalCrossEntropyFromLogits(labelSmoothing);
        Loss indices = new SparseCategoricalCrossEntropyFromLogits(labelSmoothing);
        return new CrossEntropy(rows.name(), OutputActivation.OTHER, rows, rows, indices, indices);
    }

    /**
     * Cross entropy of two outcomes, for targets from 0 to 1; of an output that ends with a sigmoid it is computed from the logits.
     *
     * <p>As Keras' BinaryCrossentropy and PyTorch's BCEWithLogitsLoss.
     */
    public static Loss binaryCrossEntropy() {
        return binaryCrossEntropy(0);
    }

    /**
     * The same with smoothed targets.
     *
     * @param labelSmoothing how far each target is drawn to 1 / 2, from 0 to 1
     */
    public static Loss binaryCrossEntropy(double labelSmoothing) {
        checkSmoothing(labelSmoothing);
        return new CrossEntropy(
                "binary_cross_entropy",
                OutputActivation.SIGMOID,
                new BinaryCrossEntropy(labelSmoothing),
                new BinaryCrossEntropyFromLogits(labelSmoothing),
                null,
                null);
    }

    /** Cross entropy of two outcomes where the output itself is the logits: for a network that ends without a sigmoid. */
    public static Loss binaryCrossEntropyFromLogits() {
        return binaryCrossEntropyFromLogits(0);
    }

    /** The same with smoothed targets. */
    public static Loss binaryCrossEntropyFromLogits(double labelSmoothing) {
        checkSmoothing(labelSmoothing);
        return new BinaryCrossEntropyFromLogits(labelSmoothing);
    }

    /** The mean of the squared errors. */
    public static Loss meanSquaredError() {
        return new MeanSquaredError();
    }

    /** The mean of the absolute errors. */
    public static Loss meanAbsoluteError() {
        return new MeanAbsoluteError();
    }

    /** Huber's loss, which is quadratic up to an error of 1 and linear beyond. */
    public static Loss huber() {
        return new Huber();
    }

    /**
     * Huber's loss.
     *
     * @param delta the error from which on it is linear, positive
     */
    public static Loss huber(double delta) {
        return new Huber(checkPositive("delta", delta));
    }

    /** The mean of {@code ln(cosh(error))}. */
    public static Loss logCosh() {
        return new LogCosh();
    }

    /** The divergence of the predicted distribution from the target's. */
    public static Loss klDivergence() {
        return new KlDivergence();
    }

    /** The loss of counts and predicted rates. */
    public static Loss poisson() {
        return new Poisson();
    }

    /** The hinge loss, for targets -1 and 1. */
    public static Loss hinge() {
        return new Hinge();
    }

    /** The squared hinge loss, for targets -1 and 1. */
    public static Loss squaredHinge() {
        return new SquaredHinge();
    }

    /** Minus the cosine of the angle between both rows. */
    public static Loss cosineSimilarity() {
        return new CosineSimilarity();
    }

    /** Focal cross entropy of n classes from probabilities, for one-hot targets, with alpha 0.25 and gamma 2. */
    public static Loss focal() {
        return new Focal();
    }

    /**
     * Focal cross entropy with settings of your own.
     *
     * @param alpha what the loss is multiplied by, positive
     * @param gamma how little what is right already counts: 0 or more, where 0 is a cross entropy
     */
    public static Loss focal(double alpha, double gamma) {
        if (!(gamma >= 0 && (float) gamma < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("gamma must be 0 or more, and finite, as a float too, got " + gamma);
        }
        return new Focal(checkPositive("alpha", alpha), gamma);
    }

    private static double checkPositive(String setting, double value) {
        if (!((float) value > 0 && (float) value < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(setting + " must be positive and finite, as a float too, got " + value);
        }
        return value;
    }

    /**
     * Reads a loss of the library, such as {@code mean_squared_error}, {@code huber:delta=0.5} or
     * {@code categorical_cross_entropy:label_smoothing=0.1}; Keras' and PyTorch's usual names and {@code mse} are taken too.
     *
     * @throws IllegalArgumentException if there is no such loss or setting, or a value is none; the message says what there is
     */
    public static Loss parse(String text) {
        return NamedLosses.parse(text);
    }

    /** All names that {@link #parse} takes, without the short ones. */
    public static List<String> names() {
        return NamedLosses.names();
    }

    static double checkSmoothing(double labelSmoothing) {
        if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
            throw new IllegalArgumentException("label smoothing must be from 0 to 1, got " + labelSmoothing);
        }
        return labelSmoothing;
    }
}
