package org.nnlang.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.Shape;
import org.nnlang.training.loss.Closeness;
import org.nnlang.training.loss.GoldenLoss;

/** Weights of examples and of classes, by the rule of the trainer, against Keras and PyTorch. */
class WeightedLossGoldensTest {
    private static Stream<GoldenLoss> named(String name, String parameter) throws IOException {
        return GoldenLoss.all().stream()
                .filter(golden -> golden.name().equals(name)
                        && (golden.has(parameter) || golden.source().has(parameter)));
    }

    static Stream<GoldenLoss> ofExamples() throws IOException {
        return named("keras.mse_weighted", "sample_weight");
    }

    static Stream<GoldenLoss> ofClasses() throws IOException {
        return named("torch.sparse_categorical_crossentropy_logits", "weight");
    }

    /** Keras divides by the number of examples. */
    @ParameterizedTest
    @MethodSource("ofExamples")
    void weightsOfExamplesAreKeras(GoldenLoss golden) {
        check(golden, Losses.meanSquaredError(), golden.weights(), 1);
    }

    /** PyTorch divides by the weights of the batch's examples, not by their number: loss and gradient are larger by that. */
    @ParameterizedTest
    @MethodSource("ofClasses")
    void weightsOfClassesArePyTorchButForTheDivisor(GoldenLoss golden) {
        TargetRows rows = new TargetRows(1, golden.width(), 1);
        ClassWeights classWeights = new ClassWeights(golden.parameters("weight"), "y", rows);
        float[] weights = new float[golden.rows()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = classWeights.weight(golden.target(), i);
            sum += weights[i];
        }
        check(golden, Losses.categoricalCrossEntropy(), weights, weights.length / sum);
    }

    private static void check(GoldenLoss golden, Loss loss, float[] weights, double factor) {
        int rows = golden.rows();
        Goal goal = new Goal(loss, factor, List.of(), List.of());
        Port output = new Port("y", Shape.of(golden.width()));
        Head head = new Head(output, OutputActivation.SOFTMAX, Shape.of(golden.targetWidth()), goal, rows);
        float[] gradient = new float[rows * golden.width()];

        double mean = head.take(golden.prediction(), golden.prediction(), golden.target(), rows, weights, gradient);

        Closeness.requireLoss(golden.toString(), mean, golden.reduced());
        Closeness.requireGradients(golden.toString(), gradient, golden.gradient());
        float[] single = new float[1];
        for (int i = 0; i < rows; i++) {
            single[0] = weights[i];
            double one = head.take(
                    row(golden.prediction(), i, rows),
                    row(golden.prediction(), i, rows),
                    row(golden.target(), i, rows),
                    1,
                    single,
                    null);
            Closeness.requireLoss(golden + ": example " + i, one / factor, golden.ofRows()[i]);
        }
    }

    private static float[] row(float[] values, int index, int rows) {
        int width = values.length / rows;
        return Arrays.copyOfRange(values, index * width, (index + 1) * width);
    }
}
