import java.util.List;
import org.nnlang.runtime.Generated;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.ModelGradients;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.StepObserver;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.DenseWeights;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.runtime.kernel.Rows;
import org.nnlang.runtime.kernel.Workspace;

/**
 * The derivatives of a {@link Residuals3}, for training it.
 */
@Generated("nnlang")
public final class Residuals3Gradients implements ModelGradients {
    private final Residuals3 model;

    /**
     * The derivatives of one model, whose weights they read at each call.
     */
    public Residuals3Gradients(Residuals3 model) {
        this.model = model;
    }

    @Override
    public Residuals3 model() {
        return model;
    }

    @Override
    public List<OutputActivation> outputActivations() {
        return List.of(OutputActivation.OTHER);
    }

    @Override
    public Session newSession(int capacity) {
        if (capacity < 1 || capacity > 536870911) {
            throw new IllegalArgumentException("capacity must be from 1 to 536870911, got " + capacity);
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
     * The buffers of one thread's training of a {@link Residuals3}: repeated calls allocate nothing.
     */
    public static final class Session implements GradientSession {
        private final Residuals3 model;
        private final int capacity;
        private final Workspace workspace;
        private final List<ParameterStorage> gradients;
        private final float[] buffer0;
        private final float[] buffer1;
        private final float[] buffer2;
        private final float[] buffer3;
        private final float[] buffer4;
        private final DenseWeights transposed4By4;
        private float[][] inputs = {};
        private float[][] outputs = {};
        private float[][] logits = {};
        private boolean[] atLogits = {};
        private boolean drops;
        private long seed;
        private int count = -1;
        private StepObserver observer;

        private Session(Residuals3 model, int capacity) {
            this.model = model;
            this.capacity = capacity;
            this.workspace = model.kernels.trainingWorkspace(4, 4);
            this.gradients = model.parameters().gradients();
            this.buffer0 = new float[capacity * 4];
            this.buffer1 = new float[capacity * 4];
            this.buffer2 = new float[capacity * 4];
            this.buffer3 = new float[capacity * 4];
            this.buffer4 = new float[capacity * 4];
            this.transposed4By4 = model.kernels.denseWeights(4, 4);
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
                throw new IllegalArgumentException("Residuals3 takes arrays for inputs, outputs and logits: 1, 1 and 1; got "
                        + inputs.length + ", " + outputs.length + " and " + logits.length);
            }
            requireRows("x", 4, inputs[0], count);
            requireRows("y", 4, outputs[0], count);
            float[] x = inputs[0];
            float[] y = outputs[0];
            if (y == x) {
                throw new IllegalArgumentException("y must be an array of its own");
            }
            this.inputs = inputs;
            this.outputs = outputs;
            this.logits = logits;
            this.count = -1;
            // test.nn:1  model
            residual0Dense(x, count);
            observed("residual[0].dense", buffer0, count * 4);
            residual0(x, count);
            observed("residual[0]", buffer1, count * 4);
            residual1Dense(count);
            observed("residual[1].dense", buffer2, count * 4);
            residual1(count);
            observed("residual[1]", buffer3, count * 4);
            residual2Dense(count);
            observed("residual[2].dense", buffer4, count * 4);
            residual2(y, count);
            observed("residual[2]", y, count * 4);
            this.count = count;
        }

        @Override
        public void backward(float[][] gradients, boolean[] atLogits) {
            if (count < 0) {
                throw new IllegalStateException("forward comes first: there is nothing to derive");
            }
            if (gradients.length != 1 || atLogits.length != 1) {
                throw new IllegalArgumentException("Residuals3 takes a gradient and a choice for each of 1 outputs, got "
                        + gradients.length + " and " + atLogits.length);
            }
            requireRows("the gradient of y", 4, gradients[0], count);
            if (atLogits[0]) {
                throw new IllegalArgumentException("y ends with no softmax and no sigmoid: it has no logits");
            }
            float[] x = inputs[0];
            float[] y = outputs[0];
            float[] yGradient = gradients[0];
            this.atLogits = atLogits;
            // gradients of test.nn:1  model
            residual2DenseSwishGradient(yGradient, count);
            residual2DenseBiasGradient(count);
            residual2DenseWeightGradient(count);
            residual2DenseDotGradient(count);
            residual1AddGradient(yGradient, count);
            residual1DenseSwishGradient(count);
            residual1DenseBiasGradient(count);
            residual1DenseWeightGradient(count);
            residual1DenseDotGradient(count);
            residual0DenseSwishGradient(count);
            residual0DenseBiasGradient(count);
            residual0DenseWeightGradient(x, count);
            count = -1;
        }

        private void observed(String path, float[] values, int length) {
            if (observer != null) {
                observer.step(path, values, length);
            }
        }

        private void residual0Dense(float[] x, int count) {
            model.kernels.dense(workspace, model.residual0DenseWeight,
                    model.residual0DenseBias.values(), null, x, buffer0, count);
        }

        private void residual0(float[] x, int count) {
            int end = count * 4;
            System.arraycopy(buffer0, 0, buffer1, 0, end);
            workspace.functions().sigmoid(buffer1, 0, end);
            for (int i = 0; i < end; i++) {
                buffer1[i] = x[i] + buffer0[i] * buffer1[i];
            }
        }

        private void residual1Dense(int count) {
            model.kernels.dense(workspace, model.residual1DenseWeight,
                    model.residual1DenseBias.values(), null, buffer1, buffer2, count);
        }

        private void residual1(int count) {
            int end = count * 4;
            System.arraycopy(buffer2, 0, buffer3, 0, end);
            workspace.functions().sigmoid(buffer3, 0, end);
            for (int i = 0; i < end; i++) {
                buffer3[i] = buffer1[i] + buffer2[i] * buffer3[i];
            }
        }

        private void residual2Dense(int count) {
            model.kernels.dense(workspace, model.residual2DenseWeight,
                    model.residual2DenseBias.values(), null, buffer3, buffer4, count);
        }

        private void residual2(float[] y, int count) {
            int end = count * 4;
            System.arraycopy(buffer4, 0, y, 0, end);
            workspace.functions().sigmoid(y, 0, end);
            for (int i = 0; i < end; i++) {
                y[i] = buffer3[i] + buffer4[i] * y[i];
            }
        }

        private void residual2DenseSwishGradient(float[] yGradient, int count) {
            int end = count * 4;
            float[] gradient = workspace.block(0);
            float[] add = workspace.block(1);
            float[] sigmoid = workspace.block(2);
            for (int at = 0; at < end; at += Workspace.BLOCK) {
                int length = Math.min(Workspace.BLOCK, end - at);
                System.arraycopy(yGradient, at, gradient, 0, length);
                System.arraycopy(buffer4, at, add, 0, length);
                System.arraycopy(add, 0, sigmoid, 0, length);
                workspace.functions().sigmoid(sigmoid, 0, length);
                for (int i = 0; i < length; i++) {
                    gradient[i] = gradient[i] * (sigmoid[i] + add[i] * (sigmoid[i] * (1f - sigmoid[i])));
                }
                System.arraycopy(gradient, 0, buffer4, at, length);
            }
        }

        private void residual2DenseBiasGradient(int count) {
            Rows.columnSums(buffer4, count, 4, ((ArrayStorage) gradients.get(5)).values());
        }

        private void residual2DenseWeightGradient(int count) {
            model.kernels.weightGradient(workspace, (DenseWeights) gradients.get(4), buffer3,
                    buffer4, count);
        }

        private void residual2DenseDotGradient(int count) {
            model.kernels.transpose(workspace, model.residual2DenseWeight, transposed4By4);
            model.kernels.dense(workspace, transposed4By4, null, null, buffer4, buffer3, count);
        }

        private void residual1AddGradient(float[] yGradient, int count) {
            int end = count * 4;
            for (int i = 0; i < end; i++) {
                buffer3[i] = yGradient[i] + buffer3[i];
            }
        }

        private void residual1DenseSwishGradient(int count) {
            int end = count * 4;
            float[] gradient = workspace.block(0);
            float[] add = workspace.block(1);
            float[] sigmoid = workspace.block(2);
            for (int at = 0; at < end; at += Workspace.BLOCK) {
                int length = Math.min(Workspace.BLOCK, end - at);
                System.arraycopy(buffer3, at, gradient, 0, length);
                System.arraycopy(buffer2, at, add, 0, length);
                System.arraycopy(add, 0, sigmoid, 0, length);
                workspace.functions().sigmoid(sigmoid, 0, length);
                for (int i = 0; i < length; i++) {
                    gradient[i] = gradient[i] * (sigmoid[i] + add[i] * (sigmoid[i] * (1f - sigmoid[i])));
                }
                System.arraycopy(gradient, 0, buffer2, at, length);
            }
        }

        private void residual1DenseBiasGradient(int count) {
            Rows.columnSums(buffer2, count, 4, ((ArrayStorage) gradients.get(3)).values());
        }

        private void residual1DenseWeightGradient(int count) {
            model.kernels.weightGradient(workspace, (DenseWeights) gradients.get(2), buffer1,
                    buffer2, count);
        }

        private void residual1DenseDotGradient(int count) {
            model.kernels.transpose(workspace, model.residual1DenseWeight, transposed4By4);
            model.kernels.dense(workspace, transposed4By4, null, null, buffer2, buffer1, count);
        }

        private void residual0DenseSwishGradient(int count) {
            int end = count * 4;
            float[] gradient = workspace.block(0);
            float[] gradient2 = workspace.block(1);
            float[] add = workspace.block(2);
            float[] sigmoid = workspace.block(3);
            for (int at = 0; at < end; at += Workspace.BLOCK) {
                int length = Math.min(Workspace.BLOCK, end - at);
                System.arraycopy(buffer3, at, gradient, 0, length);
                System.arraycopy(buffer1, at, gradient2, 0, length);
                System.arraycopy(buffer0, at, add, 0, length);
                System.arraycopy(add, 0, sigmoid, 0, length);
                workspace.functions().sigmoid(sigmoid, 0, length);
                for (int i = 0; i < length; i++) {
                    gradient[i] = (gradient[i] + gradient2[i]) * (sigmoid[i] + add[i] * (sigmoid[i] * (1f - sigmoid[i])));
                }
                System.arraycopy(gradient, 0, buffer3, at, length);
            }
        }

        private void residual0DenseBiasGradient(int count) {
            Rows.columnSums(buffer3, count, 4, ((ArrayStorage) gradients.get(1)).values());
        }

        private void residual0DenseWeightGradient(float[] x, int count) {
            model.kernels.weightGradient(workspace, (DenseWeights) gradients.get(0), x, buffer3,
                    count);
        }
    }
}
