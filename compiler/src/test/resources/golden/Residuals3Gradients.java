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
import org.nnlang.runtime.kernel.TransposedWeights;
import org.nnlang.runtime.kernel.WeightGradients;
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
            throw new IllegalArgumentException("capacity must be from 1 to 536870911, got %s".formatted(capacity));
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
     * The buffers of one thread's training of a {@link Residuals3}: repeated calls allocate nothing.
     */
    public static final class Session implements GradientSession {
        private final Residuals3 model;
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
        private float[] x;
        private float[] yGradient;
        private float[] y;
        private boolean[] atLogits = {};
        private boolean drops;
        private boolean derives;
        private long seed;
        private int count = -1;
        private StepObserver observer;

        private Session(Residuals3 model, int capacity) {
            this.model = model;
            this.capacity = capacity;
            this.blocks = new RowBlocks(examples -> new Block(), capacity, 960, () -> model.kernels.rowsAtATime(4), 2208);
            this.workspace = model.kernels.trainingWorkspace(4, 4);
            this.gradients = model.parameters().gradients();
            this.weightGradients = new WeightGradients(model.kernels, workspace);
            this.buffer0 = new float[capacity * 4];
            this.buffer1 = new float[capacity * 4];
            this.buffer2 = new float[capacity * 4];
            this.buffer3 = new float[capacity * 4];
            this.buffer4 = new float[capacity * 4];
            this.buffer5 = new float[capacity * 4];
            this.buffer6 = new float[capacity * 4];
            this.transposed = new TransposedWeights(model.kernels);
            transposed.add(model.residual2DenseWeight);
            transposed.add(model.residual1DenseWeight);
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
                throw new IllegalArgumentException("Residuals3 takes arrays for inputs, outputs and logits: 1, 1 and 1; got %s, %s and %s"
                        .formatted(inputs.length, outputs.length, logits.length));
            }
            requireRows("x", 4, inputs[0], count);
            requireRows("y", 4, outputs[0], count);
            float[] x = inputs[0];
            float[] y = outputs[0];
            if (y == x) {
                throw new IllegalArgumentException("y must be an array of its own");
            }
            this.x = x;
            this.y = y;
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
                throw new IllegalArgumentException("Residuals3 takes a gradient and a choice for each of 1 outputs, got %s and %s"
                        .formatted(gradients.length, atLogits.length));
            }
            requireRows("the gradient of y", 4, gradients[0], count);
            if (atLogits[0]) {
                throw new IllegalArgumentException("y ends with no softmax and no sigmoid: it has no logits");
            }
            this.yGradient = gradients[0];
            this.atLogits = atLogits;
            transposed.calculate(workspace);
            derives = true;
            blocks.calculate(count);
            // gradients of test.nn:1  model
            residual2DenseBiasGradient(count);
            residual2DenseWeightGradient(count);
            residual1DenseBiasGradient(count);
            residual1DenseWeightGradient(count);
            residual0DenseBiasGradient(count);
            residual0DenseWeightGradient(x, count);
            weightGradients.calculate();
            count = -1;
        }

        private void observed(String path, float[] values, int length) {
            if (observer != null) {
                observer.step(path, values, length);
            }
        }

        private void residual2DenseBiasGradient(int count) {
            workspace.functions().columnSums(buffer4, count, 4,
                    ((ArrayStorage) gradients.get(5)).values());
        }

        private void residual2DenseWeightGradient(int count) {
            weightGradients.replace((DenseWeights) gradients.get(4), buffer3, buffer4, count);
        }

        private void residual1DenseBiasGradient(int count) {
            workspace.functions().columnSums(buffer2, count, 4,
                    ((ArrayStorage) gradients.get(3)).values());
        }

        private void residual1DenseWeightGradient(int count) {
            weightGradients.replace((DenseWeights) gradients.get(2), buffer1, buffer2, count);
        }

        private void residual0DenseBiasGradient(int count) {
            workspace.functions().columnSums(buffer5, count, 4,
                    ((ArrayStorage) gradients.get(1)).values());
        }

        private void residual0DenseWeightGradient(float[] x, int count) {
            weightGradients.replace((DenseWeights) gradients.get(0), x, buffer5, count);
        }

        /**
         * The steps of one thread, for a block of examples.
         */
        private final class Block implements RowBlocks.Block {
            private final Workspace workspace = model.kernels.workspace(4);

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
                residual0Dense(x, first, count);
                observed("residual[0].dense", buffer0, count * 4);
                residual0(x, first, count);
                observed("residual[0]", buffer1, count * 4);
                residual1Dense(first, count);
                observed("residual[1].dense", buffer2, count * 4);
                residual1(first, count);
                observed("residual[1]", buffer3, count * 4);
                residual2Dense(first, count);
                observed("residual[2].dense", buffer4, count * 4);
                residual2(y, first, count);
                observed("residual[2]", y, count * 4);
            }

            private void backward(int first, int count) {
                // gradients of test.nn:1  model
                residual2DenseSwishGradient(yGradient, first, count);
                residual2DenseDotGradient(first, count);
                residual1AddGradient(yGradient, first, count);
                residual1DenseSwishGradient(first, count);
                residual1DenseDotGradient(first, count);
                residual0DenseSwishGradient(first, count);
            }

            private void residual0Dense(float[] x, int first, int count) {
                model.kernels.dense(workspace, model.residual0DenseWeight,
                        model.residual0DenseBias.values(), null, x, first, buffer0, first, count);
            }

            private void residual0(float[] x, int first, int count) {
                int end = (first + count) * 4;
                System.arraycopy(buffer0, first * 4, buffer1, first * 4, end - first * 4);
                workspace.functions().sigmoid(buffer1, first * 4, end);
                for (int i = first * 4; i < end; i++) {
                    buffer1[i] = x[i] + buffer0[i] * buffer1[i];
                }
            }

            private void residual1Dense(int first, int count) {
                model.kernels.dense(workspace, model.residual1DenseWeight,
                        model.residual1DenseBias.values(), null, buffer1, first, buffer2, first,
                        count);
            }

            private void residual1(int first, int count) {
                int end = (first + count) * 4;
                System.arraycopy(buffer2, first * 4, buffer3, first * 4, end - first * 4);
                workspace.functions().sigmoid(buffer3, first * 4, end);
                for (int i = first * 4; i < end; i++) {
                    buffer3[i] = buffer1[i] + buffer2[i] * buffer3[i];
                }
            }

            private void residual2Dense(int first, int count) {
                model.kernels.dense(workspace, model.residual2DenseWeight,
                        model.residual2DenseBias.values(), null, buffer3, first, buffer4, first,
                        count);
            }

            private void residual2(float[] y, int first, int count) {
                int end = (first + count) * 4;
                System.arraycopy(buffer4, first * 4, y, first * 4, end - first * 4);
                workspace.functions().sigmoid(y, first * 4, end);
                for (int i = first * 4; i < end; i++) {
                    y[i] = buffer3[i] + buffer4[i] * y[i];
                }
            }

            private void residual2DenseSwishGradient(float[] yGradient, int first, int count) {
                int end = (first + count) * 4;
                float[] gradient = workspace.block(0);
                float[] add = workspace.block(1);
                float[] sigmoid = workspace.block(2);
                for (int at = first * 4; at < end; at += Workspace.BLOCK) {
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

            private void residual2DenseDotGradient(int first, int count) {
                model.kernels.dense(workspace, transposed.of(0), null, null, buffer4, first,
                        buffer5, first, count);
            }

            private void residual1AddGradient(float[] yGradient, int first, int count) {
                int end = (first + count) * 4;
                for (int i = first * 4; i < end; i++) {
                    buffer5[i] = yGradient[i] + buffer5[i];
                }
            }

            private void residual1DenseSwishGradient(int first, int count) {
                int end = (first + count) * 4;
                float[] gradient = workspace.block(0);
                float[] add = workspace.block(1);
                float[] sigmoid = workspace.block(2);
                for (int at = first * 4; at < end; at += Workspace.BLOCK) {
                    int length = Math.min(Workspace.BLOCK, end - at);
                    System.arraycopy(buffer5, at, gradient, 0, length);
                    System.arraycopy(buffer2, at, add, 0, length);
                    System.arraycopy(add, 0, sigmoid, 0, length);
                    workspace.functions().sigmoid(sigmoid, 0, length);
                    for (int i = 0; i < length; i++) {
                        gradient[i] = gradient[i] * (sigmoid[i] + add[i] * (sigmoid[i] * (1f - sigmoid[i])));
                    }
                    System.arraycopy(gradient, 0, buffer2, at, length);
                }
            }

            private void residual1DenseDotGradient(int first, int count) {
                model.kernels.dense(workspace, transposed.of(1), null, null, buffer2, first,
                        buffer6, first, count);
            }

            private void residual0DenseSwishGradient(int first, int count) {
                int end = (first + count) * 4;
                float[] gradient = workspace.block(0);
                float[] gradient2 = workspace.block(1);
                float[] add = workspace.block(2);
                float[] sigmoid = workspace.block(3);
                for (int at = first * 4; at < end; at += Workspace.BLOCK) {
                    int length = Math.min(Workspace.BLOCK, end - at);
                    System.arraycopy(buffer5, at, gradient, 0, length);
                    System.arraycopy(buffer6, at, gradient2, 0, length);
                    System.arraycopy(buffer0, at, add, 0, length);
                    System.arraycopy(add, 0, sigmoid, 0, length);
                    workspace.functions().sigmoid(sigmoid, 0, length);
                    for (int i = 0; i < length; i++) {
                        gradient[i] = (gradient[i] + gradient2[i]) * (sigmoid[i] + add[i] * (sigmoid[i] * (1f - sigmoid[i])));
                    }
                    System.arraycopy(gradient, 0, buffer5, at, length);
                }
            }
        }
    }
}
