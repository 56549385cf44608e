package com.acme.digits;

import java.util.List;
import org.nnlang.runtime.Generated;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.ModelGradients;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.StepObserver;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.DenseWeights;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.runtime.kernel.RowBlocks;
import org.nnlang.runtime.kernel.RowFunction;
import org.nnlang.runtime.kernel.Rows;
import org.nnlang.runtime.kernel.TransposedWeights;
import org.nnlang.runtime.kernel.WeightGradients;
import org.nnlang.runtime.kernel.Workspace;

/**
 * The derivatives of a {@link DigitClassifier}, for training it.
 */
@Generated("nnlang")
public final class DigitClassifierGradients implements ModelGradients {
    private static final RowFunction SIGMOID = new Sigmoid();
    private final DigitClassifier model;

    /**
     * The derivatives of one model, whose weights they read at each call.
     */
    public DigitClassifierGradients(DigitClassifier model) {
        this.model = model;
    }

    @Override
    public DigitClassifier model() {
        return model;
    }

    @Override
    public List<OutputActivation> outputActivations() {
        return List.of(OutputActivation.SOFTMAX);
    }

    @Override
    public Session newSession(int capacity) {
        if (capacity < 1 || capacity > 2739137) {
            throw new IllegalArgumentException("capacity must be from 1 to 2739137, got %s".formatted(capacity));
        }
        return new Session(model, capacity);
    }

    private static void requireRows(String name, int width, float[] values, int count) {
        if (values.length < (long) width * count) {
            throw new IllegalArgumentException("%s must hold %s numbers a row, got %s for %s rows"
                    .formatted(name, width, values.length, count));
        }
    }

    /**
     * The buffers of one thread's training of a {@link DigitClassifier}: repeated calls allocate nothing.
     */
    public static final class Session implements GradientSession {
        private final DigitClassifier model;
        private final int capacity;
        private final RowBlocks blocks;
        private final Workspace workspace;
        private final List<ParameterStorage> gradients;
        private final WeightGradients weightGradients;
        private final TransposedWeights transposed;
        private final float[] buffer0;
        private final float[] buffer1;
        private final float[] buffer2;
        private final float[] buffer3;
        private final float[] buffer4;
        private final float[] buffer5;
        private float[] image;
        private float[] digitGradient;
        private float[] digit;
        private float[] digitLogits;
        private boolean[] atLogits = {};
        private boolean drops;
        private boolean derives;
        private long seed;
        private int count = -1;
        private StepObserver observer;

        private Session(DigitClassifier model, int capacity) {
            this.model = model;
            this.capacity = capacity;
            this.blocks = new RowBlocks(examples -> new Block(), capacity, 120, () -> model.kernels.rowsAtATime(50), 962200);
            this.workspace = model.kernels.trainingWorkspace(100, 784);
            this.gradients = model.parameters().gradients();
            this.weightGradients = new WeightGradients(model.kernels, workspace);
            this.buffer0 = new float[capacity * 50];
            this.buffer1 = new float[capacity * 100];
            this.buffer2 = new float[capacity * 10];
            this.buffer3 = new float[capacity * 10];
            this.buffer4 = new float[capacity * 100];
            this.buffer5 = new float[capacity * 50];
            this.transposed = new TransposedWeights(model.kernels);
            transposed.add(model.logitsWeight);
            transposed.add(model.hidden2Weight);
        }

        @Override
        public int capacity() {
            return capacity;
        }

        @Override
        public void useThreads(int count) {
            blocks.useThreads(count);
            workspace.useThreads(count);
        }

        @Override
        public List<ParameterStorage> gradients() {
            return gradients;
        }

        @Override
        public void observe(StepObserver observer) {
            this.observer = observer;
        }

        @Override
        public void forward(float[][] inputs, int count, float[][] outputs, float[][] logits,
                long seed) {
            this.drops = true;
            this.seed = seed;
            calculate(inputs, count, outputs, logits);
        }

        @Override
        public void predict(float[][] inputs, int count, float[][] outputs, float[][] logits) {
            this.drops = false;
            calculate(inputs, count, outputs, logits);
        }

