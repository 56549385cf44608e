package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.testing.ReferenceFile;

/**
 * The activations as generated Java computes them, in float32, against the formulas in double precision.
 *
 * <p>The errors that it measures, in units in the last place, are a table of the reference manual.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivationAccuracyTest {
    private static final float[] POINTS = points();
    private static final int ROW = 6;
    private static final double RELATIVE = 1e-6;
    private static final double ABSOLUTE = 1e-7;

    private List<LibraryActivation> activations = List.of();
    private GeneratedActivations numbers;
    private GeneratedActivations rows;

    @BeforeAll
    void compile() throws ReflectiveOperationException {
        activations = LibraryActivation.all();
        numbers = new GeneratedActivations(
                activations.stream().filter(activation -> !activation.ofRows()).toList(), POINTS.length);
        rows = new GeneratedActivations(
                activations.stream().filter(LibraryActivation::ofRows).toList(), ROW);
    }

    private float[] apply(LibraryActivation activation, float[] x) throws ReflectiveOperationException {
        return (activation.ofRows() ? rows : numbers).apply(activation, x);
    }

    /** A fine grid around 0, powers of ten down to the smallest number and up to the greatest, and the middle of each decade. */
    private static float[] points() {
        List<Float> points = new ArrayList<>();
        for (int i = -20_000; i <= 20_000; i++) {
            points.add(i / 1024f);
        }
        for (int exponent = -45; exponent <= 38; exponent++) {
            for (float digit : new float[] {1, 1.5f, 2, 3.3f}) {
                float x = (float) (digit * StrictMath.pow(10, exponent));
                points.add(x);
                points.add(-x);
            }
        }
        for (float x :
                new float[] {87, 88, 88.5f, 88.72f, 90, 100, 103, 104, 500, 1000, Float.MAX_VALUE, Float.MIN_NORMAL}) {
            points.add(x);
            points.add(-x);
        }
        points.removeIf(x -> Float.isInfinite(x));
        float[] array = new float[points.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = points.get(i);
        }
        return array;
    }

    List<LibraryActivation> activations() {
        return activations;
    }

    private static List<float[]> arguments(LibraryActivation activation) {
        if (!activation.ofRows()) {
            return List.of(POINTS);
        }
        List<float[]> rows = new ArrayList<>();
        Random random = new Random(1);
        for (double scale : new double[] {1e-30, 1e-3, 1, 10, 100, 1000, 1e30, Float.MAX_VALUE / 8}) {
            for (int i = 0; i < 200; i++) {
                double[] row = new double[ROW];
                Arrays.setAll(row, j -> scale * random.nextGaussian());
                rows.add(GeneratedActivations.floats(row));
            }
        }
        float[] opposite = new float[ROW];
        Arrays.fill(opposite, -Float.MAX_VALUE);
        opposite[0] = Float.MAX_VALUE;
        rows.add(opposite);
        rows.add(new float[ROW]);
        rows.add(new float[] {1010, 1000, 990, 1010, 1000, 990});
        return rows;
    }

    private static double[] exact(LibraryActivation activation, float[] x) {
        double[] argument = new double[x.length];
        Arrays.setAll(argument, i -> x[i]);
        return activation.exact(argument);
    }

    @ParameterizedTest
    @MethodSource("activations")
    void isWithinTheToleranceForEveryFiniteFloat(LibraryActivation activation) throws ReflectiveOperationException {
        for (float[] x : arguments(activation)) {
            float[] y = apply(activation, x);
            double[] exact = exact(activation, x);
            for (int i = 0; i < y.length; i++) {
                float rounded = (float) exact[i];
                boolean close =
                        y[i] == rounded || Math.abs(y[i] - exact[i]) <= ABSOLUTE + RELATIVE * Math.abs(exact[i]);
                assertThat(close)
                        .as("%s of %s is %s, expected %s", activation, at(x, y, i), y[i], rounded)
                        .isTrue();
            }
        }
    }

    private static String at(float[] x, float[] y, int i) {
        return x.length == y.length && x.length > 100 ? String.valueOf(x[i]) : Arrays.toString(x) + "[" + i + "]";
    }

    @ParameterizedTest
    @MethodSource("activations")
    void passesNanOn(LibraryActivation activation) throws ReflectiveOperationException {
        float[] x = new float[activation.ofRows() ? ROW : POINTS.length];
        x[0] = Float.NaN;
        float first = apply(activation, x)[0];
        if (activation.name().equals("step")) {
            assertThat(first).isZero();
        } else {
            assertThat(first).isNaN();
        }
    }

    @Test
    void softmaxOfLargeNumbersIsThatOfTheNotes() throws ReflectiveOperationException {
        LibraryActivation softmax = activations.stream()
                .filter(activation -> activation.name().equals("softmax"))
                .findFirst()
                .orElseThrow();
        GeneratedActivations ofThree = new GeneratedActivations(List.of(softmax), 3);
        assertThat(ofThree.apply(softmax, new float[] {1010, 1000, 990}))
                .containsExactly(new float[] {0.9999546f, 4.539787e-5f, 2.06106e-9f}, within(1e-9f));
        GeneratedActivations ofNine = new GeneratedActivations(List.of(softmax), 9);
        assertThat(ofNine.apply(softmax, new float[] {0.2f, 0.02f, 0.15f, 1.3f, 0.5f, 0.06f, 1.1f, 0.05f, 3.75f}))
                .containsExactly(
                        new float[] {
                            0.02167152f,
                            0.01810157f,
                            0.02061459f,
                            0.06510484f,
                            0.02925349f,
                            0.01884031f,
                            0.05330333f,
                            0.01865285f,
                            0.7544575f
                        },
                        within(1e-7f));
    }

    @Test
    void theErrorsAreThoseOfTheReference() throws ReflectiveOperationException {
        StringBuilder table = new StringBuilder();
        for (LibraryActivation activation : activations) {
            UlpError near = new UlpError();
            UlpError everywhere = new UlpError();
            for (float[] x : arguments(activation)) {
                float[] y = apply(activation, x);
                double[] exact = exact(activation, x);
                for (int i = 0; i < y.length; i++) {
                    Float place = activation.ofRows() ? null : Float.valueOf(x[i]);
                    everywhere.add(y[i], exact[i], place);
                    if (Math.abs(exact[i]) >= ABSOLUTE) {
                        near.add(y[i], exact[i], place);
                    }
                }
            }
            table.append("| `" + activation.qualifiedName() + "` | " + near + " | " + everywhere + " |\n");
        }
        ReferenceFile.requireCurrent("activation-accuracy.md", INTRODUCTION + table);
    }

    private static final String INTRODUCTION = """
            # How accurate the activations are

            The worst error of the generated Java code, in units in the last place of a float32 (0.50 is the nearest float, 0.00 exact), against the
            same formula in double precision. Functions of one number: 40,001 points from -19.5 to 19.5, and powers of ten up to the
            greatest and down to the smallest float. Functions of rows: 1,600 random rows of very different sizes. Results that are
            below the smallest normal float, 1.2e-38, are not counted. This table is made by a test.

            | activation | where the result is at least 1e-7 | anywhere |
            | --- | --- | --- |
            """;
}
