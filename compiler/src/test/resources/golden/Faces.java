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
import org.nnlang.runtime.kernel.RowFunction;
import org.nnlang.runtime.kernel.Workspace;

/**
 * Two photos in.
 *
 * <p>Two answers out.
 *
 * <p>Generated from test.nn:1.
 *
 * <pre>
 * encode  Dense()  [4, 8] [4]  test.nn:1
 * same    Dense()  [1, 8] [1]  test.nn:1
 * age     Dense()  [1, 4] [1]  test.nn:1
 * </pre>
 */
@Generated("nnlang")
public final class Faces implements Model {
    private static final RowFunction RELU = new Relu();
    private static final RowFunction SIGMOID = new Sigmoid();
    final Kernels kernels = Kernels.best();
    final DenseWeights encodeWeight = kernels.denseWeights(4, 8);
    final ArrayStorage encodeBias = new ArrayStorage(4);
    final DenseWeights sameWeight = kernels.denseWeights(1, 8);
    final ArrayStorage sameBias = new ArrayStorage(1);
    final DenseWeights ageWeight = kernels.denseWeights(1, 4);
    final ArrayStorage ageBias = new ArrayStorage(1);

    private final Parameters parameters = Parameters.of(
            new Parameter("encode.weight", Shape.of(4, 8), true, encodeWeight,
                    Initializers.normal(0.0, 0.35355339059327373)),
            new Parameter("encode.bias", Shape.of(4), true, encodeBias,
                    Initializers.normal(0.0, 0.5)),
            new Parameter("same.weight", Shape.of(1, 8), true, sameWeight,
                    Initializers.normal(0.0, 0.35355339059327373)),
            new Parameter("same.bias", Shape.of(1), true, sameBias, Initializers.normal(0.0, 0.5)),
            new Parameter("age.weight", Shape.of(1, 4), true, ageWeight,
                    Initializers.normal(0.0, 0.5)),
            new Parameter("age.bias", Shape.of(1), true, ageBias, Initializers.normal(0.0, 0.5)));

    private final AtomicReference<Session> idle = new AtomicReference<>();

    private Faces() {}

    /**
     * Makes a model with fresh weights; equal seeds give equal weights on every machine.
     */
    public static Faces create(long seed) {
        Faces model = new Faces();
        model.parameters.initialize(seed);
        return model;
    }

    /**
     * Makes a model with the weights of a file: safetensors or npz.
     *
     * @throws IOException if the file cannot be read, or does not fit; the message names the first difference
     */
    public static Faces load(Path path) throws IOException {
        Faces model = new Faces();
        model.parameters.load(path);
        return model;
    }

    /**
     * Calculates one example.
     *
     * @param left [8]
     * @param right [8]
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] same(float[] left, float[] right) {
        return forward(left, right).same();
    }

    /**
     * Calculates one example.
     *
     * @param left [8]
     * @param right [8]
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] age(float[] left, float[] right) {
        return forward(left, right).age();
    }

    /**
     * Calculates one example.
     *
     * @param left [8]
     * @param right [8]
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] original(float[] left, float[] right) {
        return forward(left, right).original();
    }

    /**
     * Calculates one example.
     *
     * @param left [8]
     * @param right [8]
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] again(float[] left, float[] right) {
        return forward(left, right).again();
    }

    /**
     * All outputs of one example.
     *
     * @param left [8]
     * @param right [8]
     * @throws IllegalArgumentException if an array has another length
     */
    public Output forward(float[] left, float[] right) {
        requireExample("left", 8, left);
        requireExample("right", 8, right);
        float[] same = new float[1];
        float[] age = new float[1];
        float[] original = new float[8];
        float[] again = new float[1];
        Session session = idle.getAndSet(null);
        if (session == null) {
            session = newSession(1);
        }
        session.run(left, right, 1, same, age, original, again);
        idle.set(session);
        return new Output(same, age, original, again);
    }

