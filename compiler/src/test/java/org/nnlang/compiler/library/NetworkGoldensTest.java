package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.testing.GoldenJson;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.Parameter;

/** Whole networks against Keras and PyTorch: what they compute, the gradients of their weights, and how plain descent trains them. */
class NetworkGoldensTest {
    static List<NetworkGoldens> networks() {
        return NetworkGoldens.all();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void computesTheSame(NetworkGoldens network) {
        Model model = network.opened();
        float[][] outputs = arrays(model, network.rows());
        model.newSession(network.rows()).run(inputs(network), network.rows(), outputs);
        int place = 0;
        for (GoldenJson node : network.dense()) {
            for (String part : List.of("z", "a")) {
                double[] expected =
                        network.source().get(part).get(node.text("id")).data();
                requireClose(part + " of " + node.text("id"), outputs[place++], expected, 1e-5, 1e-6);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void hasTheSameGradients(NetworkGoldens network) {
        for (boolean atLogits : new boolean[] {false, true}) {
            Model model = network.model();
            Training training = new Training(network, model);
            double loss = training.step(atLogits);
            assertThat(Math.abs(loss - network.source().get("loss").number())).isLessThan(1e-5);
            training.requireGradients();
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void learnsTheSame(NetworkGoldens network) {
        GoldenJson run = network.source().get("training").items().stream()
                .filter(each -> each.text("optimizer").equals("sgd"))
                .findFirst()
                .orElseThrow();
        double rate = run.get("parameters").get("lr").number();
        double[] losses = run.get("loss").data();
        Model model = network.model();
        Training training = new Training(network, model);
        for (int step = 0; step < losses.length; step++) {
            double loss = training.step(true);
            assertThat(Math.abs(loss - losses[step]))
                    .as("step %d: %s, expected %s", step, loss, losses[step])
                    .isLessThanOrEqualTo(5e-5 + 1e-4 * Math.abs(losses[step]));
            if (step < losses.length - 1) {
                training.descend(rate);
            }
        }
        for (String layer : network.layers()) {
            GoldenJson expected = run.get("final_layers").get(layer);
            requireClose(
                    layer, weights(model, layer, "weight"), expected.get("W").data(), 1e-4, 5e-5);
            requireClose(layer, weights(model, layer, "bias"), expected.get("b").data(), 1e-4, 5e-5);
        }
    }

    /** A model with what a step of its training needs. */
    private static final class Training {
        private final NetworkGoldens network;
        private final Model model;
        private final GradientSession session;
        private final List<GoldenJson> losses;
        private final float[][] inputs;
        private final float[][] outputs;
        private final float[][] logits;

        Training(NetworkGoldens network, Model model) {
            this.network = network;
            this.model = model;
            this.session = model.gradients().newSession(network.rows());
            this.losses = network.source().get("losses").items();
            this.inputs = inputs(network);
            this.outputs = arrays(model, network.rows());
            this.logits = arrays(model, network.rows());
        }

        /** Forward and backward; answers the loss. */
        double step(boolean atLogits) {
            session.forward(inputs, network.rows(), outputs, logits, 0);
            List<OutputActivation> endings = model.gradients().outputActivations();
            float[][] gradients = new float[outputs.length][];
            boolean[] choices = new boolean[outputs.length];
            double sum = 0;
            for (int i = 0; i < outputs.length; i++) {
                boolean crossEntropy = losses.get(i).text("kind").equals("categorical_crossentropy");
                choices[i] = crossEntropy && atLogits;
                if (crossEntropy) {
                    assertThat(endings.get(i)).isEqualTo(OutputActivation.SOFTMAX);
                }
                gradients[i] = new float[outputs[i].length];
                sum += loss(losses.get(i), outputs[i], gradients[i], choices[i]);
            }
            session.backward(gradients, choices);
            return sum;
        }

        private double loss(GoldenJson loss, float[] a, float[] gradient, boolean atLogits) {
            double[] target = loss.get("target").data();
            boolean squares = loss.text("kind").equals("mse");
            if (!squares && !loss.text("kind").equals("categorical_crossentropy")) {
                throw new AssertionError("the test knows no loss " + loss.text("kind"));
            }
            double scale = loss.get("weight").number() / (squares ? a.length : network.rows());
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                double error = a[i] - target[i];
                double derivative = squares ? 2 * error : atLogits ? error : -target[i] / a[i];
                sum += squares ? error * error : target[i] == 0 ? 0 : -target[i] * StrictMath.log(a[i]);
                gradient[i] = (float) (scale * derivative);
            }
            return scale * sum;
        }

        void requireGradients() {
            double largest = 0;
            GoldenJson expected = network.source().get("grad_layers");
            for (String layer : network.layers()) {
                for (String part : List.of("W", "b")) {
                    largest = Math.max(
                            largest,
                            Arrays.stream(expected.get(layer).get(part).data())
                                    .map(Math::abs)
                                    .max()
                                    .orElseThrow());
                }
            }
            List<String> paths = model.parameters().paths();
            for (String layer : network.layers()) {
                for (String part : List.of("weight", "bias")) {
                    double[] exact = expected.get(layer)
                            .get(part.equals("weight") ? "W" : "b")
                            .data();
                    float[] found = new float[exact.length];
                    session.gradients()
                            .get(paths.indexOf("layer_" + layer + "." + part))
                            .read(found);
                    requireClose("gradient of " + layer + "." + part, found, exact, 1e-4, 1e-5 * largest);
                }
            }
        }

        /** Plain gradient descent. */
        void descend(double rate) {
            int index = 0;
            for (Parameter parameter : model.parameters()) {
                float[] values = parameter.toArray();
                float[] gradient = new float[values.length];
                session.gradients().get(index++).read(gradient);
                for (int i = 0; i < values.length; i++) {
                    values[i] -= (float) rate * gradient[i];
                }
                parameter.set(values);
            }
        }
    }

    private static float[] weights(Model model, String layer, String part) {
        return model.parameters().get("layer_" + layer + "." + part).toArray();
    }

    private static float[][] inputs(NetworkGoldens network) {
        List<float[]> inputs = new ArrayList<>();
        for (String input : network.inputs()) {
            inputs.add(GeneratedActivations.floats(
                    network.source().get("inputs").get(input).data()));
        }
        return inputs.toArray(float[][]::new);
    }

    private static float[][] arrays(Model model, int rows) {
        return model.outputs().stream()
                .map(port -> new float[port.shape().elements() * rows])
                .toArray(float[][]::new);
    }

    private static void requireClose(String place, float[] found, double[] expected, double relative, double absolute) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(found[i] - expected[i]))
                    .as("element %d of %s is %s, expected %s", i, place, found[i], expected[i])
                    .isLessThanOrEqualTo(absolute + relative * Math.abs(expected[i]));
        }
    }
}
