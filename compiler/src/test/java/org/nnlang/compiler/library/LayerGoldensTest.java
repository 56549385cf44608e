package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.testing.GeneratedModels;
import org.nnlang.compiler.testing.GoldenJson;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Parameter;

/**
 * Layers against Keras and PyTorch: those of the library, and two that the language can say without it.
 *
 * <p>A weight of zeros is added to what goes in, so that its gradient is that of the input, summed over the examples.
 */
class LayerGoldensTest {
    private static final Map<String, String> FORMULAS = Map.of(
            "flatten",
            "(x + moved) -> Flatten()",
            "dropout",
            "(x + moved) -> Dropout(RATE)",
            "layer_norm",
            "layer_norm(x + moved, gamma, beta)",
            "rms_norm",
            "rms_norm(x + moved, gamma)");

    private static final String FUNCTIONS = """
        function layer_norm(x: [n], gamma: [n], beta: [n]) = (x - mean(x)) / sqrt(variance(x) + EPSILON) * gamma + beta
        function rms_norm(x: [n], gamma: [n]) = x / sqrt(mean(square(x)) + EPSILON) * gamma
        """;

    static List<GoldenJson> layers() {
        return GoldenJson.read("layers.json").get("cases").items().stream()
                .filter(one -> FORMULAS.containsKey(one.text("kind")))
                .toList();
    }

    private static Model model(GoldenJson one) {
        List<String> names = one.keys();
        StringBuilder text = new StringBuilder();
        if (one.text("kind").endsWith("norm")) {
            text.append(FUNCTIONS.replace("EPSILON", one.get("parameters").text("epsilon")));
        }
        String sizes = shape(one);
        text.append("model M {\n  input x: %s\n  param moved: %s = zeros\n".formatted(sizes, sizes));
        for (String weight : List.of("gamma", "beta")) {
            if (names.contains(weight)) {
                int width = one.get(weight).data().length;
                text.append("  param %s: [%d] = zeros\n".formatted(weight, width));
            }
        }
        String formula = FORMULAS.getOrDefault(one.text("kind"), "");
        if (one.text("kind").equals("dropout")) {
            formula = formula.replace("RATE", one.get("parameters").text("rate"));
        }
        Model model = GeneratedModels.only(text + "  output y = " + formula + "\n}\n", 1);
        for (Parameter parameter : model.parameters()) {
            if (names.contains(parameter.path())) {
                parameter.set(
                        GeneratedActivations.floats(one.get(parameter.path()).data()));
            }
        }
        return model;
    }

    /** The shape of one example. */
    private static String shape(GoldenJson one) {
        List<GoldenJson> sizes = one.get("x").get("shape").items();
        return sizes.subList(1, sizes.size()).stream()
                .map(size -> String.valueOf((int) size.number()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("layers")
    void agrees(GoldenJson one) {
        Model model = model(one);
        float[] x = GeneratedActivations.floats(one.get("x").data());
        int count = (int) one.get("x").get("shape").items().get(0).number();
        boolean dropout = one.text("kind").equals("dropout");
        double[] expected = one.get(dropout ? "y_eval" : "y").data();
        float[] predicted = new float[expected.length];
        model.newSession(count).run(new float[][] {x}, count, new float[][] {predicted});
        requireClose("y", predicted, expected, 1e-5, 1e-6);
        if (dropout && one.get("parameters").get("rate").number() > 0) {
            return;
        }
        float[] trained = new float[expected.length];
        GradientSession session = model.gradients().newSession(count);
        session.forward(new float[][] {x}, count, new float[][] {trained}, new float[1][], 0);
        assertThat(trained).isEqualTo(predicted);
        session.backward(
                new float[][] {GeneratedActivations.floats(one.get("upstream").data())}, new boolean[1]);
        int index = 0;
        for (Parameter parameter : model.parameters()) {
            float[] gradient = new float[parameter.shape().elements()];
            session.gradients().get(index++).read(gradient);
            double[] exact = parameter.path().equals("moved")
                    ? sumOfExamples(inputGradient(one), count)
                    : one.get("gradients").get(parameter.path()).data();
            double largest = Arrays.stream(exact).map(Math::abs).max().orElseThrow();
            requireClose("gradient of " + parameter.path(), gradient, exact, 1e-4, 1e-5 * largest);
        }
    }

    private static double[] inputGradient(GoldenJson one) {
        return one.get(one.text("kind").equals("dropout") ? "gradients_train" : "gradients")
                .get("x")
                .data();
    }

    private static double[] sumOfExamples(double[] gradients, int count) {
        double[] sum = new double[gradients.length / count];
        for (int i = 0; i < gradients.length; i++) {
            sum[i % sum.length] += gradients[i];
        }
        return sum;
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
