import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;
import org.nnlang.runtime.Parameter;
import org.nnlang.runtime.Parameters;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.Summary;
import org.nnlang.runtime.init.Initializers;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.DenseWeights;
import org.nnlang.runtime.kernel.Kernels;
import org.nnlang.runtime.kernel.RowBlocks;
import org.nnlang.runtime.kernel.Workspace;

/**
 * The model Residuals3.
 *
 * <p>Generated from test.nn:1.
 *
 * <pre>
 * residual[0]        Residual()              test.nn:1
 * residual[0].dense  Dense()     [4, 4] [4]  test.nn:1
 * residual[1]        Residual()              test.nn:1
 * residual[1].dense  Dense()     [4, 4] [4]  test.nn:1
 * residual[2]        Residual()              test.nn:1
 * residual[2].dense  Dense()     [4, 4] [4]  test.nn:1
 * </pre>
 */
@Generated("nnlang")
public final class Residuals3 implements Model {
    final Kernels kernels = Kernels.best();
    final DenseWeights residual0DenseWeight = kernels.denseWeights(4, 4);
    final ArrayStorage residual0DenseBias = new ArrayStorage(4);
    final DenseWeights residual1DenseWeight = kernels.denseWeights(4, 4);
    final ArrayStorage residual1DenseBias = new ArrayStorage(4);
    final DenseWeights residual2DenseWeight = kernels.denseWeights(4, 4);
    final ArrayStorage residual2DenseBias = new ArrayStorage(4);

    private final Parameters parameters = Parameters.of(
            new Parameter("residual[0].dense.weight", Shape.of(4, 4), true, residual0DenseWeight,
                    Initializers.normal(0.0, 0.5)),
            new Parameter("residual[0].dense.bias", Shape.of(4), true, residual0DenseBias,
                    Initializers.normal(0.0, 0.5)),
            new Parameter("residual[1].dense.weight", Shape.of(4, 4), true, residual1DenseWeight,
                    Initializers.normal(0.0, 0.5)),
            new Parameter("residual[1].dense.bias", Shape.of(4), true, residual1DenseBias,
                    Initializers.normal(0.0, 0.5)),
            new Parameter("residual[2].dense.weight", Shape.of(4, 4), true, residual2DenseWeight,
                    Initializers.normal(0.0, 0.5)),
            new Parameter("residual[2].dense.bias", Shape.of(4), true, residual2DenseBias,
                    Initializers.normal(0.0, 0.5)));

    private final AtomicReference<Session> idle = new AtomicReference<>();

    private Residuals3() {}

    /**
     * Makes a model with fresh weights; equal seeds give equal weights on every machine.
     */
    public static Residuals3 create(long seed) {
        Residuals3 model = new Residuals3();
        model.parameters.initialize(seed);
        return model;
    }

    /**
     * Makes a model with the weights of a file: safetensors or npz.
     *
     * @throws IOException if the file cannot be read, or does not fit; the message names the first difference
     */
    public static Residuals3 load(Path path) throws IOException {
        Residuals3 model = new Residuals3();
        model.parameters.load(path);
        return model;
    }

    /**
     * Calculates one example.
     *
     * @param x [4]
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] y(float[] x) {
        requireExample("x", 4, x);
        float[] y = new float[4];
        Session session = idle.getAndSet(null);
        if (session == null) {
            session = newSession(1);
        }
        session.run(x, 1, y);
        idle.set(session);
        return y;
    }

    /**
     * All outputs of one example.
     *
     * @param x [4]
     * @throws IllegalArgumentException if an array has another length
     */
    public Output forward(float[] x) {
        return new Output(y(x));
    }

    @Override
    public Session newSession(int capacity) {
        if (capacity < 1 || capacity > 536870911) {
            throw new IllegalArgumentException("capacity must be from 1 to 536870911, got %s".formatted(capacity));
        }
        return new Session(this, capacity);
    }

