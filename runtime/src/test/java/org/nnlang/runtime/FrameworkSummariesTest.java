package org.nnlang.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.runtime.Summary.Connection;
import org.nnlang.runtime.Summary.Entry;
import org.nnlang.runtime.Summary.Form;
import org.nnlang.runtime.Summary.Kind;
import org.nnlang.runtime.Summary.Style;

/** Summaries equal what the frameworks print for the same networks, byte by byte. */
class FrameworkSummariesTest {
    private static final Summary SMALL = small("my_Sequential").sequential();
    private static final Summary SMALL_NET = small("Net").functional();
    private static final Summary SMALL_WITH_FUNCTIONS = new SummaryChain("small", 3)
            .dense("layer1", 3)
            .activation("sigmoid")
            .dense("layer2", 2)
            .activation("relu")
            .dense("layer3", 2)
            .activation("softmax")
            .sequential();
    private static final Summary DIGITS = new SummaryChain("sequential", 784)
            .dense("dense", 50)
            .dense("dense_1", 100)
            .dense("dense_2", 10)
            .sequential();
    private static final Summary DIGITS_WITH_FUNCTIONS = new SummaryChain("digits", 784)
            .dense("0", 50)
            .activation("relu")
            .dense("2", 100)
            .activation("relu")
            .dense("4", 10)
            .sequential();
    private static final Summary OTHER_WITH_FUNCTIONS = new SummaryChain("other", 20)
            .dense("0", 7)
            .activation("tanh")
            .denseWithoutBias("2", 30)
            .activation("relu")
            .dense("4", 4)
            .sequential();

    @ParameterizedTest
    @CsvSource({
        "keras_sequential, KERAS",
        "keras_functional, KERAS",
        "keras_subclass_unbuilt, KERAS_SUBCLASS",
        "keras_784_50_100_10, KERAS",
        "keras_other_sequential, KERAS",
        "keras_other_functional, KERAS",
        "keras_branches, KERAS"
    })
    void keras(String file, Style style) throws IOException {
        for (int columns : new int[] {80, 120}) {
            assertThat(network(file).render(style, columns, null)).isEqualTo(text(file + "_w" + columns));
        }
    }

    @ParameterizedTest
    @CsvSource({"keras_subclass, 80", "keras_subclass, 120"})
    void kerasSubclassAfterACallWithFiveRows(String file, int columns) throws IOException {
        assertThat(network(file).render(Style.KERAS_SUBCLASS, columns, 5)).isEqualTo(text(file + "_w" + columns));
    }

    @ParameterizedTest
    @CsvSource({"80", "120"})
    void aSequentialModelMayPrintAsAFunctionalOne(int columns) throws IOException {
        assertThat(small("my_model").sequential().render(Style.KERAS_FUNCTIONAL, columns, null))
                .isEqualTo(text("keras_functional_w" + columns));
    }

    @ParameterizedTest
    @CsvSource({
        "torchsummary_26, TORCHSUMMARY, 5",
        "torchsummary_26_module, TORCHSUMMARY, 5",
        "torchsummary_26_activations, TORCHSUMMARY, 5",
        "torchsummary_784_50_100_10, TORCHSUMMARY, 1",
        "torchsummary_other, TORCHSUMMARY, 5",
        "torchinfo_26, TORCHINFO, 5",
        "torchinfo_26_module, TORCHINFO, 5",
        "torchinfo_26_activations, TORCHINFO, 5",
        "torchinfo_784_50_100_10, TORCHINFO, 1",
        "torchinfo_other, TORCHINFO, 5"
    })
    void torch(String file, Style style, int batch) throws IOException {
        assertThat(network(file).render(style, 80, batch)).isEqualTo(text(file));
    }

    private static Summary network(String file) {
        return switch (file) {
            case "keras_sequential", "torchsummary_26", "torchinfo_26" -> SMALL;
            case "keras_functional" -> small("my_model").functional();
            case "keras_subclass", "keras_subclass_unbuilt" -> small("MyModel").functional();
            case "torchsummary_26_module", "torchinfo_26_module" -> SMALL_NET;
            case "torchsummary_26_activations", "torchinfo_26_activations" -> SMALL_WITH_FUNCTIONS;
            case "keras_784_50_100_10" -> DIGITS;
            case "torchsummary_784_50_100_10", "torchinfo_784_50_100_10" -> DIGITS_WITH_FUNCTIONS;
            case "torchsummary_other", "torchinfo_other" -> OTHER_WITH_FUNCTIONS;
            case "keras_other_sequential" -> other("other").sequential();
            case "keras_other_functional" -> other("other_model").functional();
            case "keras_branches" -> branches();
            default -> throw new IllegalArgumentException(file);
        };
    }

    private static SummaryChain small(String name) {
        return new SummaryChain(name, 3).dense("layer1", 3).dense("layer2", 2).dense("layer3", 2);
    }

    private static SummaryChain other(String name) {
        return new SummaryChain(name, 6).dense("layer1", 12).dense("layer2", 9).dense("layer3", 4);
    }

    private static Summary branches() {
        return new Summary(
                "branches",
                Form.FUNCTIONAL,
                List.of(
                        entry("left", "input", Kind.INPUT, 4, 0),
                        entry("right", "input", Kind.INPUT, 4, 0),
                        entry("shared", "Dense", Kind.LAYER, 5, 25, read("left", 0), read("right", 0)),
                        entry("cat", "Concat", Kind.LAYER, 10, 0, read("shared", 0), read("shared", 1)),
                        entry("add", "add", Kind.OPERATION, 5, 0, read("shared", 0), read("shared", 1)),
                        entry("out_class", "Dense", Kind.LAYER, 3, 33, read("cat", 0)),
                        entry("out_value", "Dense", Kind.LAYER, 2, 12, read("add", 0))));
    }

    private static Connection read(String layer, int call) {
        return new Connection(layer, call, 0);
    }

    private static Entry entry(String name, String type, Kind kind, int units, long weights, Connection... read) {
        return new Entry(name, type, kind, List.of(Shape.of(units)), weights, 0, weights, List.of(read), List.of());
    }

    /** The framework's text, without trailing blanks and blank lines at the end. */
    private static String text(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(
                FrameworkSummariesTest.class.getResourceAsStream("/summaries/" + name + ".txt"), name)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(String::stripTrailing)
                    .collect(Collectors.joining("\n"))
                    .stripTrailing();
        }
    }
}
