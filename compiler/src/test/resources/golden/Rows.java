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
import org.nnlang.runtime.kernel.Kernels;
import org.nnlang.runtime.kernel.RowBlocks;
import org.nnlang.runtime.kernel.Scalar;
import org.nnlang.runtime.kernel.Workspace;

/**
 * The model Rows.
 *
 * <p>Generated from test.nn:1.
 */
@Generated("nnlang")
public final class Rows implements Model {
    final Kernels kernels = Kernels.best();
    final ArrayStorage slope = new ArrayStorage(18);
    final ArrayStorage gain = new ArrayStorage(1);

    private final Parameters parameters = Parameters.of(
            new Parameter("slope", Shape.of(3, 6), true, slope, Initializers.normal(0.0, 0.5)),
            new Parameter("gain", Shape.of(), true, gain, Initializers.normal(0.0, 0.5)));

    private final AtomicReference<Session> idle = new AtomicReference<>();

    private Rows() {}

    /**
     * Makes a model with fresh weights; equal seeds give equal weights on every machine.
     */
    public static Rows create(long seed) {
        Rows model = new Rows();
        model.parameters.initialize(seed);
        return model;
    }

    /**
     * Makes a model with the weights of a file: safetensors or npz.
     *
     * @throws IOException if the file cannot be read, or does not fit; the message names the first difference
     */
    public static Rows load(Path path) throws IOException {
        Rows model = new Rows();
        model.parameters.load(path);
        return model;
    }

    /**
     * Calculates one example.
     *
     * @param x [3, 6]
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] sparse(float[] x) {
        return forward(x).sparse();
    }

    /**
     * Calculates one example.
     *
     * @param x [3, 6]
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] log(float[] x) {
        return forward(x).log();
    }

    /**
     * Calculates one example.
     *
     * @param x [3, 6]
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] flat(float[] x) {
        return forward(x).flat();
    }

    /**
     * All outputs of one example.
     *
     * @param x [3, 6]
     * @throws IllegalArgumentException if an array has another length
     */
    public Output forward(float[] x) {
        requireExample("x", 18, x);
        float[] sparse = new float[9];
        float[] log = new float[18];
        float[] flat = new float[18];
        Session session = idle.getAndSet(null);
        if (session == null) {
            session = newSession(1);
        }
        session.run(x, 1, sparse, log, flat);
        idle.set(session);
        return new Output(sparse, log, flat);
    }

    @Override
    public Session newSession(int capacity) {
        if (capacity < 1 || capacity > 119304647) {
            throw new IllegalArgumentException("capacity must be from 1 to 119304647, got %s".formatted(capacity));
        }
        return new Session(this, capacity);
    }

    public Parameter slope() {
        return parameters.get("slope");
    }