    /**
     * One of 3 layers Residual.
     */
    public Residual residual(int index) {
        return new Residual(parameters, "residual[" + index + "]");
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public String name() {
        return "Residuals3";
    }

    @Override
    public List<Port> inputs() {
        return List.of(new Port("x", Shape.of(4)));
    }

    @Override
    public List<Port> outputs() {
        return List.of(new Port("y", Shape.of(4)));
    }

    @Override
    public Summary summary() {
        return new Summary("Residuals3", Summary.Form.FUNCTIONAL, List.of(
                new Summary.Entry("x", "Input", Summary.Kind.INPUT, List.of(Shape.of(4)), 0, 0, 0,
                        List.of(), List.of()),
                new Summary.Entry("residual[0]", "Residual", Summary.Kind.LAYER,
                        List.of(Shape.of(4)), parameters.trainableCount("residual[0].*"),
                        parameters.nonTrainableCount("residual[0].*"), 20,
                        List.of(new Summary.Connection("x", 0, 0)), List.of(
                        new Summary.Entry("dense", "Dense", Summary.Kind.LAYER,
                                List.of(Shape.of(4)),
                                parameters.trainableCount("residual[0].dense.*"),
                                parameters.nonTrainableCount("residual[0].dense.*"), 20,
                                List.of(new Summary.Connection("x", 0, 0)), List.of()))),
                new Summary.Entry("residual[1]", "Residual", Summary.Kind.LAYER,
                        List.of(Shape.of(4)), parameters.trainableCount("residual[1].*"),
                        parameters.nonTrainableCount("residual[1].*"), 20,
                        List.of(new Summary.Connection("residual[0]", 0, 0)), List.of(
                        new Summary.Entry("dense", "Dense", Summary.Kind.LAYER,
                                List.of(Shape.of(4)),
                                parameters.trainableCount("residual[1].dense.*"),
                                parameters.nonTrainableCount("residual[1].dense.*"), 20,
                                List.of(new Summary.Connection("residual[0]", 0, 0)), List.of()))),
                new Summary.Entry("residual[2]", "Residual", Summary.Kind.LAYER,
                        List.of(Shape.of(4)), parameters.trainableCount("residual[2].*"),
                        parameters.nonTrainableCount("residual[2].*"), 20,
                        List.of(new Summary.Connection("residual[1]", 0, 0)), List.of(
                        new Summary.Entry("dense", "Dense", Summary.Kind.LAYER,
                                List.of(Shape.of(4)),
                                parameters.trainableCount("residual[2].dense.*"),
                                parameters.nonTrainableCount("residual[2].dense.*"), 20,
                                List.of(new Summary.Connection("residual[1]", 0, 0)),
                                List.of())))));
    }

    @Override
    public Residuals3Gradients gradients() {
        return new Residuals3Gradients(this);
    }

    private static void requireExample(String name, int width, float[] values) {
        if (values.length != width) {
            throw new IllegalArgumentException("%s must hold %s numbers a row, got %s"
                    .formatted(name, width, values.length));
        }
    }

    private static void requireRows(String name, int width, float[] values, int count) {
        if (values.length < (long) width * count) {
            throw new IllegalArgumentException("%s must hold %s numbers a row, got %s for %s rows"
                    .formatted(name, width, values.length, count));
        }
    }

    /**
     * All outputs of one example.
     *
     * @param y [4]
     */
    public record Output(float[] y) {}

    /**
     * The buffers of one thread's calculations with a {@link Residuals3}: repeated calls allocate nothing.
     */
    public static final class Session implements ModelSession {
        private final Residuals3 model;
        private final int capacity;
        private final RowBlocks blocks;
        private float[] x;
        private float[] y;

        private Session(Residuals3 model, int capacity) {
            this.model = model;
            this.capacity = capacity;
            this.blocks = new RowBlocks(Block::new, capacity, 960, () -> model.kernels.rowsAtATime(4), 688);
        }

        @Override
        public int capacity() {
            return capacity;
        }

        @Override
        public void useThreads(int count) {
            blocks.useThreads(count);
        }

        /**
         * Calculates the outputs of {@code count} examples, which lie one after another in each array.
         *
         * @param x [4] an example
         * @param count how many examples
         * @param y [4] an example; written
         * @throws IllegalArgumentException if an array is too short, or count is not from 0 to the capacity
         */
        public void run(float[] x, int count, float[] y) {
            if (count < 0 || count > capacity) {
                throw new IllegalArgumentException("count must be from 0 to the capacity of the session, %s, got %s"
                        .formatted(capacity, count));
            }
            requireRows("x", 4, x, count);
            requireRows("y", 4, y, count);
            if (y == x) {
                throw new IllegalArgumentException("y must be an array of its own");
            }
            this.x = x;
            this.y = y;
            blocks.calculate(count);
            this.x = null;
            this.y = null;
        }

        @Override
        public void run(float[][] inputs, int count, float[][] outputs) {
            if (inputs.length != 1 || outputs.length != 1) {
                throw new IllegalArgumentException("Residuals3 has 1 input and 1 output, got %s and %s"
                        .formatted(inputs.length, outputs.length));
            }
            run(inputs[0], count, outputs[0]);
        }

        /**
         * The buffers of one thread for a block of examples, and the steps.
         */
        private final class Block implements RowBlocks.Block {
            private final Workspace workspace = model.kernels.workspace(4);
            private final float[] buffer0;
            private final float[] buffer1;

            private Block(int examples) {
                this.buffer0 = new float[examples * 4];
                this.buffer1 = new float[examples * 4];
            }

            @Override
            public void calculate(int first, int count) {
                // test.nn:1  model
                residual0Dense(x, first, count);
                // test.nn:1  m
                copyOfX(x, first, count);
                // test.nn:1  model
                residual0(count);
                residual1Dense(count);
                residual1(count);
                residual2Dense(count);
                residual2(count);
                copyToY(y, first, count);
            }

            @Override
            public void useThreads(int count) {
                workspace.useThreads(count);
            }

            private void residual0Dense(float[] x, int first, int count) {
                model.kernels.dense(workspace, model.residual0DenseWeight,
                        model.residual0DenseBias.values(), null, x, first, buffer0, 0, count);
            }

            private void copyOfX(float[] x, int first, int count) {
                System.arraycopy(x, first * 4, buffer1, 0, count * 4);
            }

            private void residual0(int count) {
                int end = count * 4;
                float[] x2 = workspace.block(0);
                float[] add = workspace.block(1);
                float[] sigmoid = workspace.block(2);
                for (int at = 0; at < end; at += Workspace.BLOCK) {
                    int length = Math.min(Workspace.BLOCK, end - at);
                    System.arraycopy(buffer1, at, x2, 0, length);
                    System.arraycopy(buffer0, at, add, 0, length);
                    System.arraycopy(add, 0, sigmoid, 0, length);
                    workspace.functions().sigmoid(sigmoid, 0, length);
                    for (int i = 0; i < length; i++) {
                        x2[i] = x2[i] + add[i] * sigmoid[i];
                    }
                    System.arraycopy(x2, 0, buffer1, at, length);
                }
            }

            private void residual1Dense(int count) {
                model.kernels.dense(workspace, model.residual1DenseWeight,
                        model.residual1DenseBias.values(), null, buffer1, buffer0, count);
            }

            private void residual1(int count) {
                int end = count * 4;
                float[] add = workspace.block(0);
                float[] add2 = workspace.block(1);
                float[] sigmoid = workspace.block(2);
                for (int at = 0; at < end; at += Workspace.BLOCK) {
                    int length = Math.min(Workspace.BLOCK, end - at);
                    System.arraycopy(buffer1, at, add, 0, length);
                    System.arraycopy(buffer0, at, add2, 0, length);
                    System.arraycopy(add2, 0, sigmoid, 0, length);
                    workspace.functions().sigmoid(sigmoid, 0, length);
                    for (int i = 0; i < length; i++) {
                        add[i] = add[i] + add2[i] * sigmoid[i];
                    }
                    System.arraycopy(add, 0, buffer1, at, length);
                }
            }

            private void residual2Dense(int count) {
                model.kernels.dense(workspace, model.residual2DenseWeight,
                        model.residual2DenseBias.values(), null, buffer1, buffer0, count);
            }

            private void residual2(int count) {
                int end = count * 4;
                float[] add = workspace.block(0);
                float[] add2 = workspace.block(1);
                float[] sigmoid = workspace.block(2);
                for (int at = 0; at < end; at += Workspace.BLOCK) {
                    int length = Math.min(Workspace.BLOCK, end - at);
                    System.arraycopy(buffer1, at, add, 0, length);
                    System.arraycopy(buffer0, at, add2, 0, length);
                    System.arraycopy(add2, 0, sigmoid, 0, length);
                    workspace.functions().sigmoid(sigmoid, 0, length);
                    for (int i = 0; i < length; i++) {
                        add[i] = add[i] + add2[i] * sigmoid[i];
                    }
                    System.arraycopy(add, 0, buffer1, at, length);
                }
            }

            private void copyToY(float[] y, int first, int count) {
                System.arraycopy(buffer1, 0, y, first * 4, count * 4);
            }
        }
    }

    /**
     * The weights of a {@code Residual}.
     */
    public static final class Residual {
        private final Parameters parameters;
        private final String path;

        private Residual(Parameters parameters, String path) {
            this.parameters = parameters;
            this.path = path;
        }

        public Dense dense() {
            return new Dense(parameters, path + ".dense");
        }
    }

    /**
     * The weights of a {@code Dense}.
     */
    public static final class Dense {
        private final Parameters parameters;
        private final String path;

        private Dense(Parameters parameters, String path) {
            this.parameters = parameters;
            this.path = path;
        }

        public Parameter weight() {
            return parameters.get(path + ".weight");
        }

        public Parameter bias() {
            return parameters.get(path + ".bias");
        }
    }
}
