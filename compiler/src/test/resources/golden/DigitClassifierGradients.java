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
import org.nnlang.runtime.kernel.RowFunction;
import org.nnlang.runtime.kernel.Rows;
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
            throw new IllegalArgumentException("capacity must be from 1 to 2739137, got " + capacity);
        }
        return new Session(model, capacity);
    }

    private static void requireRows(String name, int width, float[] values, int count) {
        if (values.length < (long) width * count) {
            throw new IllegalArgumentException(name + " must hold " + width
                    + " numbers a row, got " + values.length + " for " + count + " rows");
        }
    }

    /**
     * The buffers of one thread's training of a {@link DigitClassifier}: repeated calls allocate nothing.
     */
    public static final class Session implements GradientSession {
        private final DigitClassifier model;
        private final int capacity;
        private final Workspace workspace;
        private final List<ParameterStorage> gradients;
        private final float[] buffer0;
        private final float[] buffer1;
        private final float[] buffer2;
        private final float[] buffer3;
        private final DenseWeights transposed10By100;
        private final DenseWeights transposed100By50;
        private float[][] inputs = {};
        private float[][] outputs = {};
        private float[][] logits = {};
        private boolean[] atLogits = {};
        private boolean drops;
        private long seed;
        private int count = -1;
        private StepObserver observer;

        private Session(DigitClassifier model, int capacity) {
            this.model = model;
            this.capacity = capacity;
            this.workspace = model.kernels.trainingWorkspace(100, 784);
            this.gradients = model.parameters().gradients();
            this.buffer0 = new float[capacity * 50];
            this.buffer1 = new float[capacity * 100];
            this.buffer2 = new float[capacity * 100];
            this.buffer3 = new float[capacity * 10];
            this.transposed10By100 = model.kernels.denseWeights(100, 10);
            this.transposed100By50 = model.kernels.denseWeights(50, 100);
        }

        @Override
        public int capacity() {
            return capacity;
        }

        @Override
        public void useThreads(int count) {
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
                throw new IllegalArgumentException("count must be from 0 to the capacity of the session, "
                        + capacity + ", got " + count);
            }
            if (inputs.length != 1 || outputs.length != 1 || logits.length != 1) {
                throw new IllegalArgumentException("DigitClassifier takes arrays for inputs, outputs and logits: 1, 1 and 1; got "
                        + inputs.length + ", " + outputs.length + " and " + logits.length);
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
            this.inputs = inputs;
            this.outputs = outputs;
            this.logits = logits;
            this.count = -1;
            // test.nn:11  hidden1: Dense(50, sigmoid, weights = xavier_normal)
            hidden1(image, count);
            observed("hidden1", buffer0, count * 50);
            // test.nn:12  hidden2: Dense(100, sigmoid, weights = xavier_normal)
            hidden2(count);
            observed("hidden2", buffer1, count * 100);
            // test.nn:13  logits: Dense(classes, softmax, weights = standard)
            logits2(digitLogits, count);
            observed("logits", digitLogits, count * 10);
            logitsSoftmaxDivide(digitLogits, digit, count);
            observed("logits", digit, count * 10);
            this.count = count;
        }

        @Override
        public void backward(float[][] gradients, boolean[] atLogits) {
            if (count < 0) {
                throw new IllegalStateException("forward comes first: there is nothing to derive");
            }
            if (gradients.length != 1 || atLogits.length != 1) {
                throw new IllegalArgumentException("DigitClassifier takes a gradient and a choice for each of 1 outputs, got "
                        + gradients.length + " and " + atLogits.length);
            }
            requireRows("the gradient of digit", 10, gradients[0], count);
            float[] image = inputs[0];
            float[] digit = outputs[0];
            float[] digitLogits = logits[0];
            float[] digitGradient = gradients[0];
            this.atLogits = atLogits;
            // gradients of test.nn:13  logits: Dense(classes, softmax, weights = standard)
            if (!atLogits[0]) {
                logitsSoftmaxDivideGradient2(digitGradient, digit, count);
            }
            logitsAddLogitsGradient(digitGradient, count);
            logitsBiasGradient(count);
            logitsWeightGradient(count);
            logitsDotGradient(count);
            // gradients of test.nn:12  hidden2: Dense(100, sigmoid, weights = xavier_normal)
            hidden2SigmoidGradient(count);
            hidden2BiasGradient(count);
            hidden2WeightGradient(count);
            hidden2DotGradient(count);
            // gradients of test.nn:11  hidden1: Dense(50, sigmoid, weights = xavier_normal)
            hidden1SigmoidGradient(count);
            hidden1BiasGradient(count);
            hidden1WeightGradient(image, count);
            count = -1;
        }

        private void observed(String path, float[] values, int length) {
            if (observer != null) {
                observer.step(path, values, length);
            }
        }

        private void hidden1(float[] image, int count) {
            model.kernels.dense(workspace, model.hidden1Weight, model.hidden1Bias.values(), SIGMOID,
                    image, buffer0, count);
        }

        private void hidden2(int count) {
            model.kernels.dense(workspace, model.hidden2Weight, model.hidden2Bias.values(), SIGMOID,
                    buffer0, buffer1, count);
        }

        private void logits2(float[] digitLogits, int count) {
            model.kernels.dense(workspace, model.logitsWeight, model.logitsBias.values(), null,
                    buffer1, digitLogits, count);
        }

        private void logitsSoftmaxDivide(float[] digitLogits, float[] digit, int count) {
            for (int row = 0; row < count; row++) {
                int begin = row * 10;
                int end = begin + 10;
                float max = Rows.max(digitLogits, begin, end);
                for (int i = begin; i < end; i++) {
                    digit[i] = digitLogits[i] - max;
                }
            }
            workspace.functions().exp(digit, 0, count * 10);
            for (int row = 0; row < count; row++) {
                int begin = row * 10;
                int end = begin + 10;
                float sum = Rows.sum(digit, begin, end);
                for (int i = begin; i < end; i++) {
                    digit[i] = digit[i] / sum;
                }
            }
        }

        private void logitsSoftmaxDivideGradient2(float[] digitGradient, float[] digit, int count) {
            for (int row = 0; row < count; row++) {
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

        private void logitsAddLogitsGradient(float[] digitGradient, int count) {
            float[] source = atLogits[0] ? digitGradient : buffer2;
            System.arraycopy(source, 0, buffer3, 0, count * 10);
        }

        private void logitsBiasGradient(int count) {
            Rows.columnSums(buffer3, count, 10, ((ArrayStorage) gradients.get(5)).values());
        }

        private void logitsWeightGradient(int count) {
            model.kernels.weightGradient(workspace, (DenseWeights) gradients.get(4), buffer1,
                    buffer3, count);
        }

        private void logitsDotGradient(int count) {
            model.kernels.transpose(workspace, model.logitsWeight, transposed10By100);
            model.kernels.dense(workspace, transposed10By100, null, null, buffer3, buffer2, count);
        }

        private void hidden2SigmoidGradient(int count) {
            int end = count * 100;
            for (int i = 0; i < end; i++) {
                buffer2[i] = buffer2[i] * (buffer1[i] * (1f - buffer1[i]));
            }
        }

        private void hidden2BiasGradient(int count) {
            Rows.columnSums(buffer2, count, 100, ((ArrayStorage) gradients.get(3)).values());
        }

        private void hidden2WeightGradient(int count) {
            model.kernels.weightGradient(workspace, (DenseWeights) gradients.get(2), buffer0,
                    buffer2, count);
        }

        private void hidden2DotGradient(int count) {
            model.kernels.transpose(workspace, model.hidden2Weight, transposed100By50);
            model.kernels.dense(workspace, transposed100By50, null, null, buffer2, buffer1, count);
        }

        private void hidden1SigmoidGradient(int count) {
            int end = count * 50;
            for (int i = 0; i < end; i++) {
                buffer1[i] = buffer1[i] * (buffer0[i] * (1f - buffer0[i]));
            }
        }

        private void hidden1BiasGradient(int count) {
            Rows.columnSums(buffer1, count, 50, ((ArrayStorage) gradients.get(1)).values());
        }

        private void hidden1WeightGradient(float[] image, int count) {
            model.kernels.weightGradient(workspace, (DenseWeights) gradients.get(0), image, buffer1,
                    count);
        }
    }

    private static final class Sigmoid implements RowFunction {
        @Override
        public void apply(Workspace workspace, float[] values, int from, int rows, int width) {
            workspace.functions().sigmoid(values, from, from + rows * width);
        }
    }
}
