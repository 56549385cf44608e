package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.testing.GeneratedModels;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Examples;
import org.nnlang.training.History;
import org.nnlang.training.Trainer;
import org.nnlang.training.optimizer.Optimizers;

/** Losses that a user declares, from their text to a training, against their definitions in double precision. */
class UserLossesTest {
    private static final int WIDTH = 3;
    private static final int ROWS = 40;
    private static final double STEP = 1e-6;

    private static final GeneratedModels GENERATED = GeneratedModels.ofText("""
            /// Of rows, with a setting.
            loss power_error(prediction: [n], target: [n], power = 2.5) = sum(abs(prediction - target) ^ power) / n

            /// Of numbers: the mean over the row.
            loss lopsided(prediction, target, over = 3) =
              if prediction > target then over * square(prediction - target) else square(prediction - target)

            /// Of a class index; no two outputs are compared by chance, and the setting has a name that Java keeps for itself.
            loss class_margin(scores: [n], label, double = 1) =
              sum(square(maximum(scores - element_at(scores, label) + double, 0))) - square(double)

            /// Of the places in a row, which are numbers and no Java integers.
            loss discounted(prediction: [n], target: [n]) =
              sum((prediction - target) ^ 2 * (positions(prediction) / (positions(prediction) * positions(prediction))))

            /// Named as classes that generated code uses.
            loss string(prediction, target) = square(prediction - target)
            loss override(prediction, target) = square(prediction - target)
            loss loss_(prediction, target) = square(prediction - target)
            loss scalar(prediction, target) = tanh(square(prediction - target))
            loss math(prediction, target) = abs(prediction - target)
            loss generated(gradients, losses, rows = 1, n = 2, i = 3, row = 4, width = 5) =
              square(gradients - losses) * rows * n * i * row * width

            model Net {
              input x: [4]
              output y = x -> Dense(8, tanh) -> Dense(3)
            }
            """);

    /** The loss of one row. */
    @FunctionalInterface
    interface Formula {
        double of(double[] prediction, double[] target);
    }

    record Declared(String name, Loss loss, Formula formula) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Declared> losses() {
        return Stream.of(
                new Declared("power_error", GENERATED.loss("PowerError"), (p, t) -> power(p, t, 2.5)),
                new Declared("power_error", GENERATED.loss("PowerError", 3), (p, t) -> power(p, t, 3)),
                new Declared("lopsided", GENERATED.loss("Lopsided"), (p, t) -> lopsided(p, t, 3)),
                new Declared("lopsided", GENERATED.loss("Lopsided", 0.25), (p, t) -> lopsided(p, t, 0.25)),
                new Declared("class_margin", GENERATED.loss("ClassMargin"), (p, t) -> margin(p, t, 1)),
                new Declared("class_margin", GENERATED.loss("ClassMargin", 2), (p, t) -> margin(p, t, 2)),
                new Declared("discounted", GENERATED.loss("Discounted"), UserLossesTest::discounted),
                new Declared("string", GENERATED.loss("String_"), (p, t) -> power(p, t, 2)),
                new Declared("override", GENERATED.loss("Override_"), (p, t) -> power(p, t, 2)),
                new Declared("loss_", GENERATED.loss("Loss"), (p, t) -> power(p, t, 2)),
                new Declared("scalar", GENERATED.loss("Scalar"), UserLossesTest::bounded),
                new Declared("math", GENERATED.loss("Math_"), (p, t) -> power(p, t, 1)),
                new Declared("generated", GENERATED.loss("Generated"), (p, t) -> 120 * power(p, t, 2)));
    }

    private static double power(double[] prediction, double[] target, double power) {
        double sum = 0;
        for (int i = 0; i < prediction.length; i++) {
            sum += StrictMath.pow(Math.abs(prediction[i] - target[i]), power);
        }
        return sum / prediction.length;
    }

    private static double discounted(double[] prediction, double[] target) {
        double sum = 0;
        for (int i = 0; i < prediction.length; i++) {
            double error = prediction[i] - target[i];
            sum += error * error / (i + 1);
        }
        return sum;
    }

    private static double bounded(double[] prediction, double[] target) {
        double sum = 0;
        for (int i = 0; i < prediction.length; i++) {
            double error = prediction[i] - target[i];
            sum += StrictMath.tanh(error * error);
        }
        return sum / prediction.length;
    }

    private static double lopsided(double[] prediction, double[] target, double over) {
        double sum = 0;
        for (int i = 0; i < prediction.length; i++) {
            double error = prediction[i] - target[i];
            sum += (error > 0 ? over : 1) * error * error;
        }
        return sum / prediction.length;
    }

