package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formulas of the library's activations, evaluated in double precision, against Keras and PyTorch. */
class ActivationFormulasTest {
    private static final double RELATIVE = 1e-11;
    private static final double ABSOLUTE = 1e-12;

    static List<GoldenActivations> activations() {
        return GoldenActivations.all();
    }

    @ParameterizedTest
    @MethodSource("activations")
    void agreesInDoublePrecision(GoldenActivations activation) {
        FunctionOracle oracle = new FunctionOracle(Stream.of("nn.core", activation.packageName())
                .distinct()
                .flatMap(name -> LibraryUnits.ofPackage(name).stream())
                .toList());
        for (int i = 0; i < activation.arguments().size(); i++) {
            double[] x = activation.arguments().get(i);
            double[] y = (double[]) oracle.call(activation.name(), x, activation.configuration());
            double[] expected = activation.expected().get(i);
            assertThat(y).hasSameSizeAs(expected);
            for (int j = 0; j < y.length; j++) {
                double tolerance = ABSOLUTE + RELATIVE * Math.abs(expected[j]);
                boolean agrees = y[j] == expected[j] || Math.abs(y[j] - expected[j]) <= tolerance;
                assertThat(agrees)
                        .as("%s at %s: %s, expected %s", activation, x.length == y.length ? x[j] : j, y[j], expected[j])
                        .isTrue();
            }
        }
    }
}