    public Parameter gain() {
        return parameters.get("gain");
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public String name() {
        return "Rows";
    }

    @Override
    public List<Port> inputs() {
        return List.of(new Port("x", Shape.of(3, 6)));
    }

    @Override
    public List<Port> outputs() {
        return List.of(new Port("sparse", Shape.of(3, 3)), new Port("log", Shape.of(3, 6)), new Port("flat", Shape.of(18)));
    }

    @Override
    public Summary summary() {
        return new Summary("Rows", Summary.Form.FUNCTIONAL, List.of(
                new Summary.Entry("x", "Input", Summary.Kind.INPUT, List.of(Shape.of(3, 6)),
                        0, 0, 0, List.of(), List.of()),
                new Summary.Entry("steep", "add", Summary.Kind.OPERATION, List.of(Shape.of(3, 6)),
                        0, 0, 0, List.of(new Summary.Connection("x", 0, 0)), List.of()),
                new Summary.Entry("normalize", "normalize", Summary.Kind.ACTIVATION,
                        List.of(Shape.of(3, 6)), 0, 0, 0,
                        List.of(new Summary.Connection("steep", 0, 0)), List.of()),
                new Summary.Entry("glu", "glu", Summary.Kind.ACTIVATION, List.of(Shape.of(3, 3)),
                        0, 0, 0, List.of(new Summary.Connection("normalize", 0, 0)), List.of()),
                new Summary.Entry("sparsemax", "sparsemax", Summary.Kind.ACTIVATION,
                        List.of(Shape.of(3, 3)), 0, 0, 0,
                        List.of(new Summary.Connection("glu", 0, 0)), List.of()),
                new Summary.Entry("log_softmax", "log_softmax", Summary.Kind.ACTIVATION,
                        List.of(Shape.of(3, 6)), 0, 0, 0,
                        List.of(new Summary.Connection("normalize", 0, 0)), List.of()),
                new Summary.Entry("flatten", "reshape", Summary.Kind.OPERATION,
                        List.of(Shape.of(18)), 0, 0, 0,
                        List.of(new Summary.Connection("normalize", 0, 0)), List.of())));
    }

    @Override
    public RowsGradients gradients() {
        return new RowsGradients(this);
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
     * @param sparse [3, 3]
     * @param log [3, 6]
     * @param flat [18]
     */
    public record Output(float[] sparse, float[] log, float[] flat) {}

    /**
     * The buffers of one thread's calculations with a {@link Rows}: repeated calls allocate nothing.
     */
    public static final class Session implements ModelSession {
        private final Rows model;
        private final int capacity;
        private final RowBlocks blocks;
        private float[] x;
        private float[] sparse;
        private float[] log;
        private float[] flat;

        private Session(Rows model, int capacity) {
            this.model = model;
            this.capacity = capacity;
            this.blocks = new RowBlocks(Block::new, capacity, 960, () -> 1, 3240);
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
         * @param x [3, 6] an example
         * @param count how many examples
         * @param sparse [3, 3] an example; written
         * @param log [3, 6] an example; written
         * @param flat [18] an example; written
         * @throws IllegalArgumentException if an array is too short, or count is not from 0 to the capacity
         */
        public void run(float[] x, int count, float[] sparse, float[] log, float[] flat) {
            if (count < 0 || count > capacity) {
                throw new IllegalArgumentException("count must be from 0 to the capacity of the session, %s, got %s"
                        .formatted(capacity, count));
            }
            requireRows("x", 18, x, count);
            requireRows("sparse", 9, sparse, count);
            requireRows("log", 18, log, count);
            requireRows("flat", 18, flat, count);
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
            blocks.calculate(count);
            this.x = null;
            this.sparse = null;
            this.log = null;
            this.flat = null;
        }

        @Override
        public void run(float[][] inputs, int count, float[][] outputs) {
            if (inputs.length != 1 || outputs.length != 3) {
                throw new IllegalArgumentException("Rows has 1 input and 3 outputs, got %s and %s"
                        .formatted(inputs.length, outputs.length));
            }
            run(inputs[0], count, outputs[0], outputs[1], outputs[2]);
        }

        /**
         * The buffers of one thread for a block of examples, and the steps.
         */
        private final class Block implements RowBlocks.Block {
            private final Workspace workspace = model.kernels.workspace(0);
            private final float[] buffer0;
            private final float[] buffer1;
            private final float[] buffer2;
            private final float[] buffer3;
            private final float[] buffer4;

            private Block(int examples) {
                this.buffer0 = new float[examples * 18];
                this.buffer1 = new float[examples * 18];
                this.buffer2 = new float[examples * 9];
                this.buffer3 = new float[examples * 9];
                this.buffer4 = new float[examples * 9];
            }

            @Override
            public void calculate(int first, int count) {
                // test.nn:1  m
                copyOfX(x, first, count);
                // test.nn:1  model Row
                normalize(count);
                // test.nn:1  mod
                gluSlice(count);
                gluSlice2(count);
                gluMultiply(count);
                // test.nn:1  model Row
                sparsemaxPositions(count);
                sparsemaxSortDescending(count);
                sparsemaxCumulativeSum(count);
                sparsemaxMaximum(count);
                copyToSparse(sparse, first, count);
                // test.nn:1  model Rows
                logSoftmax(count);
                copyToLog(log, first, count);
                // test.nn:1  model R
                copyToFlat(flat, first, count);
            }

            @Override
            public void useThreads(int count) {
                workspace.useThreads(count);
            }

            private void copyOfX(float[] x, int first, int count) {
                System.arraycopy(x, first * 18, buffer0, 0, count * 18);
            }

            private void normalize(int count) {
                float[] slope = model.slope.values();
                float gain = model.gain.values()[0];
                for (int example = 0; example < count; example++) {
                    for (int line = 0; line < 3; line++) {
                        int row = example * 3 + line;
                        int begin = row * 6;
                        int end = begin + 6;
                        float sum = 0f;
                        for (int i = begin; i < end; i++) {
                            sum += buffer0[i] * slope[i - example * 18] + gain;
                        }
                        float quotient = sum / 6f;
                        float sum2 = 0f;
                        for (int i = begin; i < end; i++) {
                            float difference = buffer0[i] * slope[i - example * 18] + gain - quotient;
                            sum2 += difference * difference;
                        }
                        float sqrt = Scalar.sqrt(sum2 / 6f + 0.00001f);
                        for (int i = begin; i < end; i++) {
                            buffer0[i] = (buffer0[i] * slope[i - example * 18] + gain - quotient) / sqrt;
                        }
                    }
                }
            }

            private void gluSlice(int count) {
                for (int row = 0; row < count * 3; row++) {
                    System.arraycopy(buffer0, row * 6, buffer1, row * 3, 3);
                }
            }

            private void gluSlice2(int count) {
                for (int row = 0; row < count * 3; row++) {
                    System.arraycopy(buffer0, row * 6 + 3, buffer2, row * 3, 3);
                }
            }

            private void gluMultiply(int count) {
                int end = count * 9;
                float[] slice = workspace.block(0);
                float[] sigmoid = workspace.block(1);
                for (int at = 0; at < end; at += Workspace.BLOCK) {
                    int length = Math.min(Workspace.BLOCK, end - at);
                    System.arraycopy(buffer1, at, slice, 0, length);
                    System.arraycopy(buffer2, at, sigmoid, 0, length);
                    workspace.functions().sigmoid(sigmoid, 0, length);
                    for (int i = 0; i < length; i++) {
                        slice[i] = slice[i] * sigmoid[i];
                    }
                    System.arraycopy(slice, 0, buffer1, at, length);
                }
            }

            private void sparsemaxPositions(int count) {
                for (int row = 0; row < count * 3; row++) {
                    for (int column = 0; column < 3; column++) {
                        buffer2[row * 3 + column] = column + 1;
                    }
                }
            }

            private void sparsemaxSortDescending(int count) {
                for (int row = 0; row < count * 3; row++) {
                    org.nnlang.runtime.kernel.Rows.sortDescending(buffer1, row * 3, buffer3, row * 3, 3);
                }
            }

            private void sparsemaxCumulativeSum(int count) {
                for (int row = 0; row < count * 3; row++) {
                    org.nnlang.runtime.kernel.Rows.cumulativeSum(buffer3, row * 3, buffer4, row * 3, 3);
                }
            }

            private void sparsemaxMaximum(int count) {
                for (int row = 0; row < count * 3; row++) {
                    int begin = row * 3;
                    int end = begin + 3;
                    float sum = 0f;
                    for (int i = begin; i < end; i++) {
                        sum += Scalar.choose(1f + buffer2[i] * buffer3[i] > buffer4[i], buffer3[i], 0f);
                    }
                    float sum2 = 0f;
                    for (int i = begin; i < end; i++) {
                        sum2 += Scalar.choose(1f + buffer2[i] * buffer3[i] > buffer4[i], 1f, 0f);
                    }
                    float quotient = (sum - 1f) / sum2;
                    for (int i = begin; i < end; i++) {
                        buffer2[i] = Math.max(buffer1[i] - quotient, 0f);
                    }
                }
            }

            private void copyToSparse(float[] sparse, int first, int count) {
                System.arraycopy(buffer2, 0, sparse, first * 9, count * 9);
            }

            private void logSoftmax(int count) {
                for (int row = 0; row < count * 3; row++) {
                    int begin = row * 6;
                    int end = begin + 6;
                    float max = org.nnlang.runtime.kernel.Rows.max(buffer0, begin, end);
                    float sum = 0f;
                    for (int i = begin; i < end; i++) {
                        sum += Scalar.exp(buffer0[i] - max);
                    }
                    float log2 = Scalar.log(sum);
                    for (int i = begin; i < end; i++) {
                        buffer1[i] = buffer0[i] - max - log2;
                    }
                }
            }

            private void copyToLog(float[] log, int first, int count) {
                System.arraycopy(buffer1, 0, log, first * 18, count * 18);
            }

            private void copyToFlat(float[] flat, int first, int count) {
                System.arraycopy(buffer0, 0, flat, first * 18, count * 18);
            }
        }
    }
}
