import java.util.Arrays;
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
import org.nnlang.runtime.kernel.TransposedWeights;
import org.nnlang.runtime.kernel.WeightGradients;
import org.nnlang.runtime.kernel.Workspace;

/**
 * The derivatives of a {@link Faces}, for training it.
 */
@Generated("nnlang")
public final class FacesGradients implements ModelGradients {
    private static final RowFunction RELU = new Relu();
    private static final RowFunction SIGMOID = new Sigmoid();
    private final Faces model;

    /**
     * The derivatives of one model, whose weights they read at each call.
     */
    public FacesGradients(Faces model) {
        this.model = model;
    }

    @Override
    public Faces model() {
        return model;
    }

    @Override
    public List<OutputActivation> outputActivations() {
        return List.of(OutputActivation.OTHER, OutputActivation.OTHER, OutputActivation.OTHER,
                OutputActivation.OTHER);
    }

    @Override
    public Session newSession(int capacity) {
        if (capacity < 1 || capacity > 268435455) {
            throw new IllegalArgumentException("capacity must be from 1 to 268435455, got %s".formatted(capacity));
        }
        return new Session(model, capacity);
    }

    private static float relu(float x) {
        return Math.max(x, 0f);
    }

    private static void requireRows(String name, int width, float[] values, int count) {
        if (values.length < (long) width * count) {
            throw new IllegalArgumentException("%s must hold %s numbers a row, got %s for %s rows"
                    .formatted(name, width, values.length, count));
        }
    }

    /**
     * The buffers of one thread's training of a {@link Faces}: repeated calls allocate nothing.
     */
    public static final class Session implements GradientSession {
        private final Faces model;
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
        private final float[] buffer6;
        private final float[] buffer7;
        private final float[] buffer8;
        private float[] left;
        private float[] right;
        private float[] sameGradient;
        private float[] ageGradient;
        private float[] originalGradient;
        private float[] againGradient;
        private float[] same;
        private float[] age;
        private float[] original;
        private float[] again;
        private boolean[] atLogits = {};
        private boolean drops;
        private boolean derives;
        private long seed;
        private int count = -1;
        private StepObserver observer;

        private Session(Faces model, int capacity) {
            this.model = model;
            this.capacity = capacity;
            this.blocks = new RowBlocks(examples -> new Block(), capacity, 960, () -> model.kernels.rowsAtATime(4), 3076);
            this.workspace = model.kernels.trainingWorkspace(4, 8);
            this.gradients = model.parameters().gradients();
            this.weightGradients = new WeightGradients(model.kernels, workspace);
            this.buffer0 = new float[capacity * 4];
            this.buffer1 = new float[capacity * 4];
            this.buffer2 = new float[capacity * 8];
            this.buffer3 = new float[capacity * 4];
            this.buffer4 = new float[capacity * 4];
            this.buffer5 = new float[capacity];
            this.buffer6 = new float[capacity * 8];
            this.buffer7 = new float[capacity * 4];
            this.buffer8 = new float[capacity * 4];
            this.transposed = new TransposedWeights(model.kernels);
            transposed.add(model.ageWeight);
            transposed.add(model.sameWeight);
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
            if (inputs.length != 2 || outputs.length != 4 || logits.length != 4) {
                throw new IllegalArgumentException("Faces takes arrays for inputs, outputs and logits: 2, 4 and 4; got %s, %s and %s"
                        .formatted(inputs.length, outputs.length, logits.length));
            }
            requireRows("left", 8, inputs[0], count);
            requireRows("right", 8, inputs[1], count);
            requireRows("same", 1, outputs[0], count);
            requireRows("age", 1, outputs[1], count);
            requireRows("original", 8, outputs[2], count);
            requireRows("again", 1, outputs[3], count);
            float[] left = inputs[0];
            float[] right = inputs[1];
            float[] same = outputs[0];
            float[] age = outputs[1];
            float[] original = outputs[2];
            float[] again = outputs[3];
            if (same == left || same == right) {
                throw new IllegalArgumentException("same must be an array of its own");
            }
            if (age == left || age == right || age == same) {
                throw new IllegalArgumentException("age must be an array of its own");
            }
            if (original == left || original == right || original == same || original == age) {
                throw new IllegalArgumentException("original must be an array of its own");
            }
            if (again == left || again == right || again == same || again == age || again == original) {
                throw new IllegalArgumentException("again must be an array of its own");
            }
            this.left = left;
            this.right = right;
            this.same = same;
            this.age = age;
            this.original = original;
            this.again = again;
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
            if (gradients.length != 4 || atLogits.length != 4) {
                throw new IllegalArgumentException("Faces takes a gradient and a choice for each of 4 outputs, got %s and %s"
                        .formatted(gradients.length, atLogits.length));
            }
            requireRows("the gradient of same", 1, gradients[0], count);
            if (atLogits[0]) {
                throw new IllegalArgumentException("same ends with no softmax and no sigmoid: it has no logits");
            }
            requireRows("the gradient of age", 1, gradients[1], count);
            if (atLogits[1]) {
                throw new IllegalArgumentException("age ends with no softmax and no sigmoid: it has no logits");
            }
            requireRows("the gradient of original", 8, gradients[2], count);
            if (atLogits[2]) {
                throw new IllegalArgumentException("original ends with no softmax and no sigmoid: it has no logits");
            }
            requireRows("the gradient of again", 1, gradients[3], count);
            if (atLogits[3]) {
                throw new IllegalArgumentException("again ends with no softmax and no sigmoid: it has no logits");
            }
            this.sameGradient = gradients[0];
            this.ageGradient = gradients[1];
            this.originalGradient = gradients[2];
            this.againGradient = gradients[3];
            this.atLogits = atLogits;
            transposed.calculate(workspace);
            derives = true;
            blocks.calculate(count);
            // gradients of test.nn:1  mod
            ageBiasGradient(ageGradient, count);
            ageWeightGradient(ageGradient, count);
            // gradients of test.nn:1  mode
            sameBiasGradient(count);
            sameWeightGradient(count);
            // gradients of test.nn:1  model
            encodeBiasGradient(count);
            encodeWeightGradient(right, count);
            encodeBiasGradient2(count);
            encodeWeightGradient2(left, count);
            weightGradients.calculate();
            count = -1;
        }

