package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.testing.GoldenJson;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Examples;
import org.nnlang.training.Callback;
import org.nnlang.training.Losses;
import org.nnlang.training.Optimizer;
import org.nnlang.training.Trainer;
import org.nnlang.training.TrainingContext;
import org.nnlang.training.optimizer.Optimizers;

/** Twenty steps of whole networks by the trainer, its losses and optimizers, against those of Keras and PyTorch. */
class TrainingGoldensTest {
    /** One training of one network. */
    record Run(NetworkGoldens network, GoldenJson source) {
        /** Plain descent is the same in both, so that it is tried in both. */
        List<Optimizer> optimizers() {
            String dialect = source.text("dialect");
            return (dialect.equals("both") ? List.of("keras", "torch") : List.of(dialect))
                    .stream().map(this::optimizer).toList();
        }

        private Optimizer optimizer(String dialect) {
            GoldenJson parameters = source.get("parameters");
            List<String> settings = new ArrayList<>();
            for (String name : parameters.keys()) {
                settings.add(name + "=" + parameters.get(name).number());
            }
            return Optimizers.parse(dialect + "." + source.text("optimizer") + ":" + String.join(",", settings));
        }

        @Override
        public String toString() {
            return network + " by " + source.text("dialect") + " " + source.text("optimizer");
        }
    }

    static Stream<Run> runs() {
        return NetworkGoldens.all().stream()
                .flatMap(network ->
                        network.source().get("training").items().stream().map(source -> new Run(network, source)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void learnsTheSame(Run run) {
        for (Optimizer optimizer : run.optimizers()) {
            Model model = run.network().model();
            double[] expected = run.source().get("loss").data();
            int steps = expected.length - 1;
            List<Double> losses = new ArrayList<>();
            Examples examples = examples(run.network(), model);
            Trainer trainer = trainer(run.network(), model).optimizer(optimizer).callbacks(new Callback() {
                @Override
                public void beforeUpdate(TrainingContext training) {
                    losses.add(training.batchLoss());
                }
            });
            trainer.fit(examples, steps);
            losses.add(trainer.evaluate(examples).loss());

            assertThat(losses).hasSameSizeAs(expected);
            for (int i = 0; i <= steps; i++) {
                requireClose("the loss of step " + i, losses.get(i), expected[i]);
            }
            for (String layer : run.network().layers()) {
                GoldenJson weights = run.source().get("final_layers").get(layer);
                requireWeights(
                        model, "layer_" + layer + ".weight", weights.get("W").data());
                requireWeights(
                        model, "layer_" + layer + ".bias", weights.get("b").data());
            }
        }
    }

    private static Trainer trainer(NetworkGoldens network, Model model) {
        Trainer trainer = Trainer.of(model).batchSize(network.rows()).shuffle(false);
        for (GoldenJson loss : network.source().get("losses").items()) {
            trainer.loss(
                    "out_" + loss.text("node"),
                    loss(loss.text("kind")),
                    loss.get("weight").number());
        }
        return trainer;
    }

    private static Loss loss(String kind) {
        return switch (kind) {
            case "mse" -> Losses.meanSquaredError();
            case "categorical_crossentropy" -> Losses.categoricalCrossEntropy();
            case "binary_crossentropy" -> Losses.binaryCrossEntropy();
            default -> throw new AssertionError("the test knows no loss " + kind);
        };
    }

    private static Examples examples(NetworkGoldens network, Model model) {
        List<float[]> inputs = new ArrayList<>();
        for (String input : network.inputs()) {
            inputs.add(GeneratedActivations.floats(
                    network.source().get("inputs").get(input).data()));
        }
        List<Shape> targetShapes = new ArrayList<>();
        List<float[]> targets = new ArrayList<>();
        for (GoldenJson loss : network.source().get("losses").items()) {
            float[] target = GeneratedActivations.floats(loss.get("target").data());
            targets.add(target);
            targetShapes.add(Shape.of(target.length / network.rows()));
        }
        List<Shape> inputShapes =
                model.inputs().stream().map(port -> port.shape()).toList();
        return Examples.of(inputShapes, inputs, targetShapes, targets);
    }

    private static void requireWeights(Model model, String path, double[] expected) {
        float[] found = model.parameters().get(path).toArray();
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            requireClose(path + " at " + i, found[i], expected[i]);
        }
    }

    private static void requireClose(String what, double found, double expected) {
        assertThat(found).as(what).isCloseTo(expected, within(5e-5 + 1e-4 * Math.abs(expected)));
    }
}