        private void calculate(float[][] inputs, int count, float[][] outputs, float[][] logits) {
            if (count < 0 || count > capacity) {
                throw new IllegalArgumentException("count must be from 0 to the capacity of the session, %s, got %s"
                        .formatted(capacity, count));
            }
            if (inputs.length != 1 || outputs.length != 1 || logits.length != 1) {
                throw new IllegalArgumentException("DigitClassifier takes arrays for inputs, outputs and logits: 1, 1 and 1; got %s, %s and %s"
                        .formatted(inputs.length, outputs.length, logits.length));
            }
            requireRows("image", 784, inputs[0], count);
            requireRows("digit", 10, outputs[0], count);
            requireRows("digit", 10, logits[0], count);
            float[] image = inputs[0];
            float[] digit = outputs[0];
            float[] digitLogits = logits[0];
            if (digit == image) {
                throw new IllegalArgumentException("digit must be an array of its own");
            }
            if (digitLogits == image || digitLogits == digit) {
                throw new IllegalArgumentException("digitLogits must be an array of its own");
            }
            this.image = image;
            this.digit = digit;
            this.digitLogits = digitLogits;
            this.count = -1;
            derives = false;
            if (observer == null) {
                blocks.calculate(count);
            } else {
                blocks.calculateAtOnce(count);
            }
            this.count = count;
        }

        @Override
        public void backward(float[][] gradients, boolean[] atLogits) {
            if (count < 0) {
                throw new IllegalStateException("forward comes first: there is nothing to derive");
            }
            if (gradients.length != 1 || atLogits.length != 1) {
                throw new IllegalArgumentException("DigitClassifier takes a gradient and a choice for each of 1 outputs, got %s and %s"
                        .formatted(gradients.length, atLogits.length));
            }
            requireRows("the gradient of digit", 10, gradients[0], count);
            this.digitGradient = gradients[0];
            this.atLogits = atLogits;
            transposed.calculate(workspace);
            derives = true;
            blocks.calculate(count);
            // gradients of test.nn:13  logits: Dense(classes, softmax, weights = standard)
            logitsBiasGradient(count);
            logitsWeightGradient(count);
            // gradients of test.nn:12  hidden2: Dense(100, sigmoid, weights = xavier_normal)
            hidden2BiasGradient(count);
            hidden2WeightGradient(count);
            // gradients of test.nn:11  hidden1: Dense(50, sigmoid, weights = xavier_normal)
            hidden1BiasGradient(count);
            hidden1WeightGradient(image, count);
            weightGradients.calculate();
            count = -1;
        }

        private void observed(String path, float[] values, int length) {
            if (observer != null) {
                observer.step(path, values, length);
            }
        }

        private void logitsBiasGradient(int count) {
            workspace.functions().columnSums(buffer3, count, 10,
                    ((ArrayStorage) gradients.get(5)).values());
        }

        private void logitsWeightGradient(int count) {
            weightGradients.replace((DenseWeights) gradients.get(4), buffer1, buffer3, count);
        }

        private void hidden2BiasGradient(int count) {
            workspace.functions().columnSums(buffer4, count, 100,
                    ((ArrayStorage) gradients.get(3)).values());
        }

        private void hidden2WeightGradient(int count) {
            weightGradients.replace((DenseWeights) gradients.get(2), buffer0, buffer4, count);
        }

        private void hidden1BiasGradient(int count) {
            workspace.functions().columnSums(buffer5, count, 50,
                    ((ArrayStorage) gradients.get(1)).values());
        }

        private void hidden1WeightGradient(float[] image, int count) {
            weightGradients.replace((DenseWeights) gradients.get(0), image, buffer5, count);
        }

        /**
         * The steps of one thread, for a block of examples.
         */
        private final class Block implements RowBlocks.Block {
            private final Workspace workspace = model.kernels.workspace(100);

            @Override
            public void calculate(int first, int count) {
                if (derives) {
                    backward(first, count);
                } else {
                    forward(first, count);
                }
            }

            @Override
            public void useThreads(int count) {
                workspace.useThreads(count);
            }

            private void forward(int first, int count) {
                // test.nn:11  hidden1: Dense(50, sigmoid, weights = xavier_normal)
                hidden1(image, first, count);
                observed("hidden1", buffer0, count * 50);
                // test.nn:12  hidden2: Dense(100, sigmoid, weights = xavier_normal)
                hidden2(first, count);
                observed("hidden2", buffer1, count * 100);
                // test.nn:13  logits: Dense(classes, softmax, weights = standard)
                logits2(digitLogits, first, count);
                observed("logits", digitLogits, count * 10);
                logitsSoftmaxDivide(digitLogits, digit, first, count);
                observed("logits", digit, count * 10);
            }