    private static double margin(double[] scores, double[] label, double gap) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double missing = Math.max(0, scores[i] - scores[(int) label[0]] + gap);
            sum += i == (int) label[0] ? 0 : missing * missing;
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("losses")
    void isItsDefinitionAndItsDerivative(Declared declared) {
        assertThat(declared.loss().name()).isEqualTo(declared.name());
        for (int width : new int[] {1, 2, 7, 100}) {
            Random random = new Random(width);
            int targetWidth = declared.loss().targetWidth(width);
            float[] predictions = drawn(random, ROWS * width);
            float[] targets = targets(random, targetWidth == width && width > 1, targetWidth, width);
            float[] losses = new float[ROWS];
            float[] gradients = new float[ROWS * width];
            declared.loss().evaluate(predictions, targets, ROWS, width, losses, gradients);
            for (int row = 0; row < ROWS; row++) {
                double[] prediction = doubles(predictions, row, width);
                double[] target = doubles(targets, row, targetWidth);
                double value = declared.formula().of(prediction, target);
                assertThat((double) losses[row]).isCloseTo(value, within(1e-6 + 1e-5 * Math.abs(value)));
                for (int i = 0; i < width; i++) {
                    double derivative = derivative(declared.formula(), prediction, target, i);
                    assertThat((double) gradients[row * width + i])
                            .as("%s of %d, row %d, derivative %d", declared, width, row, i)
                            .isCloseTo(derivative, within(2e-5 + 1e-4 * Math.abs(derivative)));
                }
            }
        }
    }

    private static double derivative(Formula formula, double[] prediction, double[] target, int index) {
        double value = prediction[index];
        prediction[index] = value + STEP;
        double above = formula.of(prediction, target);
        prediction[index] = value - STEP;
        double below = formula.of(prediction, target);
        prediction[index] = value;
        return (above - below) / (2 * STEP);
    }

    private static float[] targets(Random random, boolean rows, int targetWidth, int width) {
        float[] targets = drawn(random, ROWS * targetWidth);
        for (int i = 0; i < targets.length && !rows; i++) {
            targets[i] = random.nextInt(width);
        }
        return targets;
    }

    private static float[] drawn(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }

    private static double[] doubles(float[] values, int row, int width) {
        double[] part = new double[width];
        for (int i = 0; i < width; i++) {
            part[i] = values[row * width + i];
        }
        return part;
    }

    /** The trainer measures what the formula says of the outputs, and makes it less. */
    @ParameterizedTest
    @MethodSource("losses")
    void trains(Declared declared) {
        Model model = GENERATED.create(GENERATED.models().get(0), 1);
        Random random = new Random(5);
        int targetWidth = declared.loss().targetWidth(WIDTH);
        float[] inputs = drawn(random, ROWS * 4);
        float[] targets = new float[ROWS * targetWidth];
        for (int i = 0; i < targets.length; i++) {
            float first = inputs[4 * (i / targetWidth) + i % targetWidth];
            targets[i] = targetWidth == WIDTH ? first : first > 0.3f ? 2 : first > -0.3f ? 1 : 0;
        }
        Examples examples =
                Examples.of(List.of(Shape.of(4)), List.of(inputs), List.of(Shape.of(targetWidth)), List.of(targets));
        Trainer trainer =
                Trainer.of(model).loss(declared.loss()).optimizer(Optimizers.parse("adam:learning_rate=0.02"));
        double before = trainer.evaluate(examples).loss();

        History history = trainer.fit(examples, 60);

        float[] outputs = new float[ROWS * WIDTH];
        model.newSession(ROWS).run(new float[][] {inputs}, ROWS, new float[][] {outputs});
        double mean = 0;
        for (int row = 0; row < ROWS; row++) {
            double[] target = doubles(targets, row, targetWidth);
            mean += declared.formula().of(doubles(outputs, row, WIDTH), target) / ROWS;
        }
        double after = trainer.evaluate(examples).loss();
        assertThat(after).isCloseTo(mean, within(1e-5 + 1e-5 * mean)).isLessThan(before / 3);
        assertThat(history.get("loss")[59]).isLessThan(before / 3);
    }

    @Test
    void targetsOfAnotherWidthAreRefused() {
        Model model = GENERATED.create(GENERATED.models().get(0), 1);
        Examples examples =
                Examples.of(List.of(Shape.of(4)), List.of(new float[8]), List.of(Shape.of(2)), List.of(new float[4]));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Trainer.of(model).loss(GENERATED.loss("PowerError")).fit(examples, 1))
                .withMessageContaining("power_error takes targets of 3 numbers for predictions of 3, got targets of 2");
    }
}