        private void observed(String path, float[] values, int length) {
            if (observer != null) {
                observer.step(path, values, length);
            }
        }

        private void ageBiasGradient(float[] ageGradient, int count) {
            workspace.functions().columnSums(ageGradient, count, 1,
                    ((ArrayStorage) gradients.get(5)).values());
        }

        private void ageWeightGradient(float[] ageGradient, int count) {
            weightGradients.replace((DenseWeights) gradients.get(4), buffer3, ageGradient, count);
        }

        private void sameBiasGradient(int count) {
            workspace.functions().columnSums(buffer5, count, 1,
                    ((ArrayStorage) gradients.get(3)).values());
        }

        private void sameWeightGradient(int count) {
            weightGradients.replace((DenseWeights) gradients.get(2), buffer2, buffer5, count);
        }

        private void encodeBiasGradient(int count) {
            workspace.functions().columnSums(buffer1, count, 4,
                    ((ArrayStorage) gradients.get(1)).values());
        }

        private void encodeWeightGradient(float[] right, int count) {
            weightGradients.replace((DenseWeights) gradients.get(0), right, buffer1, count);
        }

        private void encodeBiasGradient2(int count) {
            workspace.functions().addColumnSums(buffer0, count, 4,
                    ((ArrayStorage) gradients.get(1)).values());
        }

        private void encodeWeightGradient2(float[] left, int count) {
            weightGradients.add((DenseWeights) gradients.get(0), left, buffer0, count);
        }

        /**
         * The steps of one thread, for a block of examples.
         */
        private final class Block implements RowBlocks.Block {
            private final Workspace workspace = model.kernels.workspace(8);

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
                // test.nn:1  model
                encode(left, first, count);
                observed("encode", buffer0, count * 4);
                encode2(right, first, count);
                observed("encode", buffer1, count * 4);
                concat(first, count);
                observed("concat", buffer2, count * 8);
                // test.nn:1  mode
                same(same, first, count);
                observed("same", same, count);
                mean(first, count);
                observed("mean", buffer3, count * 4);
                // test.nn:1  mod
                age(age, first, count);
                observed("age", age, count);
                // test.nn:1  mode
                copyToOriginal(left, original, first, count);
                observed("copyTo.original", original, count * 8);
                copyToAgain(same, again, first, count);
                observed("copyTo.again", again, count);
            }

            private void backward(int first, int count) {
                // gradients of test.nn:1  mod
                ageDotGradient(ageGradient, first, count);
                // gradients of test.nn:1  mode
                meanDivideGradient(first, count);
                sameSigmoidGradient4(sameGradient, againGradient, same, first, count);
                sameDotGradient(first, count);
                // gradients of test.nn:1  model
                concatGradient(first, count);
                concatGradient2(first, count);
                encodeRelu2Gradient2(first, count);
                encodeReluGradient2(first, count);
            }

            private void encode(float[] left, int first, int count) {
                model.kernels.dense(workspace, model.encodeWeight, model.encodeBias.values(), RELU,
                        left, first, buffer0, first, count);
            }

            private void encode2(float[] right, int first, int count) {
                model.kernels.dense(workspace, model.encodeWeight, model.encodeBias.values(), RELU,
                        right, first, buffer1, first, count);
            }