    @Override
    public Session newSession(int capacity) {
        if (capacity < 1 || capacity > 268435455) {
            throw new IllegalArgumentException("capacity must be from 1 to 268435455, got %s".formatted(capacity));
        }
        return new Session(this, capacity);
    }

    /**
     * Dense(), test.nn:1.
     */
    public Dense encode() {
        return new Dense(parameters, "encode");
    }

    /**
     * Dense(), test.nn:1.
     */
    public Dense same() {
        return new Dense(parameters, "same");
    }

    /**
     * Dense(), test.nn:1.
     */
    public Dense age() {
        return new Dense(parameters, "age");
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public String name() {
        return "Faces";
    }

    @Override
    public List<Port> inputs() {
        return List.of(new Port("left", Shape.of(8)), new Port("right", Shape.of(8)));
    }

    @Override
    public List<Port> outputs() {
        return List.of(new Port("same", Shape.of(1)), new Port("age", Shape.of(1)), new Port("original", Shape.of(8)), new Port("again", Shape.of(1)));
    }

    @Override
    public Summary summary() {
        return new Summary("Faces", Summary.Form.FUNCTIONAL, List.of(
                new Summary.Entry("left", "Input", Summary.Kind.INPUT, List.of(Shape.of(8)),
                        0, 0, 0, List.of(), List.of()),
                new Summary.Entry("right", "Input", Summary.Kind.INPUT, List.of(Shape.of(8)),
                        0, 0, 0, List.of(), List.of()),
                new Summary.Entry("encode", "Dense", Summary.Kind.LAYER, List.of(Shape.of(4)),
                        parameters.trainableCount("encode.*"),
                        parameters.nonTrainableCount("encode.*"), 72,
                        List.of(new Summary.Connection("left", 0, 0), new Summary.Connection("right", 0, 0)),
                        List.of()),
                new Summary.Entry("concat", "concat", Summary.Kind.OPERATION, List.of(Shape.of(8)),
                        0, 0, 0,
                        List.of(new Summary.Connection("encode", 0, 0), new Summary.Connection("encode", 1, 0)),
                        List.of()),
                new Summary.Entry("same", "Dense", Summary.Kind.LAYER, List.of(Shape.of(1)),
                        parameters.trainableCount("same.*"),
                        parameters.nonTrainableCount("same.*"), 9,
                        List.of(new Summary.Connection("concat", 0, 0)), List.of()),
                new Summary.Entry("mean", "divide", Summary.Kind.OPERATION, List.of(Shape.of(4)),
                        0, 0, 0,
                        List.of(new Summary.Connection("encode", 0, 0), new Summary.Connection("encode", 1, 0)),
                        List.of()),
                new Summary.Entry("age", "Dense", Summary.Kind.LAYER, List.of(Shape.of(1)),
                        parameters.trainableCount("age.*"),
                        parameters.nonTrainableCount("age.*"), 5,
                        List.of(new Summary.Connection("mean", 0, 0)), List.of())));
    }

    @Override
    public FacesGradients gradients() {
        return new FacesGradients(this);
    }

    private static float relu(float x) {
        return Math.max(x, 0f);
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
     * @param same [1]
     * @param age [1]
     * @param original [8]
     * @param again [1]
     */
    public record Output(float[] same, float[] age, float[] original, float[] again) {}

    /**
     * The buffers of one thread's calculations with a {@link Faces}: repeated calls allocate nothing.
     */
    public static final class Session implements ModelSession {
        private final Faces model;
        private final int capacity;
        private final RowBlocks blocks;
        private float[] left;
        private float[] right;
        private float[] same;
        private float[] age;
        private float[] original;
        private float[] again;

        private Session(Faces model, int capacity) {
            this.model = model;
            this.capacity = capacity;
            this.blocks = new RowBlocks(Block::new, capacity, 960, () -> model.kernels.rowsAtATime(4), 696);
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
         * @param left [8] an example
         * @param right [8] an example
         * @param count how many examples
         * @param same [1] an example; written
         * @param age [1] an example; written
         * @param original [8] an example; written
         * @param again [1] an example; written
         * @throws IllegalArgumentException if an array is too short, or count is not from 0 to the capacity
         */
        public void run(float[] left, float[] right, int count, float[] same, float[] age,
                float[] original, float[] again) {
            if (count < 0 || count > capacity) {
                throw new IllegalArgumentException("count must be from 0 to the capacity of the session, %s, got %s"
                        .formatted(capacity, count));
            }
            requireRows("left", 8, left, count);
            requireRows("right", 8, right, count);
            requireRows("same", 1, same, count);
            requireRows("age", 1, age, count);
            requireRows("original", 8, original, count);
            requireRows("again", 1, again, count);
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
            blocks.calculate(count);
            this.left = null;
            this.right = null;
            this.same = null;
            this.age = null;
            this.original = null;
            this.again = null;
        }

        @Override
        public void run(float[][] inputs, int count, float[][] outputs) {
            if (inputs.length != 2 || outputs.length != 4) {
                throw new IllegalArgumentException("Faces has 2 inputs and 4 outputs, got %s and %s"
                        .formatted(inputs.length, outputs.length));
            }
            run(inputs[0], inputs[1], count, outputs[0], outputs[1], outputs[2], outputs[3]);
        }

        /**
         * The buffers of one thread for a block of examples, and the steps.
         */
        private final class Block implements RowBlocks.Block {
            private final Workspace workspace = model.kernels.workspace(4);
            private final float[] buffer0;
            private final float[] buffer1;
            private final float[] buffer2;

            private Block(int examples) {
                this.buffer0 = new float[examples * 4];
                this.buffer1 = new float[examples * 4];
                this.buffer2 = new float[examples * 8];
            }

            @Override
            public void calculate(int first, int count) {
                // test.nn:1  model
                encode(left, first, count);
                encode2(right, first, count);
                concat(count);
                // test.nn:1  mode
                same(same, first, count);
                mean(count);
                // test.nn:1  mod
                age(age, first, count);
                // test.nn:1  mode
                copyToOriginal(left, original, first, count);
                copyToAgain(same, again, first, count);
            }

            @Override
            public void useThreads(int count) {
                workspace.useThreads(count);
            }

            private void encode(float[] left, int first, int count) {
                model.kernels.dense(workspace, model.encodeWeight, model.encodeBias.values(), RELU,
                        left, first, buffer0, 0, count);
            }

            private void encode2(float[] right, int first, int count) {
                model.kernels.dense(workspace, model.encodeWeight, model.encodeBias.values(), RELU,
                        right, first, buffer1, 0, count);
            }

            private void concat(int count) {
                for (int row = 0; row < count; row++) {
                    System.arraycopy(buffer0, row * 4, buffer2, row * 8, 4);
                    System.arraycopy(buffer1, row * 4, buffer2, row * 8 + 4, 4);
                }
            }

            private void same(float[] same, int first, int count) {
                model.kernels.dense(workspace, model.sameWeight, model.sameBias.values(), SIGMOID,
                        buffer2, 0, same, first, count);
            }

            private void mean(int count) {
                int end = count * 4;
                for (int i = 0; i < end; i++) {
                    buffer0[i] = (buffer0[i] + buffer1[i]) * 0.5f;
                }
            }

            private void age(float[] age, int first, int count) {
                model.kernels.dense(workspace, model.ageWeight, model.ageBias.values(), null,
                        buffer0, 0, age, first, count);
            }

            private void copyToOriginal(float[] left, float[] original, int first, int count) {
                System.arraycopy(left, first * 8, original, first * 8, count * 8);
            }

            private void copyToAgain(float[] same, float[] again, int first, int count) {
                System.arraycopy(same, first, again, first, count);
            }
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
