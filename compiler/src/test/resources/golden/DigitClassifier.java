package com.acme.digits;

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
import org.nnlang.runtime.kernel.Rows;
import org.nnlang.runtime.kernel.Workspace;

/**
 * The 784-50-100-10 digit classifier of "Deep Learning from Scratch".
 *
 * <p>Generated from test.nn:6.
 *
 * <pre>
 * hidden1  Dense()  [50, 784] [50]   test.nn:11
 * hidden2  Dense()  [100, 50] [100]  test.nn:12
 * logits   Dense()  [10, 100] [10]   test.nn:13
 * </pre>
 */
@Generated("nnlang")
public final class DigitClassifier implements Model {
    private static final RowFunction SIGMOID = new Sigmoid();
    private static final RowFunction SOFTMAX = new Softmax();
    final Kernels kernels = Kernels.best();
    final DenseWeights hidden1Weight = kernels.denseWeights(50, 784);
    final ArrayStorage hidden1Bias = new ArrayStorage(50);
    final DenseWeights hidden2Weight = kernels.denseWeights(100, 50);
    final ArrayStorage hidden2Bias = new ArrayStorage(100);
    final DenseWeights logitsWeight = kernels.denseWeights(10, 100);
    final ArrayStorage logitsBias = new ArrayStorage(10);

    private final Parameters parameters = Parameters.of(
            new Parameter("hidden1.weight", Shape.of(50, 784), true, hidden1Weight,
                    Initializers.normal(0.0, 0.03571428571428571)),
            new Parameter("hidden1.bias", Shape.of(50), true, hidden1Bias,
                    Initializers.normal(0.0, 0.5)),
            new Parameter("hidden2.weight", Shape.of(100, 50), true, hidden2Weight,
                    Initializers.normal(0.0, 0.1414213562373095)),
            new Parameter("hidden2.bias", Shape.of(100), true, hidden2Bias,
                    Initializers.normal(0.0, 0.5)),
            new Parameter("logits.weight", Shape.of(10, 100), true, logitsWeight,
                    Initializers.normal(0.0, 0.1)),
            new Parameter("logits.bias", Shape.of(10), true, logitsBias,
                    Initializers.normal(0.0, 0.5)));

    private final AtomicReference<Session> idle = new AtomicReference<>();

    private DigitClassifier() {}

    /**
     * Makes a model with fresh weights; equal seeds give equal weights on every machine.
     */
    public static DigitClassifier create(long seed) {
        DigitClassifier model = new DigitClassifier();
        model.parameters.initialize(seed);
        return model;
    }

    /**
     * Makes a model with the weights of a file: safetensors or npz.
     *
     * @throws IOException if the file cannot be read, or does not fit; the message names the first difference
     */
    public static DigitClassifier load(Path path) throws IOException {
        DigitClassifier model = new DigitClassifier();
        model.parameters.load(path);
        return model;
    }

    /**
     * Probability of each digit.
     *
     * @param image 28 x 28 grey levels in 0..1, row by row. [784]
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] digit(float[] image) {
        requireExample("image", 784, image);
        float[] digit = new float[10];
        Session session = idle.getAndSet(null);
        if (session == null) {
            session = newSession(1);
        }
        session.run(image, 1, digit);
        idle.set(session);
        return digit;
    }

    /**
     * All outputs of one example.
     *
     * @param image 28 x 28 grey levels in 0..1, row by row. [784]
     * @throws IllegalArgumentException if an array has another length
     */
    public Output forward(float[] image) {
        return new Output(digit(image));
    }

    @Override
    public Session newSession(int capacity) {
        if (capacity < 1 || capacity > 2739137) {
            throw new IllegalArgumentException("capacity must be from 1 to 2739137, got %s".formatted(capacity));
        }
        return new Session(this, capacity);
    }

    /**
     * Dense(), test.nn:11.
     */
    public Dense hidden1() {
        return new Dense(parameters, "hidden1");
    }

    /**
     * Dense(), test.nn:12.
     */
    public Dense hidden2() {
        return new Dense(parameters, "hidden2");
    }

