import java.util.List;
import org.nnlang.runtime.Generated;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.ModelGradients;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.StepObserver;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.runtime.kernel.RowBlocks;
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
            throw new IllegalArgumentException("capacity must be from 1 to 119304647, got %s".formatted(capacity));
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
     * The buffers of one thread's training of a {@link Rows}: repeated calls allocate nothing.
     */
    public static final class Session implements GradientSession {
        private final Rows model;
        private final int capacity;
        private final RowBlocks blocks;
        private final Workspace workspace;
        private final List<ParameterStorage> gradients;
        private final float[] buffer0;
        private final float[] buffer1;
        private final float[] buffer2;
        private final float[] buffer3;
        private final float[] buffer4;
        private final float[] buffer5;
        private final float[] buffer6;
        private final float[] buffer7;
        private final float[] buffer8;
        private final float[] buffer9;
        private final float[] buffer10;
        private final float[] buffer11;
        private final float[] buffer12;
        private final float[] buffer13;
        private float[] x;
        private float[] sparseGradient;
        private float[] logGradient;
        private float[] flatGradient;
        private float[] sparse;
        private float[] log;
        private float[] flat;
        private boolean[] atLogits = {};
        private boolean drops;
        private boolean derives;
        private long seed;
        private int count = -1;
        private StepObserver observer;

        private Session(Rows model, int capacity) {
            this.model = model;
            this.capacity = capacity;
            this.blocks = new RowBlocks(examples -> new Block(), capacity, 960, () -> 1, 6580);
            this.workspace = model.kernels.trainingWorkspace(0, 0);
            this.gradients = model.parameters().gradients();
            this.buffer0 = new float[capacity * 9];
            this.buffer1 = new float[capacity * 9];
            this.buffer2 = new float[capacity * 9];
            this.buffer3 = new float[capacity * 9];
            this.buffer4 = new float[capacity * 9];
            this.buffer5 = new float[capacity * 9];
            this.buffer6 = new float[capacity * 9];
            this.buffer7 = new float[capacity * 18];
            this.buffer8 = new float[capacity * 18];
            this.buffer9 = new float[capacity * 18];
            this.buffer10 = new float[capacity * 3];
            this.buffer11 = new float[capacity * 3];
            this.buffer12 = new float[capacity * 3];
            this.buffer13 = new float[capacity];
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
            if (inputs.length != 1 || outputs.length != 3 || logits.length != 3) {
                throw new IllegalArgumentException("Rows takes arrays for inputs, outputs and logits: 1, 3 and 3; got %s, %s and %s"
                        .formatted(inputs.length, outputs.length, logits.length));
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
            this.x = x;
            this.sparse = sparse;
            this.log = log;
            this.flat = flat;
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
            if (gradients.length != 3 || atLogits.length != 3) {
                throw new IllegalArgumentException("Rows takes a gradient and a choice for each of 3 outputs, got %s and %s"
                        .formatted(gradients.length, atLogits.length));
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
            this.sparseGradient = gradients[0];
            this.logGradient = gradients[1];
            this.flatGradient = gradients[2];
            this.atLogits = atLogits;
            derives = true;
            blocks.calculate(count);
            // gradients of test.nn:1  model
            gainGradient(count);
            slopeGradient(count);
            count = -1;
        }

        private void observed(String path, float[] values, int length) {
            if (observer != null) {
                observer.step(path, values, length);
            }
        }

        private void gainGradient(int count) {
            workspace.functions().columnSums(buffer13, count, 1,
                    ((ArrayStorage) gradients.get(1)).values());
        }

        private void slopeGradient(int count) {
            workspace.functions().columnSums(buffer9, count, 18,
                    ((ArrayStorage) gradients.get(0)).values());
        }

        /**
         * The steps of one thread, for a block of examples.
         */
        private final class Block implements RowBlocks.Block {
            private final Workspace workspace = model.kernels.workspace(0);

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
                // test.nn:1  model Row
                normalize(x, flat, first, count);
                observed("normalize", flat, count * 18);
                // test.nn:1  mod
                gluSlice(flat, first, count);
                observed("glu", buffer0, count * 9);
                gluSlice2(flat, first, count);
                observed("glu", buffer1, count * 9);
                gluMultiply(first, count);
                observed("glu", buffer2, count * 9);
                // test.nn:1  model Row
                sparsemaxPositions(first, count);
                observed("sparsemax", buffer3, count * 9);
                sparsemaxSortDescending(first, count);
                observed("sparsemax", buffer4, count * 9);
                sparsemaxCumulativeSum(first, count);
                observed("sparsemax", buffer5, count * 9);
                sparsemaxMaximum(sparse, first, count);
                observed("sparsemax", sparse, count * 9);
                // test.nn:1  model Rows
                logSoftmax(flat, log, first, count);
                observed("log_softmax", log, count * 18);
            }

            private void backward(int first, int count) {
                // gradients of test.nn:1  model Row
                sparsemaxMaximumGradient2(sparse, sparseGradient, first, count);
                sparsemaxChooseGradient(first, count);
                sparsemaxSortDescendingGradient(first, count);
                // gradients of test.nn:1  mod
                gluMultiplyGradient(first, count);
                gluMultiplyGradient2(first, count);
                gluSigmoidGradient(first, count);
                gluSlice2Gradient(first, count);
                gluSlice2Gradient2(first, count);
                gluSliceGradient2(first, count);
                // gradients of test.nn:1  model Row
                normalizeDivide5Gradient(logGradient, flat, flatGradient, first, count);
                normalizeSubtractAgain(x, first, count);
                normalizeSum4Again(first, count);
                normalizeAddAgain(first, count);
                normalizeSqrtAgain(first, count);
                normalizeDivide5Gradient4(first, count);
                normalizeDivide4Gradient(first, count);
                normalizeSubtractGradient(first, count);
                normalizeSubtractGradient3(first, count);
                normalizeDivideGradient(first, count);
                // gradients of test.nn:1  model
                steepAddGradient(first, count);
                steepAddGradient3(first, count);
                steepMultiplyGradient(x, first, count);
            }

            private void normalize(float[] x, float[] flat, int first, int count) {
                float[] slope = model.slope.values();
                float gain = model.gain.values()[0];
                for (int example = first; example < first + count; example++) {
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

            private void gluSlice(float[] flat, int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
                    System.arraycopy(flat, row * 6, buffer0, row * 3, 3);
                }
            }

            private void gluSlice2(float[] flat, int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
                    System.arraycopy(flat, row * 6 + 3, buffer1, row * 3, 3);
                }
            }

            private void gluMultiply(int first, int count) {
                int end = (first + count) * 9;
                System.arraycopy(buffer1, first * 9, buffer2, first * 9, end - first * 9);
                workspace.functions().sigmoid(buffer2, first * 9, end);
                for (int i = first * 9; i < end; i++) {
                    buffer2[i] = buffer0[i] * buffer2[i];
                }
            }

            private void sparsemaxPositions(int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
                    for (int column = 0; column < 3; column++) {
                        buffer3[row * 3 + column] = column + 1;
                    }
                }
            }

            private void sparsemaxSortDescending(int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
                    org.nnlang.runtime.kernel.Rows.sortDescending(buffer2, row * 3, buffer4, row * 3, 3);
                }
            }

            private void sparsemaxCumulativeSum(int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
                    org.nnlang.runtime.kernel.Rows.cumulativeSum(buffer4, row * 3, buffer5, row * 3, 3);
                }
            }

            private void sparsemaxMaximum(float[] sparse, int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
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

            private void logSoftmax(float[] flat, float[] log, int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
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

            private void sparsemaxMaximumGradient2(float[] sparse, float[] sparseGradient,
                    int first, int count) {
                int end = (first + count) * 9;
                workspace.functions().chooseGreater(sparse, 0f, sparseGradient, 0f, buffer6, first * 9, end);
            }

            private void sparsemaxChooseGradient(int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
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

            private void sparsemaxSortDescendingGradient(int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
                    org.nnlang.runtime.kernel.Rows.sortDescendingGradient(buffer2, row * 3, buffer3, row * 3, buffer4, row * 3, 3);
                }
            }

            private void gluMultiplyGradient(int first, int count) {
                int end = (first + count) * 9;
                for (int i = first * 9; i < end; i++) {
                    buffer6[i] = buffer6[i] + buffer4[i];
                }
            }

            private void gluMultiplyGradient2(int first, int count) {
                int end = (first + count) * 9;
                System.arraycopy(buffer1, first * 9, buffer2, first * 9, end - first * 9);
                workspace.functions().sigmoid(buffer2, first * 9, end);
                for (int i = first * 9; i < end; i++) {
                    buffer2[i] = buffer6[i] * buffer2[i];
                }
            }

            private void gluSigmoidGradient(int first, int count) {
                int end = (first + count) * 9;
                float[] gradient = workspace.block(0);
                float[] slice = workspace.block(1);
                float[] sigmoid = workspace.block(2);
                for (int at = first * 9; at < end; at += Workspace.BLOCK) {
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

            private void gluSlice2Gradient(int first, int count) {
                int end = (first + count) * 9;
                for (int i = first * 9; i < end; i++) {
                    buffer0[i] = 0f;
                }
            }

            private void gluSlice2Gradient2(int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
                    System.arraycopy(buffer0, row * 3, buffer7, row * 6, 3);
                    System.arraycopy(buffer6, row * 3, buffer7, row * 6 + 3, 3);
                }
            }

            private void gluSliceGradient2(int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
                    System.arraycopy(buffer2, row * 3, buffer8, row * 6, 3);
                    System.arraycopy(buffer0, row * 3, buffer8, row * 6 + 3, 3);
                }
            }

            private void normalizeDivide5Gradient(float[] logGradient, float[] flat,
                    float[] flatGradient, int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
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
                        buffer9[i] = logGradient[i] + product * Scalar.exp(flat[i] - max);
                    }
                    float sum3 = 0f;
                    for (int i = begin; i < end; i++) {
                        sum3 += -buffer9[i];
                    }
                    float sum4 = 0f;
                    for (int i = begin; i < end; i++) {
                        sum4 += Scalar.choose(flat[i] == max, 1f, 0f);
                    }
                    for (int i = begin; i < end; i++) {
                        buffer9[i] = flatGradient[i] + buffer9[i] + Scalar.choose(flat[i] == max, sum3 / sum4, 0f) + buffer7[i] + buffer8[i];
                    }
                }
            }

            private void normalizeSubtractAgain(float[] x, int first, int count) {
                float[] slope = model.slope.values();
                float gain = model.gain.values()[0];
                for (int example = first; example < first + count; example++) {
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
                            buffer7[i] = x[i] * slope[i - example * 18] + gain - quotient;
                        }
                    }
                }
            }

            private void normalizeSum4Again(int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
                    int begin = row * 6;
                    int end = begin + 6;
                    float sum = 0f;
                    for (int i = begin; i < end; i++) {
                        sum += buffer7[i] * buffer7[i];
                    }
                    buffer10[row] = sum;
                }
            }

            private void normalizeAddAgain(int first, int count) {
                int end = (first + count) * 3;
                for (int i = first * 3; i < end; i++) {
                    buffer10[i] = buffer10[i] / 6f + 0.00001f;
                }
            }

            private void normalizeSqrtAgain(int first, int count) {
                int end = (first + count) * 3;
                for (int i = first * 3; i < end; i++) {
                    buffer11[i] = Scalar.sqrt(buffer10[i]);
                }
            }

            private void normalizeDivide5Gradient4(int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
                    int begin = row * 6;
                    int end = begin + 6;
                    float again = buffer11[row];
                    float sum = 0f;
                    for (int i = begin; i < end; i++) {
                        sum += buffer9[i] * -(buffer7[i] / again / again);
                    }
                    buffer12[row] = sum;
                }
            }

            private void normalizeDivide4Gradient(int first, int count) {
                int end = (first + count) * 3;
                for (int i = first * 3; i < end; i++) {
                    buffer12[i] = buffer12[i] * (0.5f / Scalar.sqrt(buffer10[i])) * 0.16666667f;
                }
            }

            private void normalizeSubtractGradient(int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
                    int begin = row * 6;
                    int end = begin + 6;
                    float again = buffer11[row];
                    float gradient = buffer12[row];
                    for (int i = begin; i < end; i++) {
                        float product = gradient * buffer7[i];
                        buffer9[i] = buffer9[i] * (1f / again) + product + product;
                    }
                }
            }

            private void normalizeSubtractGradient3(int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
                    int begin = row * 6;
                    int end = begin + 6;
                    float sum = 0f;
                    for (int i = begin; i < end; i++) {
                        sum += -buffer9[i];
                    }
                    buffer10[row] = sum;
                }
            }

            private void normalizeDivideGradient(int first, int count) {
                int end = (first + count) * 3;
                for (int i = first * 3; i < end; i++) {
                    buffer10[i] = buffer10[i] * 0.16666667f;
                }
            }

            private void steepAddGradient(int first, int count) {
                for (int row = first * 3; row < (first + count) * 3; row++) {
                    int begin = row * 6;
                    int end = begin + 6;
                    float gradient = buffer10[row];
                    for (int i = begin; i < end; i++) {
                        buffer9[i] = buffer9[i] + gradient;
                    }
                }
            }

            private void steepAddGradient3(int first, int count) {
                for (int row = first; row < first + count; row++) {
                    buffer13[row] = org.nnlang.runtime.kernel.Rows.sum(buffer9, row * 18, row * 18 + 18);
                }
            }

            private void steepMultiplyGradient(float[] x, int first, int count) {
                int end = (first + count) * 18;
                for (int i = first * 18; i < end; i++) {
                    buffer9[i] = buffer9[i] * x[i];
                }
            }
        }
    }
}