            private void backward(int first, int count) {
                // gradients of test.nn:13  logits: Dense(classes, softmax, weights = standard)
                if (!atLogits[0]) {
                    logitsSoftmaxDivideGradient2(digitGradient, digit, first, count);
                }
                logitsAddLogitsGradient(digitGradient, first, count);
                logitsDotGradient(first, count);
                // gradients of test.nn:12  hidden2: Dense(100, sigmoid, weights = xavier_normal)
                hidden2SigmoidGradient(first, count);
                hidden2DotGradient(first, count);
                // gradients of test.nn:11  hidden1: Dense(50, sigmoid, weights = xavier_normal)
                hidden1SigmoidGradient(first, count);
            }

            private void hidden1(float[] image, int first, int count) {
                model.kernels.dense(workspace, model.hidden1Weight, model.hidden1Bias.values(),
                        SIGMOID, image, first, buffer0, first, count);
            }

            private void hidden2(int first, int count) {
                model.kernels.dense(workspace, model.hidden2Weight, model.hidden2Bias.values(),
                        SIGMOID, buffer0, first, buffer1, first, count);
            }

            private void logits2(float[] digitLogits, int first, int count) {
                model.kernels.dense(workspace, model.logitsWeight, model.logitsBias.values(), null,
                        buffer1, first, digitLogits, first, count);
            }

            private void logitsSoftmaxDivide(float[] digitLogits, float[] digit, int first,
                    int count) {
                for (int row = first; row < first + count; row++) {
                    int begin = row * 10;
                    int end = begin + 10;
                    float max = Rows.max(digitLogits, begin, end);
                    for (int i = begin; i < end; i++) {
                        digit[i] = digitLogits[i] - max;
                    }
                }
                workspace.functions().exp(digit, first * 10, (first + count) * 10);
                for (int row = first; row < first + count; row++) {
                    int begin = row * 10;
                    int end = begin + 10;
                    float sum = Rows.sum(digit, begin, end);
                    for (int i = begin; i < end; i++) {
                        digit[i] = digit[i] / sum;
                    }
                }
            }

            private void logitsSoftmaxDivideGradient2(float[] digitGradient, float[] digit,
                    int first, int count) {
                for (int row = first; row < first + count; row++) {
                    int begin = row * 10;
                    int end = begin + 10;
                    float sum = 0f;
                    for (int i = begin; i < end; i++) {
                        sum += digitGradient[i] * digit[i];
                    }
                    for (int i = begin; i < end; i++) {
                        buffer2[i] = digit[i] * (digitGradient[i] - sum);
                    }
                }
            }

            private void logitsAddLogitsGradient(float[] digitGradient, int first, int count) {
                float[] source = atLogits[0] ? digitGradient : buffer2;
                System.arraycopy(source, first * 10, buffer3, first * 10, count * 10);
            }

            private void logitsDotGradient(int first, int count) {
                model.kernels.dense(workspace, transposed.of(0), null, null, buffer3, first,
                        buffer4, first, count);
            }

            private void hidden2SigmoidGradient(int first, int count) {
                int end = (first + count) * 100;
                for (int i = first * 100; i < end; i++) {
                    buffer4[i] = buffer4[i] * (buffer1[i] * (1f - buffer1[i]));
                }
            }

            private void hidden2DotGradient(int first, int count) {
                model.kernels.dense(workspace, transposed.of(1), null, null, buffer4, first,
                        buffer5, first, count);
            }

            private void hidden1SigmoidGradient(int first, int count) {
                int end = (first + count) * 50;
                for (int i = first * 50; i < end; i++) {
                    buffer5[i] = buffer5[i] * (buffer0[i] * (1f - buffer0[i]));
                }
            }
        }
    }

    private static final class Sigmoid implements RowFunction {
        @Override
        public void apply(Workspace workspace, float[] values, int from, int rows, int width) {
            workspace.functions().sigmoid(values, from, from + rows * width);
        }
    }
}
