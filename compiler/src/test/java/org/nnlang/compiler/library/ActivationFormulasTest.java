package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library's activations against Keras and PyTorch: their formulas in double precision, and their generated Java in float32. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivationFormulasTest {
    private List<GoldenActivations> activations = List.of();
    private GeneratedActivations numbers;
    private GeneratedActivations rows;

    @BeforeAll
    void compile() throws ReflectiveOperationException {
        activations = GoldenActivations.all();
        numbers = generated(false);
        rows = generated(true);
    }

    private GeneratedActivations generated(boolean ofRows) throws ReflectiveOperationException {
        List<GoldenActivations> chosen = activations.stream()
                .filter(golden -> golden.activation().ofRows() == ofRows)
                .toList();
        return new GeneratedActivations(
                chosen.stream().map(GoldenActivations::activation).toList(),
                chosen.get(0).arguments().get(0).length);
    }

    List<GoldenActivations> activations() {
        return activations;
    }

    @ParameterizedTest
    @MethodSource("activations")
    void agreesInDoublePrecision(GoldenActivations golden) {
        for (int i = 0; i < golden.arguments().size(); i++) {
            double[] x = golden.arguments().get(i);
            requireClose(
                    golden, x, golden.activation().exact(x), golden.expected().get(i), 1e-11, 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void agreesInGeneratedJava(GoldenActivations golden) throws ReflectiveOperationException {
        LibraryActivation activation = golden.activation();
        GeneratedActivations generated = activation.ofRows() ? rows : numbers;
        for (int i = 0; i < golden.arguments().size(); i++) {
            double[] x = golden.arguments().get(i);
            float[] argument = GeneratedActivations.floats(x);
            float[] found = generated.apply(activation, argument);
            double[] y = new double[found.length];
            Arrays.setAll(y, j -> found[j]);
            double[] expected = Arrays.stream(golden.expected().get(i))
                    .map(value -> Math.abs(value) > Float.MAX_VALUE ? (float) value : value)
                    .toArray();
            requireClose(golden, x, y, expected, 1e-6, 1e-7);
        }
    }

    private static void requireClose(
            GoldenActivations golden, double[] x, double[] y, double[] expected, double relative, double absolute) {
        assertThat(y).hasSameSizeAs(expected);
        for (int j = 0; j < y.length; j++) {
            boolean close =
                    y[j] == expected[j] || Math.abs(y[j] - expected[j]) <= absolute + relative * Math.abs(expected[j]);
            assertThat(close)
                    .as("element %d of %s of %s is %s, expected %s", j, golden, Arrays.toString(x), y[j], expected[j])
                    .isTrue();
        }
    }
}