    /**
     * Dense(), test.nn:13.
     */
    public Dense logits() {
        return new Dense(parameters, "logits");
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public String name() {
        return "DigitClassifier";
    }

    @Override
    public List<Port> inputs() {
        return List.of(new Port("image", Shape.of(784)));
    }

    @Override
    public List<Port> outputs() {
        return List.of(new Port("digit", Shape.of(10)));
    }

    @Override
    public Summary summary() {
        return new Summary("DigitClassifier", Summary.Form.SEQUENTIAL, List.of(
                new Summary.Entry("image", "Input", Summary.Kind.INPUT, List.of(Shape.of(784)),
                        0, 0, 0, List.of(), List.of()),
                new Summary.Entry("hidden1", "Dense", Summary.Kind.LAYER, List.of(Shape.of(50)),
                        parameters.trainableCount("hidden1.*"),
                        parameters.nonTrainableCount("hidden1.*"), 39250,
                        List.of(new Summary.Connection("image", 0, 0)), List.of()),
                new Summary.Entry("hidden2", "Dense", Summary.Kind.LAYER, List.of(Shape.of(100)),
                        parameters.trainableCount("hidden2.*"),
                        parameters.nonTrainableCount("hidden2.*"), 5100,
                        List.of(new Summary.Connection("hidden1", 0, 0)), List.of()),
                new Summary.Entry("logits", "Dense", Summary.Kind.LAYER, List.of(Shape.of(10)),
                        parameters.trainableCount("logits.*"),
                        parameters.nonTrainableCount("logits.*"), 1010,
                        List.of(new Summary.Connection("hidden2", 0, 0)), List.of())));
    }

    @Override
    public DigitClassifierGradients gradients() {
        return new DigitClassifierGradients(this);
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
     * @param digit Probability of each digit. [10]
     */
    public record Output(float[] digit) {}

    /**
     * The buffers of one thread's calculations with a {@link DigitClassifier}: repeated calls allocate nothing.
     */
    public static final class Session implements ModelSession {
        private final DigitClassifier model;
        private final int capacity;
        private final RowBlocks blocks;
        private float[] image;
        private float[] digit;

        private Session(DigitClassifier model, int capacity) {
            this.model = model;
            this.capacity = capacity;
            this.blocks = new RowBlocks(Block::new, capacity, 240, () -> model.kernels.rowsAtATime(50), 48400);
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
         * @param image 28 x 28 grey levels in 0..1, row by row. [784] an example
         * @param count how many examples
         * @param digit Probability of each digit. [10] an example; written
         * @throws IllegalArgumentException if an array is too short, or count is not from 0 to the capacity
         */
        public void run(float[] image, int count, float[] digit) {
            if (count < 0 || count > capacity) {
                throw new IllegalArgumentException("count must be from 0 to the capacity of the session, %s, got %s"
                        .formatted(capacity, count));
            }
            requireRows("image", 784, image, count);
            requireRows("digit", 10, digit, count);
            if (digit == image) {
                throw new IllegalArgumentException("digit must be an array of its own");
            }
            this.image = image;
            this.digit = digit;
            blocks.calculate(count);
            this.image = null;
            this.digit = null;
        }

        @Override
        public void run(float[][] inputs, int count, float[][] outputs) {
            if (inputs.length != 1 || outputs.length != 1) {
                throw new IllegalArgumentException("DigitClassifier has 1 input and 1 output, got %s and %s"
                        .formatted(inputs.length, outputs.length));
            }
            run(inputs[0], count, outputs[0]);
        }

        /**
         * The buffers of one thread for a block of examples, and the steps.
         */
        private final class Block implements RowBlocks.Block {
            private final Workspace workspace = model.kernels.workspace(100);
            private final float[] buffer0;
            private final float[] buffer1;

            private Block(int examples) {
                this.buffer0 = new float[examples * 50];
                this.buffer1 = new float[examples * 100];
            }

            @Override
            public void calculate(int first, int count) {
                // test.nn:11  hidden1: Dense(50, sigmoid, weights = xavier_normal)
                hidden1(image, first, count);
                // test.nn:12  hidden2: Dense(100, sigmoid, weights = xavier_normal)
                hidden2(count);
                // test.nn:13  logits: Dense(classes, softmax, weights = standard)
                logits(digit, first, count);
            }

            @Override
            public void useThreads(int count) {
                workspace.useThreads(count);
            }

            private void hidden1(float[] image, int first, int count) {
                model.kernels.dense(workspace, model.hidden1Weight, model.hidden1Bias.values(),
                        SIGMOID, image, first, buffer0, 0, count);
            }

            private void hidden2(int count) {
                model.kernels.dense(workspace, model.hidden2Weight, model.hidden2Bias.values(),
                        SIGMOID, buffer0, buffer1, count);
            }

            private void logits(float[] digit, int first, int count) {
                model.kernels.dense(workspace, model.logitsWeight, model.logitsBias.values(),
                        SOFTMAX, buffer1, 0, digit, first, count);
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

    private static final class Sigmoid implements RowFunction {
        @Override
        public void apply(Workspace workspace, float[] values, int from, int rows, int width) {
            workspace.functions().sigmoid(values, from, from + rows * width);
        }
    }

    private static final class Softmax implements RowFunction {
        @Override
        public void apply(Workspace workspace, float[] values, int from, int rows, int width) {
            for (int row = 0; row < rows; row++) {
                int begin = from + row * width;
                int end = begin + width;
                float max = Rows.max(values, begin, end);
                for (int i = begin; i < end; i++) {
                    values[i] = values[i] - max;
                }
            }
            workspace.functions().exp(values, from, from + rows * width);
            for (int row = 0; row < rows; row++) {
                int begin = from + row * width;
                int end = begin + width;
                float sum = Rows.sum(values, begin, end);
                for (int i = begin; i < end; i++) {
                    values[i] = values[i] / sum;
                }
            }
        }
    }
}
