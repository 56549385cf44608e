package org.nnlang.samples.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nnlang.samples.benchmarks.Inputs;
import org.nnlang.samples.benchmarks.Network;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.SoftmaxCrossEntropyWithLogits;
import org.tensorflow.types.TFloat32;

/** TensorFlow for Java: graphs, which are its fastest way; constants for predictions, variables for training. */
record TensorFlowContender() implements Contender {
    private static final float LEARNING_RATE = 0.001f;
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-7f;

    @Override
    public String version() {
        return "TensorFlow " + TensorFlow.version();
    }

    @Override
    public Task predict(Network network, int batch) {
        List<Layer> layers = Layer.of(network);
        Graph graph = new Graph();
        Ops tf = Ops.create(graph);
        Placeholder<TFloat32> x = tf.placeholder(TFloat32.class);
        List<Operand<TFloat32>> weights = new ArrayList<>(constants(tf, layers));
        Operand<TFloat32> y = tf.nn.softmax(logits(tf, x, layers, weights));
        Session session = new Session(graph);
        float[] inputs = Inputs.uniform(batch, layers.get(0).inputs());
        Shape shape = Shape.of(batch, layers.get(0).inputs());
        float[] outputs = new float[batch * layers.get(layers.size() - 1).units()];
        return () -> {
            try (TFloat32 fed = TFloat32.tensorOf(shape, DataBuffers.of(inputs));
                    Result result = session.runner().feed(x, fed).fetch(y).run()) {
                ((TFloat32) result.get(0)).copyTo(DataBuffers.of(outputs));
            }
            return outputs;
        };
    }

    @Override
    public Optional<Task> train(Network network, int batch) {
        List<Layer> layers = Layer.of(network);
        Graph graph = new Graph();
        Ops tf = Ops.create(graph);
        Placeholder<TFloat32> x = tf.placeholder(TFloat32.class);
        Placeholder<TFloat32> targets = tf.placeholder(TFloat32.class);
        Placeholder<TFloat32> power1 = tf.placeholder(TFloat32.class);
        Placeholder<TFloat32> power2 = tf.placeholder(TFloat32.class);
        List<Op> initial = new ArrayList<>();
        List<Operand<TFloat32>> weights = new ArrayList<>();
        for (Operand<TFloat32> constant : constants(tf, layers)) {
            weights.add(variable(tf, constant, initial));
        }
        SoftmaxCrossEntropyWithLogits<TFloat32> entropy =
                tf.nn.softmaxCrossEntropyWithLogits(logits(tf, x, layers, weights), targets);
        Operand<TFloat32> loss = tf.math.mean(entropy.loss(), tf.constant(0));
        Gradients gradients = tf.gradients(loss, weights);
        List<Op> finished = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            finished.add(gradients.dy(i));
        }
        // Or else a weight could change while the gradient of a layer before it is still to be calculated.
        Ops afterwards = tf.withControlDependencies(finished);
        List<Op> updates = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Operand<TFloat32> weight = weights.get(i);
            updates.add(afterwards.train.applyAdam(
                    weight,
                    variable(tf, tf.zerosLike(weight), initial),
                    variable(tf, tf.zerosLike(weight), initial),
                    power1,
                    power2,
                    tf.constant(LEARNING_RATE),
                    tf.constant(BETA1),
                    tf.constant(BETA2),
                    tf.constant(EPSILON),
                    gradients.dy(i)));
        }
        Session session = new Session(graph);
        for (Op assignment : initial) {
            session.runner().addTarget(assignment).run().close();
        }
        int classes = layers.get(layers.size() - 1).units();
        float[] inputs = Inputs.uniform(batch, layers.get(0).inputs());
        float[] rows = Inputs.targets(batch, classes);
        Shape shape = Shape.of(batch, layers.get(0).inputs());
        double[] powers = {1, 1};
        return Optional.of(() -> {
            powers[0] *= BETA1;
            powers[1] *= BETA2;
            try (TFloat32 fed = TFloat32.tensorOf(shape, DataBuffers.of(inputs));
                    TFloat32 fedTargets = TFloat32.tensorOf(Shape.of(batch, classes), DataBuffers.of(rows));
                    TFloat32 fedPower1 = TFloat32.scalarOf((float) powers[0]);
                    TFloat32 fedPower2 = TFloat32.scalarOf((float) powers[1])) {
                Session.Runner runner = session.runner()
                        .feed(x, fed)
                        .feed(targets, fedTargets)
                        .feed(power1, fedPower1)
                        .feed(power2, fedPower2)
                        .fetch(loss);
                updates.forEach(runner::addTarget);
                try (Result result = runner.run()) {
                    return new float[] {((TFloat32) result.get(0)).getFloat()};
                }
            }
        });
    }

    /** Weights as [inputs, units] and biases, layer by layer. */
    private static List<Operand<TFloat32>> constants(Ops tf, List<Layer> layers) {
        List<Operand<TFloat32>> constants = new ArrayList<>();
        for (Layer layer : layers) {
            constants.add(tf.constant(Shape.of(layer.inputs(), layer.units()), DataBuffers.of(layer.transposed())));
            constants.add(tf.constant(Shape.of(layer.units()), DataBuffers.of(layer.bias())));
        }
        return constants;
    }

    private static Variable<TFloat32> variable(Ops tf, Operand<TFloat32> initial, List<Op> assignments) {
        Variable<TFloat32> variable = tf.variable(initial.shape(), TFloat32.class);
        assignments.add(tf.assign(variable, initial));
        return variable;
    }

    private static Operand<TFloat32> logits(
            Ops tf, Operand<TFloat32> x, List<Layer> layers, List<Operand<TFloat32>> weights) {
        Operand<TFloat32> value = x;
        for (int i = 0; i < layers.size(); i++) {
            value = tf.nn.biasAdd(tf.linalg.matMul(value, weights.get(2 * i)), weights.get(2 * i + 1));
            value = switch (layers.get(i).activation()) {
                case SIGMOID -> tf.math.sigmoid(value);
                case RELU -> tf.nn.relu(value);
                case SOFTMAX -> value;
            };
        }
        return value;
    }
}
