package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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
    private static final double RELATIVE = 1e-6;
    private static final double ABSOLUTE = 1e-7;

    private List<GoldenActivations> activations = List.of();
    private FunctionOracle core = new FunctionOracle(List.of());
    private FunctionOracle keras = core;
    private GeneratedActivations generated;

    @BeforeAll
    void compile() throws ReflectiveOperationException {
        activations = GoldenActivations.all();
        core = new FunctionOracle(LibraryUnits.ofPackage("nn.core"));
        keras = new FunctionOracle(Stream.of("nn.core", "nn.keras")
                .flatMap(name -> LibraryUnits.ofPackage(name).stream())
                .toList());
        generated = new GeneratedActivations(activations, POINTS.length);
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

    List<GoldenActivations> activations() {
        return activations;
    }

    private List<float[]> arguments(GoldenActivations activation) {
        if (!activation.actsOnRows()) {
            return List.of(POINTS);
        }
        List<float[]> rows = new ArrayList<>();
        activation.arguments().forEach(row -> rows.add(floats(row)));
        Random random = new Random(1);
        int width = rows.get(0).length;
        for (float scale : new float[] {1e-30f, 1e-3f, 1, 10, 100, 1000, 1e30f, Float.MAX_VALUE / 8}) {
            for (int i = 0; i < 200; i++) {
                float[] row = new float[width];
                for (int j = 0; j < width; j++) {
                    row[j] = (float) random.nextGaussian() * scale;
                }
                rows.add(row);
            }
        }
        float[] opposite = new float[width];
        Arrays.fill(opposite, -Float.MAX_VALUE);
        opposite[0] = Float.MAX_VALUE;
        rows.add(opposite);
        return rows;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private double[] exact(GoldenActivations activation, float[] x) {
        double[] argument = new double[x.length];
        Arrays.setAll(argument, i -> x[i]);
        FunctionOracle oracle = activation.packageName().equals("nn.core") ? core : keras;
        return (double[]) oracle.call(activation.name(), argument, activation.configuration());
    }

    @ParameterizedTest
    @MethodSource("activations")
    void isWithinTheToleranceForEveryFiniteFloat(GoldenActivations activation) throws ReflectiveOperationException {
        for (float[] x : arguments(activation)) {
            float[] y = generated.apply(activation, x);
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
    void passesNanOn(GoldenActivations activation) throws ReflectiveOperationException {
        float[] x =
                activation.actsOnRows() ? new float[activation.arguments().get(0).length] : new float[POINTS.length];
        x[0] = Float.NaN;
        float first = generated.apply(activation, x)[0];
        if (activation.name().equals("step")) {
            assertThat(first).isZero();
        } else {
            assertThat(first).isNaN();
        }
    }

    @Test
    void theErrorsAreThoseOfTheReference() throws ReflectiveOperationException {
        StringBuilder table = new StringBuilder();
        for (GoldenActivations activation : activations) {
            UlpError near = new UlpError();
            UlpError everywhere = new UlpError();
            for (float[] x : arguments(activation)) {
                float[] y = generated.apply(activation, x);
                double[] exact = exact(activation, x);
                for (int i = 0; i < y.length; i++) {
                    Float place = activation.actsOnRows() ? null : Float.valueOf(x[i]);
                    everywhere.add(y[i], exact[i], place);
                    if (Math.abs(exact[i]) >= ABSOLUTE) {
                        near.add(y[i], exact[i], place);
                    }
                }
            }
            table.append("| `%s` | %s | %s |%n"
                    .formatted(activation, near, everywhere)
                    .replace("\r", ""));
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
