package org.nnlang.training;

import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.LossForm;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.kernel.Scalar;

/** Losses by hand: the cross entropy of classes of two, from logits where there are some, and the squared error. */
final class TinyLosses {
    private TinyLosses() {}

    static final class CrossEntropy implements Loss {
        private final boolean ofLogits;

        CrossEntropy(boolean ofLogits) {
            this.ofLogits = ofLogits;
        }

        @Override
        public String name() {
            return "cross_entropy";
        }

        @Override
        public int targetWidth(int width) {
            return 1;
        }

        @Override
        public LossForm form(OutputActivation activation, int width, int targetWidth) {
            Loss.super.form(activation, width, targetWidth);
            boolean logits = activation == OutputActivation.SOFTMAX;
            return new LossForm(new CrossEntropy(logits), logits);
        }

        @Override
        public void evaluate(
                float[] predictions,
                float[] targets,
                int rows,
                int width,
                float[] losses,
                float @Nullable [] gradients) {
            for (int r = 0; r < rows; r++) {
                int right = 2 * r + (int) targets[r];
                int wrong = 4 * r + 1 - right;
                float margin = ofLogits ? predictions[right] - predictions[wrong] : 0;
                losses[r] = ofLogits ? Scalar.softplus(-margin) : -Scalar.log(predictions[right]);
                if (gradients != null) {
                    float p = ofLogits ? Scalar.sigmoid(margin) : predictions[right];
                    gradients[right] = ofLogits ? p - 1 : -1 / p;
                    gradients[wrong] = ofLogits ? 1 - p : 0;
                }
            }
        }
    }

    static final class SquaredError implements Loss {
        @Override
        public String name() {
            return "squared_error";
        }

        @Override
        public int targetWidth(int width) {
            return width;
        }

        @Override
        public void evaluate(
                float[] predictions,
                float[] targets,
                int rows,
                int width,
                float[] losses,
                float @Nullable [] gradients) {
            for (int r = 0; r < rows; r++) {
                float sum = 0;
                for (int j = r * width; j < (r + 1) * width; j++) {
                    float error = predictions[j] - targets[j];
                    sum += error * error;
                    if (gradients != null) {
                        gradients[j] = 2 * error / width;
                    }
                }
                losses[r] = sum / width;
            }
        }
    }
}
