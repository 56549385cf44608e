package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.model.InitialValue;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.testing.GoldenJson;

/** The distributions that the library's initializers come to, against those of Keras and PyTorch. */
class InitializerFormulasTest {
    private static final Map<String, List<String>> NUMBERS = Map.of(
            "constant", List.of("value"),
            "uniform", List.of("low", "high"),
            "normal", List.of("mean", "sigma"),
            "truncated_normal", List.of("location", "sigma"),
            "orthogonal", List.of("gain"),
            "identity", List.of("gain"));
    private static final Map<String, String> PARAMETERS = Map.of("val", "value", "std", "stddev");

    /** One case: an initializer as it is written here, for a weight with so many inputs and outputs. */
    record Case(String initializer, int fanIn, int fanOut, InitialValue.Distribution kind, List<Double> numbers) {
        @Override
        public String toString() {
            return initializer + " [" + fanOut + ", " + fanIn + "]";
        }
    }

    static List<Case> initializers() {
        return GoldenJson.read("initializers.json").get("cases").items().stream()
                .filter(one -> one.get("shape").items().size() == 2)
                .filter(one -> !List.of("linear_default_bias", "trunc_normal_").contains(one.text("name")))
                .map(InitializerFormulasTest::of)
                .toList();
    }

    private static Case of(GoldenJson one) {
        GoldenJson distribution = one.get("distribution");
        String kind = distribution.text("kind");
        List<Double> numbers = NUMBERS.getOrDefault(kind, List.of()).stream()
                .map(name -> distribution.keys().contains(name)
                        ? distribution.get(name).number()
                        : 1.0)
                .toList();
        return new Case(
                initializer(one.text("name"), one.get("parameters")),
                (int) one.get("fan_in").number(),
                (int) one.get("fan_out").number(),
                InitialValue.Distribution.valueOf(kind.toUpperCase(Locale.ROOT)),
                numbers);
    }

    private static String initializer(String name, GoldenJson parameters) {
        String here = switch (name) {
            case "linear_default_weight" -> "standard";
            case "eye_" -> "identity";
            default -> name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
        };
        String arguments = parameters.keys().stream()
                .filter(key -> !key.equals("note"))
                .map(key -> argument(here, key, parameters.get(key).value()))
                .collect(Collectors.joining(", "));
        return arguments.isEmpty() ? here : here + "(" + arguments + ")";
    }

    private static String argument(String initializer, String key, Object value) {
        String name = PARAMETERS.getOrDefault(key, key);
        if (initializer.equals("uniform")) {
            name = key.equals("a") ? "low" : "high";
        }
        return name + " = " + (value instanceof String ? "\"" + value + "\"" : value);
    }

    @ParameterizedTest
    @MethodSource("initializers")
    void comesToTheSameDistribution(Case one) {
        InitialValue initial = initialValue(one.initializer, one.fanIn, one.fanOut);
        assertThat(initial.distribution()).isEqualTo(one.kind);
        assertThat(initial.numbers()).hasSameSizeAs(one.numbers);
        for (int i = 0; i < one.numbers.size(); i++) {
            double expected = one.numbers.get(i);
            assertThat(initial.numbers().get(i)).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
        }
    }

    private static InitialValue initialValue(String initializer, int fanIn, int fanOut) {
        String text = """
                import nn.keras.random_normal
                import nn.keras.random_uniform
                model M {
                  input  x: [%d]
                  output y = x -> Dense(%d, weights = %s, biases = none)
                }
                """.formatted(fanIn, fanOut, initializer);
        CompilationResult result =
                NnCompiler.compile(new CompilationRequest(List.of(new SourceFile("m.nn", text)), List.of()));
        assertThat(result.diagnostics()).isEmpty();
        return result.models()
                .get(0)
                .root()
                .allWeights()
                .findFirst()
                .orElseThrow()
                .initialValue();
    }
}
