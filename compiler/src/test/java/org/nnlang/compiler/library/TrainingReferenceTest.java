package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.testing.InMemoryJavac;
import org.nnlang.compiler.testing.ReferenceFile;
import org.nnlang.training.Losses;
import org.nnlang.training.metric.Metrics;
import org.nnlang.training.optimizer.Optimizers;
import org.nnlang.training.schedule.Schedules;

/** The page on training: its pieces of Java are one program that runs, and its tables have all that there is. */
class TrainingReferenceTest {
    private static final String PAGE = ReferenceFile.read("training.md");
    private static final Pattern OPTIMIZER =
            Pattern.compile("^\\| `(\\w+)` \\| .* \\| ([0-9.]+) \\| .* \\| ([0-9.]+) \\|$", Pattern.MULTILINE);
    private static final String IMPORTS = Stream.of(
                    "java.nio.file",
                    "java.util",
                    "org.nnlang.csv",
                    "org.nnlang.runtime",
                    "org.nnlang.runtime.data",
                    "org.nnlang.runtime.kernel",
                    "org.nnlang.training",
                    "org.nnlang.training.callback",
                    "org.nnlang.training.metric",
                    "org.nnlang.training.optimizer",
                    "org.nnlang.training.schedule")
            .map(name -> "import " + name + ".*;\n")
            .collect(Collectors.joining());

    private static List<String> snippets(String language) {
        return Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(PAGE)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String program() {
        String methods = snippets("java").stream()
                .filter(snippet -> snippet.startsWith("static "))
                .collect(Collectors.joining());
        String statements = snippets("java").stream()
                .filter(snippet -> !snippet.startsWith("static "))
                .collect(Collectors.joining());
        return IMPORTS
                + "public class Program {\npublic static Map<String, Object> run(Path folder) throws Exception {\n"
                + statements
                + "return Map.of(\"evaluation\", evaluation.toString(),\n"
                + "\"slope\", line.line().weight().toArray()[0], \"epochs\", stopped.epochs().size(),\n"
                + "\"resumed\", Arrays.equals(whole.answer().weight().toArray(), later.answer().weight().toArray()),\n"
                + "\"csv\", read.inputNames() + \" -> \" + read.classes());\n}\n"
                + methods + "}\n";
    }

    @Test
    void thePiecesAreOneProgramThatRuns(@TempDir Path folder) throws Exception {
        Map<String, String> sources = new HashMap<>();
        String text = String.join("\n", snippets("nn"));
        CompilationResult result =
                NnCompiler.compile(new CompilationRequest(List.of(new SourceFile("moons.nn", text)), List.of()));
        assertThat(result.diagnostics()).isEmpty();
        result.files().forEach(file -> sources.put(file.path(), file.text()));
        sources.put("Program.java", program());
        Method run = InMemoryJavac.load(InMemoryJavac.compile(sources))
                .loadClass("Program")
                .getMethod("run", Path.class);
        Map<?, ?> results = (Map<?, ?>) run.invoke(null, folder);
        assertThat(PAGE).contains("// " + results.get("evaluation") + "\n");
        assertThat(results.get("slope"))
                .asInstanceOf(InstanceOfAssertFactories.FLOAT)
                .isBetween(2.9f, 3.1f);
        assertThat(results.get("resumed")).isEqualTo(true);
        assertThat(results.get("epochs"))
                .asInstanceOf(InstanceOfAssertFactories.INTEGER)
                .isBetween(4, 20);
        assertThat(PAGE).contains("// " + results.get("csv") + "\n");
        assertThat(folder.toFile().list())
                .contains("moons.safetensors", "best.safetensors", "log.csv", "moons.checkpoint");
    }

    static Stream<String> names() {
        return Stream.of(Losses.names(), Schedules.names(), Metrics.names())
                .flatMap(List::stream)
                .filter(name -> !name.matches("(precision|recall|f1_score)_.*"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void tablesHaveEveryName(String name) {
        assertThat(PAGE).contains("`" + name + "`");
    }

    @Test
    void optimizersHaveTheRatesOfTheTable() {
        Matcher matcher = OPTIMIZER.matcher(PAGE);
        int rows = 0;
        for (; matcher.find(); rows++) {
            assertThat(Optimizers.parse("keras." + matcher.group(1)).learningRate())
                    .isEqualTo(Double.parseDouble(matcher.group(2)));
            assertThat(Optimizers.parse("torch." + matcher.group(1)).learningRate())
                    .isEqualTo(Double.parseDouble(matcher.group(3)));
        }
        assertThat(rows).isEqualTo(9);
    }
}