            private void concat(int first, int count) {
                for (int row = first; row < first + count; row++) {
                    System.arraycopy(buffer0, row * 4, buffer2, row * 8, 4);
                    System.arraycopy(buffer1, row * 4, buffer2, row * 8 + 4, 4);
                }
            }

            private void same(float[] same, int first, int count) {
                model.kernels.dense(workspace, model.sameWeight, model.sameBias.values(), SIGMOID,
                        buffer2, first, same, first, count);
            }

            private void mean(int first, int count) {
                int end = (first + count) * 4;
                for (int i = first * 4; i < end; i++) {
                    buffer3[i] = (buffer0[i] + buffer1[i]) * 0.5f;
                }
            }

            private void age(float[] age, int first, int count) {
                model.kernels.dense(workspace, model.ageWeight, model.ageBias.values(), null,
                        buffer3, first, age, first, count);
            }

            private void copyToOriginal(float[] left, float[] original, int first, int count) {
                System.arraycopy(left, first * 8, original, first * 8, count * 8);
            }

            private void copyToAgain(float[] same, float[] again, int first, int count) {
                System.arraycopy(same, first, again, first, count);
            }

            private void ageDotGradient(float[] ageGradient, int first, int count) {
                model.kernels.dense(workspace, transposed.of(0), null, null, ageGradient, first,
                        buffer4, first, count);
            }

            private void meanDivideGradient(int first, int count) {
                int end = (first + count) * 4;
                for (int i = first * 4; i < end; i++) {
                    buffer4[i] = buffer4[i] * 0.5f;
                }
            }

            private void sameSigmoidGradient4(float[] sameGradient, float[] againGradient,
                    float[] same, int first, int count) {
                int end = first + count;
                for (int i = first; i < end; i++) {
                    buffer5[i] = (sameGradient[i] + againGradient[i]) * (same[i] * (1f - same[i]));
                }
            }

            private void sameDotGradient(int first, int count) {
                model.kernels.dense(workspace, transposed.of(1), null, null, buffer5, first,
                        buffer6, first, count);
            }

            private void concatGradient(int first, int count) {
                for (int row = first; row < first + count; row++) {
                    System.arraycopy(buffer6, row * 8, buffer7, row * 4, 4);
                }
            }

            private void concatGradient2(int first, int count) {
                for (int row = first; row < first + count; row++) {
                    System.arraycopy(buffer6, row * 8 + 4, buffer8, row * 4, 4);
                }
            }

            private void encodeRelu2Gradient2(int first, int count) {
                int end = (first + count) * 4;
                float[] relu2 = workspace.block(0);
                float[] gradient = workspace.block(1);
                float[] gradient2 = workspace.block(2);
                float[] total = workspace.block(3);
                float[] zeros = workspace.block(4);
                Arrays.fill(zeros, 0, Math.min(Workspace.BLOCK, end - first * 4), 0f);
                for (int at = first * 4; at < end; at += Workspace.BLOCK) {
                    int length = Math.min(Workspace.BLOCK, end - at);
                    System.arraycopy(buffer1, at, relu2, 0, length);
                    System.arraycopy(buffer4, at, gradient, 0, length);
                    System.arraycopy(buffer8, at, gradient2, 0, length);
                    for (int i = 0; i < length; i++) {
                        total[i] = gradient[i] + gradient2[i];
                    }
                    workspace.functions().chooseGreater(relu2, 0f, total, zeros, buffer1, at, length);
                }
            }

            private void encodeReluGradient2(int first, int count) {
                int end = (first + count) * 4;
                float[] relu = workspace.block(0);
                float[] gradient = workspace.block(1);
                float[] gradient2 = workspace.block(2);
                float[] total = workspace.block(3);
                float[] zeros = workspace.block(4);
                Arrays.fill(zeros, 0, Math.min(Workspace.BLOCK, end - first * 4), 0f);
                for (int at = first * 4; at < end; at += Workspace.BLOCK) {
                    int length = Math.min(Workspace.BLOCK, end - at);
                    System.arraycopy(buffer0, at, relu, 0, length);
                    System.arraycopy(buffer4, at, gradient, 0, length);
                    System.arraycopy(buffer7, at, gradient2, 0, length);
                    for (int i = 0; i < length; i++) {
                        total[i] = gradient[i] + gradient2[i];
                    }
                    workspace.functions().chooseGreater(relu, 0f, total, zeros, buffer0, at, length);
                }
            }
        }
    }

    private static final class Relu implements RowFunction {
        @Override
        public void apply(Workspace workspace, float[] values, int from, int rows, int width) {
            int to = from + rows * width;
            for (int i = from; i < to; i++) {
                values[i] = relu(values[i]);
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
