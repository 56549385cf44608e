package org.nnlang.samples.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Summary;
import org.nnlang.runtime.Summary.Style;
import org.nnlang.samples.notes.goldens.Activations;
import org.nnlang.samples.notes.goldens.Branches;
import org.nnlang.samples.notes.goldens.Sequential;

/** The summaries of generated models, byte for byte as the frameworks print them. */
class SummariesTest {
    record Case(
            String file,
            Summary summary,
            Style style,
            int columns,
            @Nullable Integer batch) {
        String actual() {
            return summary.render(style, columns, batch);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int columns : new int[] {80, 120}) {
            keras(cases, "keras_sequential", MySequential.create(1), columns);
            keras(cases, "keras_functional", MyModel.create(1), columns);
            keras(cases, "keras_784_50_100_10", Sequential.create(1), columns);
            keras(cases, "keras_branches", Branches.create(1), columns);
            Summary subclass = new org.nnlang.samples.notes.subclass.MyModel(1).summary();
            cases.add(new Case("keras_subclass_w" + columns, subclass, Style.KERAS_SUBCLASS, columns, 5));
            cases.add(new Case("keras_subclass_unbuilt_w" + columns, subclass, Style.KERAS_SUBCLASS, columns, null));
        }
        torch(cases, "26", Net.create(1));
        torch(cases, "26_activations", Activations.create(1));
        torch(cases, "26_module", org.nnlang.samples.notes.goldens.Net.create(1));
        return cases;
    }

    private static void keras(List<Case> cases, String name, Model model, int columns) {
        cases.add(new Case(name + "_w" + columns, model.summary(), Style.KERAS, columns, null));
    }

    private static void torch(List<Case> cases, String name, Model model) {
        cases.add(new Case("torchsummary_" + name, model.summary(), Style.TORCHSUMMARY, 80, 5));
        cases.add(new Case("torchinfo_" + name, model.summary(), Style.TORCHINFO, 80, 5));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheTextOfTheFramework(Case golden) throws IOException {
        try (InputStream copy = SummariesTest.class.getResourceAsStream("summaries/" + golden.file() + ".txt")) {
            assertThat(copy).isNotNull();
            assertThat(golden.actual()).isEqualTo(withoutLastLineEnds(new String(copy.readAllBytes(), UTF_8)));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheTextOfTheSharedFile(Case golden) throws IOException {
        String expected = SharedGoldens.read("summaries/" + golden.file() + ".txt");
        assertThat(golden.actual()).isEqualTo(withoutLastLineEnds(expected));
    }

    private static String withoutLastLineEnds(String text) {
        return text.replaceFirst("\n+$", "");
    }
}
