package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.testing.GoldenJson;

/** The formulas of the library's losses, evaluated in double precision, against Keras (and PyTorch, where they agree). */
class LossFormulasTest {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("mse", "mean_squared_error"),
            Map.entry("mae", "mean_absolute_error"),
            Map.entry("huber", "huber"),
            Map.entry("log_cosh", "log_cosh"),
            Map.entry("binary_crossentropy", "binary_cross_entropy"),
            Map.entry("binary_crossentropy_logits", "binary_cross_entropy_from_logits"),
            Map.entry("categorical_crossentropy", "categorical_cross_entropy"),
            Map.entry("categorical_crossentropy_logits", "categorical_cross_entropy_from_logits"),
            Map.entry("sparse_categorical_crossentropy", "sparse_categorical_cross_entropy"),
            Map.entry("sparse_categorical_crossentropy_logits", "sparse_categorical_cross_entropy_from_logits"),
            Map.entry("kl_divergence", "kl_divergence"),
            Map.entry("poisson", "poisson"),
            Map.entry("hinge", "hinge"),
            Map.entry("squared_hinge", "squared_hinge"),
            Map.entry("cosine_similarity", "cosine_similarity"),
            Map.entry("focal_categorical", "focal"));
    private static final List<String> CONFIGURATION = List.of("delta", "label_smoothing", "alpha", "gamma");

    /** One case: the loss, its configuration, and one value for each example. */
    record Case(
            String name,
            Map<String, Object> configuration,
            List<double[]> predictions,
            List<Object> targets,
            List<Double> expected,
            double tolerance) {
        @Override
        public String toString() {
            return name + configuration;
        }
    }

    static List<Case> losses() {
        return GoldenJson.read("losses.json").get("cases").items().stream()
                .filter(one -> one.text("dialect").equals("keras") && NAMES.containsKey(one.text("name")))
                .filter(one -> !one.text("name").endsWith("hinge")
                        || one.text("target_is").equals("labels -1/+1"))
                .map(LossFormulasTest::of)
                .toList();
    }

    private static Case of(GoldenJson one) {
        String name = NAMES.getOrDefault(one.text("name"), "");
        Map<String, Object> configuration = new LinkedHashMap<>();
        GoldenJson parameters = one.get("parameters");
        for (String key : parameters.keys()) {
            if (CONFIGURATION.contains(key)) {
                configuration.put(key, parameters.get(key).number());
            }
        }
        List<Object> targets = new ArrayList<>();
        if (name.startsWith("sparse")) {
            for (double label : one.get("target").data()) {
                targets.add(label);
            }
        } else {
            targets.addAll(one.get("target").rows());
        }
        // Keras takes the logarithm of 1 - (1 - 1e-7), which is not quite 1e-7.
        double tolerance = name.equals("binary_cross_entropy") ? 1e-10 : 1e-11;
        return new Case(
                name,
                configuration,
                one.get("prediction").rows(),
                targets,
                Arrays.stream(one.get("per_sample").data()).boxed().toList(),
                tolerance);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void agreesInDoublePrecision(Case loss) {
        FunctionOracle oracle = new FunctionOracle(LibraryUnits.ofPackage("nn.core"));
        for (int i = 0; i < loss.expected.size(); i++) {
            Object value =
                    oracle.call(loss.name, List.of(loss.predictions.get(i), loss.targets.get(i)), loss.configuration);
            double expected = loss.expected.get(i);
            assertThat((Double) value)
                    .as("%s of example %d", loss, i)
                    .isCloseTo(expected, within(loss.tolerance * (1 + Math.abs(expected))));
        }
    }

    @Test
    void crossEntropyOfTheNotes() {
        FunctionOracle oracle = new FunctionOracle(LibraryUnits.ofPackage("nn.core"));
        assertThat((Double) oracle.call(
                        "sparse_categorical_cross_entropy", List.of(new double[] {0.05, 0.95, 0}, 1.0), Map.of()))
                .isCloseTo(0.05129329, within(1e-8));
        assertThat((Double) oracle.call(
                        "categorical_cross_entropy",
                        List.of(new double[] {0.1, 0.8, 0.1}, new double[] {0, 0, 1}),
                        Map.of()))
                .isCloseTo(2.30258509, within(1e-8));
    }
}
