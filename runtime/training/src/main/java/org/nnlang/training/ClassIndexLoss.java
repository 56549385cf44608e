package org.nnlang.training;

import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Loss;

/** A loss whose targets are class indices, checked: a target that is no class would otherwise count as no loss at all. */
record ClassIndexLoss(Loss loss) implements Loss {
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
