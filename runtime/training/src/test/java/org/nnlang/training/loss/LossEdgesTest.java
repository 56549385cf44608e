package org.nnlang.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.training.Losses;

/** Where formulas written carelessly become infinite or NaN: certain predictions, huge logits, rows of zeros. */
class LossEdgesTest {
    private static final double LEAST = -StrictMath.log(1e-7);

    /** Its square is still a float. */
    private static final float LARGE = (float) 1e15;

    private static final class Result {
        private final float[] losses;
        private final float[] gradients;

        Result(int rows, int elements) {
            losses = new float[rows];
            gradients = new float[elements];
        }
    }

    private static Result evaluate(Loss loss, int width, float[] predictions, float... targets) {
        int rows = predictions.length / width;
        Result result = new Result(rows, predictions.length);
        loss.evaluate(predictions, targets, rows, width, result.losses, result.gradients);
        return result;
    }

    private static float[] row(float... values) {
        return values;
    }

    static List<Loss> ofProbabilities() {
        return List.of(
                new BinaryCrossEntropy(),
                new BinaryCrossEntropy(0.1),
                new CategoricalCrossEntropy(),
                new CategoricalCrossEntropy(0.1),
                new KlDivergence(),
                new Poisson(),
                new Focal(),
                new Focal(1, 0),
                new Focal(1, 0.5));
    }

    static List<Loss> ofLogits() {
        return List.of(
                new BinaryCrossEntropyFromLogits(),
                new BinaryCrossEntropyFromLogits(0.1),
                new CategoricalCrossEntropyFromLogits(),
                new CategoricalCrossEntropyFromLogits(0.1));
    }

    static List<Loss> ofAnything() {
        return List.of(
                new MeanSquaredError(),
                new MeanAbsoluteError(),
                new Huber(),
                new LogCosh(),
                new Hinge(),
                new SquaredHinge(),
                new CosineSimilarity());
    }

