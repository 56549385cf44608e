import java.util.List;
import org.nnlang.runtime.Generated;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.ModelGradients;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.StepObserver;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.runtime.kernel.Scalar;
import org.nnlang.runtime.kernel.Workspace;

/**
 * The derivatives of a {@link Rows}, for training it.
 */
@Generated("nnlang")
public final class RowsGradients implements ModelGradients {
    private final Rows model;

    /**
     * The derivatives of one model, whose weights they read at each call.
     */
    public RowsGradients(Rows model) {
        this.model = model;
    }

    @Override
    public Rows model() {
        return model;
    }

    @Override
    public List<OutputActivation> outputActivations() {
        return List.of(OutputActivation.OTHER, OutputActivation.OTHER, OutputActivation.OTHER);
    }

    @Override
    public Session newSession(int capacity) {
        if (capacity < 1 || capacity > 119304647) {
            throw new IllegalArgumentException("capacity must be from 1 to 119304647, got " + capacity);
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
     * The buffers of one thread's training of a {@link Rows}: repeated calls allocate nothing.
     */
    public static final class Session implements GradientSession {
        private final Rows model;
        private final int capacity;
        private final Workspace workspace;
        private final List<ParameterStorage> gradients;
        private final float[] buffer0;
        private final float[] buffer1;
        private final float[] buffer2;
        private final float[] buffer3;
        private final float[] buffer4;
        private final float[] buffer5;
        private final float[] buffer6;
        private float[][] inputs = {};
        private float[][] outputs = {};
        private float[][] logits = {};
        private boolean[] atLogits = {};
        private boolean drops;
        private long seed;
        private int count = -1;
        private StepObserver observer;

        private Session(Rows model, int capacity) {
            this.model = model;
            this.capacity = capacity;
            this.workspace = model.kernels.trainingWorkspace(0, 0);
            this.gradients = model.parameters().gradients();
            this.buffer0 = new float[capacity * 18];
            this.buffer1 = new float[capacity * 18];
            this.buffer2 = new float[capacity * 9];
            this.buffer3 = new float[capacity * 18];
            this.buffer4 = new float[capacity * 9];
            this.buffer5 = new float[capacity * 9];
            this.buffer6 = new float[capacity * 9];
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
            if (inputs.length != 1 || outputs.length != 3 || logits.length != 3) {
                throw new IllegalArgumentException("Rows takes arrays for inputs, outputs and logits: 1, 3 and 3; got "
                        + inputs.length + ", " + outputs.length + " and " + logits.length);
            }
            requireRows("x", 18, inputs[0], count);
            requireRows("sparse", 9, outputs[0], count);
            requireRows("log", 18, outputs[1], count);
            requireRows("flat", 18, outputs[2], count);
            float[] x = inputs[0];
            float[] sparse = outputs[0];
            float[] log = outputs[1];
            float[] flat = outputs[2];
            if (sparse == x) {
                throw new IllegalArgumentException("sparse must be an array of its own");
            }
            if (log == x || log == sparse) {
                throw new IllegalArgumentException("log must be an array of its own");
            }
            if (flat == x || flat == sparse || flat == log) {
                throw new IllegalArgumentException("flat must be an array of its own");
            }
            this.inputs = inputs;
            this.outputs = outputs;
            this.logits = logits;
            this.count = -1;
            // test.nn:1  model Row
            normalize(x, flat, count);
            observed("normalize", flat, count * 18);
            // test.nn:1  mod
            gluSlice(flat, count);
            observed("glu", buffer0, count * 9);
            gluSlice2(flat, count);
            observed("glu", buffer1, count * 9);
            gluMultiply(count);
            observed("glu", buffer2, count * 9);
            // test.nn:1  model Row
            sparsemaxPositions(count);
            observed("sparsemax", buffer3, count * 9);
            sparsemaxSortDescending(count);
            observed("sparsemax", buffer4, count * 9);
            sparsemaxCumulativeSum(count);
            observed("sparsemax", buffer5, count * 9);
            sparsemaxMaximum(sparse, count);
            observed("sparsemax", sparse, count * 9);
            // test.nn:1  model Rows
            logSoftmax(flat, log, count);
            observed("log_softmax", log, count * 18);
            this.count = count;
        }

        @Override
        public void backward(float[][] gradients, boolean[] atLogits) {
            if (count < 0) {
                throw new IllegalStateException("forward comes first: there is nothing to derive");
            }
            if (gradients.length != 3 || atLogits.length != 3) {
                throw new IllegalArgumentException("Rows takes a gradient and a choice for each of 3 outputs, got "
                        + gradients.length + " and " + atLogits.length);
            }
            requireRows("the gradient of sparse", 9, gradients[0], count);
            if (atLogits[0]) {
                throw new IllegalArgumentException("sparse ends with no softmax and no sigmoid: it has no logits");
            }
            requireRows("the gradient of log", 18, gradients[1], count);
            if (atLogits[1]) {
                throw new IllegalArgumentException("log ends with no softmax and no sigmoid: it has no logits");
            }
            requireRows("the gradient of flat", 18, gradients[2], count);
            if (atLogits[2]) {
                throw new IllegalArgumentException("flat ends with no softmax and no sigmoid: it has no logits");
            }
            float[] x = inputs[0];
            float[] sparse = outputs[0];
            float[] log = outputs[1];
            float[] flat = outputs[2];
            float[] sparseGradient = gradients[0];
            float[] logGradient = gradients[1];
            float[] flatGradient = gradients[2];
            this.atLogits = atLogits;
            // gradients of test.nn:1  model Row
            sparsemaxMaximumGradient2(sparse, sparseGradient, count);
            sparsemaxChooseGradient(count);
            sparsemaxSortDescendingGradient(count);
            // gradients of test.nn:1  mod
            gluMultiplyGradient(count);
            gluMultiplyGradient2(count);
            gluSigmoidGradient(count);
            gluSlice2Gradient(count);
            gluSlice2Gradient2(count);
            gluSliceGradient2(count);
            // gradients of test.nn:1  model Row
            normalizeDivide5Gradient(logGradient, flat, flatGradient, count);
            normalizeSubtractAgain(x, count);
            normalizeSum4Again(count);
            normalizeAddAgain(count);
            normalizeSqrtAgain(count);
            normalizeDivide5Gradient4(count);
            normalizeDivide4Gradient(count);
            normalizeSubtractGradient(count);
            normalizeSubtractGradient3(count);
            normalizeDivideGradient(count);
            // gradients of test.nn:1  model
            steepAddGradient(count);
            steepAddGradient3(count);
            gainGradient(count);
            steepMultiplyGradient(x, count);
            slopeGradient(count);
            count = -1;
        }

        private void observed(String path, float[] values, int length) {
            if (observer != null) {
                observer.step(path, values, length);
            }
        }

        private void normalize(float[] x, float[] flat, int count) {
            float[] slope = model.slope.values();
            float gain = model.gain.values()[0];
            for (int example = 0; example < count; example++) {
                for (int line = 0; line < 3; line++) {
                    int row = example * 3 + line;
                    int begin = row * 6;
                    int end = begin + 6;
                    float sum = 0f;
                    for (int i = begin; i < end; i++) {
                        sum += x[i] * slope[i - example * 18] + gain;
                    }
                    float quotient = sum / 6f;
                    float sum2 = 0f;
                    for (int i = begin; i < end; i++) {
                        float difference = x[i] * slope[i - example * 18] + gain - quotient;
                        sum2 += difference * difference;
                    }
                    float sqrt = Scalar.sqrt(sum2 / 6f + 0.00001f);
                    for (int i = begin; i < end; i++) {
                        flat[i] = (x[i] * slope[i - example * 18] + gain - quotient) / sqrt;
                    }
                }
            }
        }

        private void gluSlice(float[] flat, int count) {
            for (int row = 0; row < count * 3; row++) {
                System.arraycopy(flat, row * 6, buffer0, row * 3, 3);
            }
        }

        private void gluSlice2(float[] flat, int count) {
            for (int row = 0; row < count * 3; row++) {
                System.arraycopy(flat, row * 6 + 3, buffer1, row * 3, 3);
            }
        }

        private void gluMultiply(int count) {
            int end = count * 9;
            System.arraycopy(buffer1, 0, buffer2, 0, end);
            workspace.functions().sigmoid(buffer2, 0, end);
            for (int i = 0; i < end; i++) {
                buffer2[i] = buffer0[i] * buffer2[i];
            }
        }

        private void sparsemaxPositions(int count) {
            for (int row = 0; row < count * 3; row++) {
                for (int column = 0; column < 3; column++) {
                    buffer3[row * 3 + column] = column + 1;
                }
            }
        }

        private void sparsemaxSortDescending(int count) {
            for (int row = 0; row < count * 3; row++) {
                org.nnlang.runtime.kernel.Rows.sortDescending(buffer2, row * 3, buffer4, row * 3, 3);
            }
        }

        private void sparsemaxCumulativeSum(int count) {
            for (int row = 0; row < count * 3; row++) {
                org.nnlang.runtime.kernel.Rows.cumulativeSum(buffer4, row * 3, buffer5, row * 3, 3);
            }
        }

        private void sparsemaxMaximum(float[] sparse, int count) {
            for (int row = 0; row < count * 3; row++) {
                int begin = row * 3;
                int end = begin + 3;
                float sum = 0f;
                for (int i = begin; i < end; i++) {
                    sum += Scalar.choose(1f + buffer3[i] * buffer4[i] > buffer5[i], buffer4[i], 0f);
                }
                float sum2 = 0f;
                for (int i = begin; i < end; i++) {
                    sum2 += Scalar.choose(1f + buffer3[i] * buffer4[i] > buffer5[i], 1f, 0f);
                }
                float quotient = (sum - 1f) / sum2;
                for (int i = begin; i < end; i++) {
                    sparse[i] = Math.max(buffer2[i] - quotient, 0f);
                }
            }
        }

        private void logSoftmax(float[] flat, float[] log, int count) {
            for (int row = 0; row < count * 3; row++) {
                int begin = row * 6;
                int end = begin + 6;
                float max = org.nnlang.runtime.kernel.Rows.max(flat, begin, end);
                float sum = 0f;
                for (int i = begin; i < end; i++) {
                    sum += Scalar.exp(flat[i] - max);
                }
                float log2 = Scalar.log(sum);
                for (int i = begin; i < end; i++) {
                    log[i] = flat[i] - max - log2;
                }
            }
        }

        private void sparsemaxMaximumGradient2(float[] sparse, float[] sparseGradient, int count) {
            int end = count * 9;
            workspace.functions().chooseGreater(sparse, 0f, sparseGradient, 0f, buffer6, 0, end);
        }

        private void sparsemaxChooseGradient(int count) {
            for (int row = 0; row < count * 3; row++) {
                int begin = row * 3;
                int end = begin + 3;
                float sum = 0f;
                for (int i = begin; i < end; i++) {
                    sum += -buffer6[i];
                }
                float sum2 = 0f;
                for (int i = begin; i < end; i++) {
                    sum2 += Scalar.choose(1f + buffer3[i] * buffer4[i] > buffer5[i], 1f, 0f);
                }
                float product = sum * (1f / sum2);
                for (int i = begin; i < end; i++) {
                    buffer3[i] = Scalar.choose(1f + buffer3[i] * buffer4[i] > buffer5[i], product, 0f);
                }
            }
        }

        private void sparsemaxSortDescendingGradient(int count) {
            for (int row = 0; row < count * 3; row++) {
                org.nnlang.runtime.kernel.Rows.sortDescendingGradient(buffer2, row * 3, buffer3, row * 3, buffer4, row * 3, 3);
            }
        }

        private void gluMultiplyGradient(int count) {
            int end = count * 9;
            for (int i = 0; i < end; i++) {
                buffer6[i] = buffer6[i] + buffer4[i];
            }
        }

        private void gluMultiplyGradient2(int count) {
            int end = count * 9;
            System.arraycopy(buffer1, 0, buffer2, 0, end);
            workspace.functions().sigmoid(buffer2, 0, end);
            for (int i = 0; i < end; i++) {
                buffer2[i] = buffer6[i] * buffer2[i];
            }
        }

        private void gluSigmoidGradient(int count) {
            int end = count * 9;
            float[] gradient = workspace.block(0);
            float[] slice = workspace.block(1);
            float[] sigmoid = workspace.block(2);
            for (int at = 0; at < end; at += Workspace.BLOCK) {
                int length = Math.min(Workspace.BLOCK, end - at);
                System.arraycopy(buffer6, at, gradient, 0, length);
                System.arraycopy(buffer0, at, slice, 0, length);
                System.arraycopy(buffer1, at, sigmoid, 0, length);
                workspace.functions().sigmoid(sigmoid, 0, length);
                for (int i = 0; i < length; i++) {
                    gradient[i] = gradient[i] * slice[i] * (sigmoid[i] * (1f - sigmoid[i]));
                }
                System.arraycopy(gradient, 0, buffer6, at, length);
            }
        }

        private void gluSlice2Gradient(int count) {
            int end = count * 9;
            for (int i = 0; i < end; i++) {
                buffer0[i] = 0f;
            }
        }

        private void gluSlice2Gradient2(int count) {
            for (int row = 0; row < count * 3; row++) {
                System.arraycopy(buffer0, row * 3, buffer1, row * 6, 3);
                System.arraycopy(buffer6, row * 3, buffer1, row * 6 + 3, 3);
            }
        }

        private void gluSliceGradient2(int count) {
            for (int row = 0; row < count * 3; row++) {
                System.arraycopy(buffer2, row * 3, buffer3, row * 6, 3);
                System.arraycopy(buffer0, row * 3, buffer3, row * 6 + 3, 3);
            }
        }

        private void normalizeDivide5Gradient(float[] logGradient, float[] flat,
                float[] flatGradient, int count) {
            for (int row = 0; row < count * 3; row++) {
                int begin = row * 6;
                int end = begin + 6;
                float sum = 0f;
                for (int i = begin; i < end; i++) {
                    sum += -logGradient[i];
                }
                float max = org.nnlang.runtime.kernel.Rows.max(flat, begin, end);
                float sum2 = 0f;
                for (int i = begin; i < end; i++) {
                    sum2 += Scalar.exp(flat[i] - max);
                }
                float product = sum * (1f / sum2);
                for (int i = begin; i < end; i++) {
                    buffer0[i] = logGradient[i] + product * Scalar.exp(flat[i] - max);
                }
                float sum3 = 0f;
                for (int i = begin; i < end; i++) {
                    sum3 += -buffer0[i];
                }
                float sum4 = 0f;
                for (int i = begin; i < end; i++) {
                    sum4 += Scalar.choose(flat[i] == max, 1f, 0f);
                }
                for (int i = begin; i < end; i++) {
                    buffer0[i] = flatGradient[i] + buffer0[i] + Scalar.choose(flat[i] == max, sum3 / sum4, 0f) + buffer1[i] + buffer3[i];
                }
            }
        }

        private void normalizeSubtractAgain(float[] x, int count) {
            float[] slope = model.slope.values();
            float gain = model.gain.values()[0];
            for (int example = 0; example < count; example++) {
                for (int line = 0; line < 3; line++) {
                    int row = example * 3 + line;
                    int begin = row * 6;
                    int end = begin + 6;
                    float sum = 0f;
                    for (int i = begin; i < end; i++) {
                        sum += x[i] * slope[i - example * 18] + gain;
                    }
                    float quotient = sum / 6f;
                    for (int i = begin; i < end; i++) {
                        buffer1[i] = x[i] * slope[i - example * 18] + gain - quotient;
                    }
                }
            }
        }

        private void normalizeSum4Again(int count) {
            for (int row = 0; row < count * 3; row++) {
                int begin = row * 6;
                int end = begin + 6;
                float sum = 0f;
                for (int i = begin; i < end; i++) {
                    sum += buffer1[i] * buffer1[i];
                }
                buffer2[row] = sum;
            }
        }

        private void normalizeAddAgain(int count) {
            int end = count * 3;
            for (int i = 0; i < end; i++) {
                buffer2[i] = buffer2[i] / 6f + 0.00001f;
            }
        }

        private void normalizeSqrtAgain(int count) {
            int end = count * 3;
            for (int i = 0; i < end; i++) {
                buffer4[i] = Scalar.sqrt(buffer2[i]);
            }
        }

        private void normalizeDivide5Gradient4(int count) {
            for (int row = 0; row < count * 3; row++) {
                int begin = row * 6;
                int end = begin + 6;
                float again = buffer4[row];
                float sum = 0f;
                for (int i = begin; i < end; i++) {
                    sum += buffer0[i] * -(buffer1[i] / again / again);
                }
                buffer5[row] = sum;
            }
        }

        private void normalizeDivide4Gradient(int count) {
            int end = count * 3;
            for (int i = 0; i < end; i++) {
                buffer5[i] = buffer5[i] * (0.5f / Scalar.sqrt(buffer2[i])) * 0.16666667f;
            }
        }

        private void normalizeSubtractGradient(int count) {
            for (int row = 0; row < count * 3; row++) {
                int begin = row * 6;
                int end = begin + 6;
                float again = buffer4[row];
                float gradient = buffer5[row];
                for (int i = begin; i < end; i++) {
                    float product = gradient * buffer1[i];
                    buffer0[i] = buffer0[i] * (1f / again) + product + product;
                }
            }
        }

        private void normalizeSubtractGradient3(int count) {
            for (int row = 0; row < count * 3; row++) {
                int begin = row * 6;
                int end = begin + 6;
                float sum = 0f;
                for (int i = begin; i < end; i++) {
                    sum += -buffer0[i];
                }
                buffer2[row] = sum;
            }
        }

        private void normalizeDivideGradient(int count) {
            int end = count * 3;
            for (int i = 0; i < end; i++) {
                buffer2[i] = buffer2[i] * 0.16666667f;
            }
        }

        private void steepAddGradient(int count) {
            for (int row = 0; row < count * 3; row++) {
                int begin = row * 6;
                int end = begin + 6;
                float gradient = buffer2[row];
                for (int i = begin; i < end; i++) {
                    buffer0[i] = buffer0[i] + gradient;
                }
            }
        }

        private void steepAddGradient3(int count) {
            for (int row = 0; row < count; row++) {
                buffer2[row] = org.nnlang.runtime.kernel.Rows.sum(buffer0, row * 18, row * 18 + 18);
            }
        }

        private void gainGradient(int count) {
            org.nnlang.runtime.kernel.Rows.columnSums(buffer2, count, 1,
                    ((ArrayStorage) gradients.get(1)).values());
        }

        private void steepMultiplyGradient(float[] x, int count) {
            int end = count * 18;
            for (int i = 0; i < end; i++) {
                buffer0[i] = buffer0[i] * x[i];
            }
        }

        private void slopeGradient(int count) {
            org.nnlang.runtime.kernel.Rows.columnSums(buffer0, count, 18,
                    ((ArrayStorage) gradients.get(0)).values());
        }
    }
}
