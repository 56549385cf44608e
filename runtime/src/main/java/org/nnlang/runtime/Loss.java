package org.nnlang.runtime;

import org.jspecify.annotations.Nullable;

/**
 * How wrong a prediction is: a row of predictions and a row of targets to a number, and its derivative.
 *
 * <p>Every {@code loss} of a `.nn` file becomes a class that implements this; those of the standard library are in
 * the module nn-training, whose {@code Losses} has what most users want. It is here, beside the gradients, so that generated
 * classes need the runtime alone.
 */
public interface Loss {
    /** The name in the `.nn` file, such as {@code mean_squared_error}. */
    String name();

    /** The numbers of a target for a row of {@code width} predictions: as many, or 1 where the target is a class index. */
    int targetWidth(int width);

    /**
     * Calculates the loss of each row, and its derivative.
     *
     * @param predictions rows of [width], from index 0
     * @param targets rows of [{@link #targetWidth}], from index 0
     * @param losses one number a row; written
     * @param gradients rows of [width]: the derivative of the row's loss by each prediction; written, unless it is null,
     *     and also used on the way, hence neither the predictions nor the targets
     */
    // JSpecify's annotations are for the compiler only: no module needs to read them.
    @SuppressWarnings("exports")
    void evaluate(
            float[] predictions, float[] targets, int rows, int width, float[] losses, float @Nullable [] gradients);

    /**
     * The form in which this loss is calculated for an output.
     *
     * @param activation what the output ends with
     * @param width the width of its rows
     * @param targetWidth the width of the rows of the targets at hand
     * @throws IllegalArgumentException if it does not take such targets; the message says what it takes
     */
    default LossForm form(OutputActivation activation, int width, int targetWidth) {
        if (targetWidth != targetWidth(width)) {
            throw new IllegalArgumentException(name() + " takes targets of " + targetWidth(width)
                    + " numbers for predictions of " + width + ", got targets of " + targetWidth);
        }
        return new LossForm(this, false);
    }
}