    /** Every pair of these as prediction and target, in rows of two. */
    private static void requireFinite(Loss loss, float[] predictions, float[] targets) {
        for (float first : predictions) {
            for (float second : predictions) {
                for (float target : targets) {
                    for (float other : targets) {
                        Result result = evaluate(loss, 2, row(first, second), target, other);
                        String what = loss.name() + " of " + first + " " + second + " and " + target + " " + other;
                        assertThat(Float.isFinite(result.losses[0])).as(what).isTrue();
                        assertThat(Float.isFinite(result.gradients[0])).as(what).isTrue();
                        assertThat(Float.isFinite(result.gradients[1])).as(what).isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofProbabilities")
    void probabilitiesMayBeCertain(Loss loss) {
        float below = Math.nextDown(1f);
        float[] predictions = {0, Float.MIN_VALUE, 1e-30f, 1e-7f, 1.1e-7f, 0.5f, 0.9999999f, below, 1};
        requireFinite(loss, predictions, row(0, 1e-7f, 0.5f, 0.9999999f, 1));
    }

    @ParameterizedTest
    @MethodSource("ofLogits")
    void logitsMayBeHuge(Loss loss) {
        requireFinite(loss, row(-1e30f, -1000, -100, -1, -0f, 0, 1, 100, 1000, 1e30f), row(0, 1e-7f, 0.5f, 1));
    }

    @ParameterizedTest
    @MethodSource("ofAnything")
    void predictionsMayBeLargeOrNothing(Loss loss) {
        requireFinite(loss, row(-LARGE, -1000, -1e-20f, 0, Float.MIN_VALUE, 1, LARGE), row(-1000, -1, 0, 1e-30f, 1));
    }

    @Test
    void classIndicesTakeCertainPredictionsAndHugeLogits() {
        for (float label = 0; label < 3; label++) {
            for (double smoothing : new double[] {0, 0.1}) {
                for (float[] logits : List.of(row(1000, -1000, 0), row(-1e30f, 1e30f, 0), row(0, 0, 0))) {
                    Loss loss = new SparseCategoricalCrossEntropyFromLogits(smoothing);
                    Result result = evaluate(loss, 3, logits, label);
                    assertThat(Float.isFinite(result.losses[0])).isTrue();
                    assertThat(result.gradients)
                            .usingElementComparator(Float::compare)
                            .doesNotContain(Float.NaN);
                }
                for (float[] chances : List.of(row(1, 0, 0), row(0, 0, 0), row(1, 1, 1))) {
                    Loss loss = new SparseCategoricalCrossEntropy(smoothing);
                    Result result = evaluate(loss, 3, chances, label);
                    assertThat(result.losses[0]).isBetween(0f, 16.2f);
                    assertThat(result.gradients)
                            .usingElementComparator(Float::compare)
                            .doesNotContain(Float.NaN);
                }
            }
        }
    }

    /** As in PyTorch: a class that is ruled out costs nothing where it is neither the target nor has a share of it. */
    @Test
    void classesThatAreNotMeantMayBeRuledOut() {
        float out = Float.NEGATIVE_INFINITY;
        Result result = evaluate(new SparseCategoricalCrossEntropyFromLogits(), 2, row(out, 0, 0, out), 1, 0);
        assertThat(result.losses)
                .usingElementComparator(LossEdgesTest::compareNumbers)
                .containsExactly(0, 0);
        requireNoGradient(result);
        Result smoothed = evaluate(new SparseCategoricalCrossEntropyFromLogits(0.1), 2, row(out, 0), 1);
        assertThat(smoothed.losses).containsExactly(Float.POSITIVE_INFINITY);
    }

    /** A wrong prediction that is certain costs -ln(1e-7) on both sides, though 1 - 1e-7 is not a float. */
    @Test
    void certainlyWrongCostsTheSameBothWays() {
        assertThat((double) evaluate(new BinaryCrossEntropy(), 1, row(1), 0).losses[0])
                .isCloseTo(LEAST, within(2e-6));
        assertThat((double) evaluate(new BinaryCrossEntropy(), 1, row(0), 1).losses[0])
                .isCloseTo(LEAST, within(2e-6));
        assertThat((double) evaluate(new CategoricalCrossEntropy(), 2, row(1, 0), 0, 1).losses[0])
                .isCloseTo(LEAST, within(2e-6));
    }

    @Test
    void hugeLogitsCostTheirDifference() {
        Result ofTwo = evaluate(new BinaryCrossEntropyFromLogits(), 1, row(1000, -1000, 1000, -1000), 0, 1, 1, 0);
        assertThat(ofTwo.losses).containsExactly(1000, 1000, 0, 0);
        assertThat(ofTwo.gradients).containsExactly(1, -1, 0, 0);
        Result wrong = evaluate(new CategoricalCrossEntropyFromLogits(), 3, row(1000, -1000, 0), 0, 1, 0);
        assertThat(wrong.losses).containsExactly(2000);
        assertThat(wrong.gradients).containsExactly(1, -1, 0);
    }

    /** Networks whose last layer begins at zero have such logits, targets that are whole numbers such errors. */
    @Test
    void derivativesAreRightWherePartsOfAFormulaMeet() {
        assertThat(evaluate(new BinaryCrossEntropyFromLogits(), 2, row(0, -0f), 1, 0).gradients)
                .containsExactly(-0.25f, 0.25f);
        assertThat(evaluate(new Huber(), 1, row(1, -1, 2, -2, 0), 0, 0, 0, 0, 0).gradients)
                .usingElementComparator(LossEdgesTest::compareNumbers)
                .containsExactly(1, -1, 1, -1, 0);
        assertThat(evaluate(new LogCosh(), 1, row(3), 3).gradients).containsExactly(0);
        assertThat(evaluate(new MeanAbsoluteError(), 1, row(3), 3).gradients).containsExactly(0);
    }

    /** What is held at a bound does not depend on the prediction. */
    @Test
    void heldProbabilitiesHaveNoGradient() {
        requireNoGradient(evaluate(new BinaryCrossEntropy(), 2, row(0, 1), 1, 0));
        requireNoGradient(evaluate(new CategoricalCrossEntropy(), 3, row(0, 1, 0), 1, 0, 0));
        requireNoGradient(evaluate(new KlDivergence(), 2, row(0, 2), 1, 1));
    }

    private static void requireNoGradient(Result result) {
        assertThat(result.gradients)
                .usingElementComparator(LossEdgesTest::compareNumbers)
                .containsOnly(0);
    }

    /** As {@link Float#compare}, but for the sign of zero. */
    private static int compareNumbers(float first, float second) {
        return first == second ? 0 : Float.compare(first, second);
    }

    @Test
    void rowsOfZerosHaveNoDirection() {
        Loss loss = new CosineSimilarity();
        assertThat(evaluate(loss, 3, row(0, 0, 0), 1, 2, 3).losses[0]).isEqualTo(-0f);
        Result ofTarget = evaluate(loss, 3, row(1, 2, 3), 0, 0, 0);
        assertThat(Math.abs(ofTarget.losses[0])).isZero();
        requireNoGradient(ofTarget);
    }

    /** Neither overflows nor vanishes: the cosine knows no length. */
    @ParameterizedTest
    @ValueSource(floats = {1e-5f, 1, 1e19f, 1e25f, 1e38f})
    void cosinesOfLongAndShortRowsAreTheSame(float length) {
        Result result = evaluate(new CosineSimilarity(), 2, row(length, length), 1, 0);
        assertThat((double) result.losses[0]).isCloseTo(-StrictMath.sqrt(0.5), within(1e-6));
        assertThat(result.gradients[0]).isCloseTo(-result.gradients[1], within(1e-5f / length));
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 3, 1.5f, Float.NaN, Float.POSITIVE_INFINITY})
    void wrongClassesAreRefused(float label) {
        for (OutputActivation ending : OutputActivation.values()) {
            for (Loss loss : List.of(Losses.categoricalCrossEntropy(0.1), Losses.categoricalCrossEntropyFromLogits())) {
                Loss form = loss.form(ending, 3, 1).loss();
                float[] predictions = new float[6];
                Arrays.fill(predictions, 1 / 3f);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> evaluate(form, 3, predictions, 2, label))
                        .withMessage("the target of row 1 of the batch is " + label
                                + ", but the classes are 0 to 2, whole numbers");
            }
        }
    }
}
