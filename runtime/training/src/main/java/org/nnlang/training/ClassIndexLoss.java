package org.nnlang.training;

import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Loss;
import org.nnlang.training.loss.SparseCategoricalCrossEntropy;
import org.nnlang.training.loss.SparseCategoricalCrossEntropyFromLogits;

/** A loss whose targets are class indices, checked: a target that is no class would otherwise count as no loss at all. */
record ClassIndexLoss(Loss loss) implements Loss {
    /** The loss, checked if it is one of the library's that takes class indices: others may take any number as their target. */
    static Loss checked(Loss loss) {
        boolean takesIndices = loss instanceof SparseCategoricalCrossEntropy
                || loss instanceof SparseCategoricalCrossEntropyFromLogits;
        return takesIndices ? new ClassIndexLoss(loss) : loss;
    }

    @Override
    public String name() {
        return loss.name();
    }

    @Override
    public int targetWidth(int width) {
        return 1;
    }

    @Override
    public void evaluate(
            float[] predictions, float[] targets, int rows, int width, float[] losses, float @Nullable [] gradients) {
        for (int row = 0; row < rows; row++) {
            float label = targets[row];
            if (!(label >= 0 && label < width) || label != (int) label) {
                throw new IllegalArgumentException("the target of row " + row + " of the batch is " + label
                        + ", but the classes are 0 to " + (width - 1) + ", whole numbers");
            }
        }
        loss.evaluate(predictions, targets, rows, width, losses, gradients);
    }
}
