package org.nnlang.training;

import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.LossForm;
import org.nnlang.runtime.OutputActivation;

/**
 * A cross entropy in all its forms: of probabilities or of logits, for targets that are rows or class indices.
 *
 * <p>Where an output ends with the activation that belongs to it, it is computed from the logits, as no probability is rounded to 0
 * there, and the gradient is simply {@code p - t}.
 *
 * @param activation what turns logits into the probabilities that it compares
 * @param ofProbabilities for targets that are rows
 * @param ofLogits for targets that are rows
 * @param ofProbabilitiesAndIndices for targets that are class indices; null where there are no such
 * @param ofLogitsAndIndices for targets that are class indices; null where there are no such
 */
record CrossEntropy(
        String name,
        OutputActivation activation,
        Loss ofProbabilities,
        Loss ofLogits,
        @Nullable Loss ofProbabilitiesAndIndices,
        @Nullable Loss ofLogitsAndIndices)
        implements Loss {
    /** As its forms print themselves, which all have the same settings. */
    @Override
    public String toString() {
        return ofProbabilities.toString();
    }

    @Override
    public int targetWidth(int width) {
        return ofProbabilities.targetWidth(width);
    }

    @Override
    public void evaluate(
            float[] predictions, float[] targets, int rows, int width, float[] losses, float @Nullable [] gradients) {
        ofProbabilities.evaluate(predictions, targets, rows, width, losses, gradients);
    }

    @Override
    public LossForm form(OutputActivation ending, int width, int targetWidth) {
        boolean fromLogits = ending == activation && ending != OutputActivation.OTHER;
        Loss indices = fromLogits ? ofLogitsAndIndices : ofProbabilitiesAndIndices;
        if (targetWidth == 1 && width > 1 && indices != null) {
            return new LossForm(new ClassIndexLoss(indices), fromLogits);
        }
        if (targetWidth != width) {
            throw new IllegalArgumentException(name + " takes targets of " + width + " numbers"
                    + (indices == null ? "" : ", or of one class index,") + " for predictions of " + width
                    + ", got targets of " + targetWidth);
        }
        return new LossForm(fromLogits ? ofLogits : ofProbabilities, fromLogits);
    }
}
