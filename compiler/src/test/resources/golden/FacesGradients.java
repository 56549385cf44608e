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
import org.nnlang.runtime.kernel.RowFunction;
import org.nnlang.runtime.kernel.Rows;
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
            throw new IllegalArgumentException("capacity must be from 1 to 268435455, got " + capacity);
        }
        return new Session(model, capacity);
    }

    private static float relu(float x) {
        return Math.max(x, 0f);
    }

    private static void requireRows(String name, int width, float[] values, int count) {
        if (values.length < (long) width * count) {
            throw new IllegalArgumentException(name + " must hold " + width
                    + " numbers a row, got " + values.length + " for " + count + " rows");
        }
    }

    /**
     * The buffers of one thread's training of a {@link Faces}: repeated calls allocate nothing.
     */
    public static final class Session implements GradientSession {
        private final Faces model;
        private final int capacity;
        private final Workspace workspace;
        private final List<ParameterStorage> gradients;
        private final float[] buffer0;
        private final float[] buffer1;
        private final float[] buffer2;
        private final float[] buffer3;
        private final float[] buffer4;
        private final float[] buffer5;
        private final DenseWeights transposed1By4;
        private final DenseWeights transposed1By8;
        private float[][] inputs = {};
        private float[][] outputs = {};
        private float[][] logits = {};
        private boolean[] atLogits = {};
        private boolean drops;
        private long seed;
        private int count = -1;
        private StepObserver observer;

        private Session(Faces model, int capacity) {
            this.model = model;
            this.capacity = capacity;
            this.workspace = model.kernels.trainingWorkspace(8, 8);
            this.gradients = model.parameters().gradients();
            this.buffer0 = new float[capacity * 4];
            this.buffer1 = new float[capacity * 4];
            this.buffer2 = new float[capacity * 8];
            this.buffer3 = new float[capacity * 4];
            this.buffer4 = new float[capacity * 4];
            this.buffer5 = new float[capacity * 4];
            this.transposed1By4 = model.kernels.denseWeights(4, 1);
            this.transposed1By8 = model.kernels.denseWeights(8, 1);
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
            if (inputs.length != 2 || outputs.length != 4 || logits.length != 4) {
                throw new IllegalArgumentException("Faces takes arrays for inputs, outputs and logits: 2, 4 and 4; got "
                        + inputs.length + ", " + outputs.length + " and " + logits.length);
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
            this.inputs = inputs;
            this.outputs = outputs;
            this.logits = logits;
            this.count = -1;
            // test.nn:1  model
            encode(left, count);
            observed("encode", buffer0, count * 4);
            encode2(right, count);
            observed("encode", buffer1, count * 4);
            concat(count);
            observed("concat", buffer2, count * 8);
            // test.nn:1  mode
            same(same, count);
            observed("same", same, count);
            mean(count);
            observed("mean", buffer3, count * 4);
            // test.nn:1  mod
            age(age, count);
            observed("age", age, count);
            // test.nn:1  mode
            copyToOriginal(left, original, count);
            observed("copyTo.original", original, count * 8);
            copyToAgain(same, again, count);
            observed("copyTo.again", again, count);
            this.count = count;
        }

        @Override
        public void backward(float[][] gradients, boolean[] atLogits) {
            if (count < 0) {
                throw new IllegalStateException("forward comes first: there is nothing to derive");
            }
            if (gradients.length != 4 || atLogits.length != 4) {
                throw new IllegalArgumentException("Faces takes a gradient and a choice for each of 4 outputs, got "
                        + gradients.length + " and " + atLogits.length);
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
            float[] left = inputs[0];
            float[] right = inputs[1];
            float[] same = outputs[0];
            float[] age = outputs[1];
            float[] original = outputs[2];
            float[] again = outputs[3];
            float[] sameGradient = gradients[0];
            float[] ageGradient = gradients[1];
            float[] originalGradient = gradients[2];
            float[] againGradient = gradients[3];
            this.atLogits = atLogits;
            // gradients of test.nn:1  mod
            ageBiasGradient(ageGradient, count);
            ageWeightGradient(ageGradient, count);
            ageDotGradient(ageGradient, count);
            // gradients of test.nn:1  mode
            meanDivideGradient(count);
            sameSigmoidGradient4(sameGradient, againGradient, same, count);
            sameBiasGradient(count);
            sameWeightGradient(count);
            sameDotGradient(count);
            // gradients of test.nn:1  model
            concatGradient(count);
            concatGradient2(count);
            encodeRelu2Gradient2(count);
            encodeBiasGradient(count);
            encodeWeightGradient(right, count);
            encodeReluGradient2(count);
            encodeBiasGradient2(count);
            encodeWeightGradient2(left, count);
            count = -1;
        }

        private void observed(String path, float[] values, int length) {
            if (observer != null) {
                observer.step(path, values, length);
            }
        }

        private void encode(float[] left, int count) {
            model.kernels.dense(workspace, model.encodeWeight, model.encodeBias.values(), RELU,
                    left, buffer0, count);
        }

        private void encode2(float[] right, int count) {
            model.kernels.dense(workspace, model.encodeWeight, model.encodeBias.values(), RELU,
                    right, buffer1, count);
        }

        private void concat(int count) {
            for (int row = 0; row < count; row++) {
                System.arraycopy(buffer0, row * 4, buffer2, row * 8, 4);
                System.arraycopy(buffer1, row * 4, buffer2, row * 8 + 4, 4);
            }
        }

        private void same(float[] same, int count) {
            model.kernels.dense(workspace, model.sameWeight, model.sameBias.values(), SIGMOID,
                    buffer2, same, count);
        }

        private void mean(int count) {
            int end = count * 4;
            for (int i = 0; i < end; i++) {
                buffer3[i] = (buffer0[i] + buffer1[i]) * 0.5f;
            }
        }

        private void age(float[] age, int count) {
            model.kernels.dense(workspace, model.ageWeight, model.ageBias.values(), null, buffer3,
                    age, count);
        }

        private void copyToOriginal(float[] left, float[] original, int count) {
            System.arraycopy(left, 0, original, 0, count * 8);
        }

        private void copyToAgain(float[] same, float[] again, int count) {
            System.arraycopy(same, 0, again, 0, count);
        }

        private void ageBiasGradient(float[] ageGradient, int count) {
            Rows.columnSums(ageGradient, count, 1, ((ArrayStorage) gradients.get(5)).values());
        }

        private void ageWeightGradient(float[] ageGradient, int count) {
            model.kernels.weightGradient(workspace, (DenseWeights) gradients.get(4), buffer3,
                    ageGradient, count);
        }

        private void ageDotGradient(float[] ageGradient, int count) {
            model.kernels.transpose(workspace, model.ageWeight, transposed1By4);
            model.kernels.dense(workspace, transposed1By4, null, null, ageGradient, buffer3, count);
        }

        private void meanDivideGradient(int count) {
            int end = count * 4;
            for (int i = 0; i < end; i++) {
                buffer3[i] = buffer3[i] * 0.5f;
            }
        }

        private void sameSigmoidGradient4(float[] sameGradient, float[] againGradient, float[] same,
                int count) {
            for (int i = 0; i < count; i++) {
                buffer4[i] = (sameGradient[i] + againGradient[i]) * (same[i] * (1f - same[i]));
            }
        }

        private void sameBiasGradient(int count) {
            Rows.columnSums(buffer4, count, 1, ((ArrayStorage) gradients.get(3)).values());
        }

        private void sameWeightGradient(int count) {
            model.kernels.weightGradient(workspace, (DenseWeights) gradients.get(2), buffer2,
                    buffer4, count);
        }

        private void sameDotGradient(int count) {
            model.kernels.transpose(workspace, model.sameWeight, transposed1By8);
            model.kernels.dense(workspace, transposed1By8, null, null, buffer4, buffer2, count);
        }

        private void concatGradient(int count) {
            for (int row = 0; row < count; row++) {
                System.arraycopy(buffer2, row * 8, buffer4, row * 4, 4);
            }
        }

        private void concatGradient2(int count) {
            for (int row = 0; row < count; row++) {
                System.arraycopy(buffer2, row * 8 + 4, buffer5, row * 4, 4);
            }
        }

        private void encodeRelu2Gradient2(int count) {
            int end = count * 4;
            float[] relu2 = workspace.block(0);
            float[] gradient = workspace.block(1);
            float[] gradient2 = workspace.block(2);
            float[] total = workspace.block(3);
            float[] zeros = workspace.block(4);
            Arrays.fill(zeros, 0, Math.min(Workspace.BLOCK, end), 0f);
            for (int at = 0; at < end; at += Workspace.BLOCK) {
                int length = Math.min(Workspace.BLOCK, end - at);
                System.arraycopy(buffer1, at, relu2, 0, length);
                System.arraycopy(buffer3, at, gradient, 0, length);
                System.arraycopy(buffer5, at, gradient2, 0, length);
                for (int i = 0; i < length; i++) {
                    total[i] = gradient[i] + gradient2[i];
                }
                workspace.functions().chooseGreater(relu2, 0f, total, zeros, buffer1, at, length);
            }
        }

        private void encodeBiasGradient(int count) {
            Rows.columnSums(buffer1, count, 4, ((ArrayStorage) gradients.get(1)).values());
        }

        private void encodeWeightGradient(float[] right, int count) {
            model.kernels.weightGradient(workspace, (DenseWeights) gradients.get(0), right, buffer1,
                    count);
        }

        private void encodeReluGradient2(int count) {
            int end = count * 4;
            float[] relu = workspace.block(0);
            float[] gradient = workspace.block(1);
            float[] gradient2 = workspace.block(2);
            float[] total = workspace.block(3);
            float[] zeros = workspace.block(4);
            Arrays.fill(zeros, 0, Math.min(Workspace.BLOCK, end), 0f);
            for (int at = 0; at < end; at += Workspace.BLOCK) {
                int length = Math.min(Workspace.BLOCK, end - at);
                System.arraycopy(buffer0, at, relu, 0, length);
                System.arraycopy(buffer3, at, gradient, 0, length);
                System.arraycopy(buffer4, at, gradient2, 0, length);
                for (int i = 0; i < length; i++) {
                    total[i] = gradient[i] + gradient2[i];
                }
                workspace.functions().chooseGreater(relu, 0f, total, zeros, buffer0, at, length);
            }
        }

        private void encodeBiasGradient2(int count) {
            Rows.addColumnSums(buffer0, count, 4, ((ArrayStorage) gradients.get(1)).values());
        }

        private void encodeWeightGradient2(float[] left, int count) {
            model.kernels.addWeightGradient(workspace, (DenseWeights) gradients.get(0), left,
                    buffer0, count);
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
