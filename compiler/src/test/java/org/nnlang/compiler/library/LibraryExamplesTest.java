package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.testing.InMemoryJavac;

/** Every example in the library's doc comments, put into the smallest file around it, compiles to Java that compiles. */
class LibraryExamplesTest {
    private static final Pattern EXAMPLE = Pattern.compile("Example: `([^`]+)`");
    private static final Pattern IMPORT = Pattern.compile("`(import [^`]+)`");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.\"])[a-z]\\w*+(?! *[=(])");

    /** What the examples speak of, and its shape in them. */
    private static final Map<String, String> INPUTS = new TreeMap<>(Map.ofEntries(
            Map.entry("x", "[8]"),
            Map.entry("z", "[8]"),
            Map.entry("a", "[8]"),
            Map.entry("b", "[8]"),
            Map.entry("p", "[8]"),
            Map.entry("t", "[8]"),
            Map.entry("e", "[8]"),
            Map.entry("logit", "[8]"),
            Map.entry("logits", "[8]"),
            Map.entry("distances", "[8]"),
            Map.entry("probabilities", "[8]"),
            Map.entry("prediction", "[8]"),
            Map.entry("target", "[8]"),
            Map.entry("left", "[8]"),
            Map.entry("right", "[8]"),
            Map.entry("bias", "[4]"),
            Map.entry("weight", "[4, 8]"),
            Map.entry("label", "[]"),
            Map.entry("pixels", "[784]"),
            Map.entry("image", "[28, 28]")));

    record Example(String name, String code, String imports) {
        /** The smallest file around it. */
        String file() {
            return imports + "\n" + around(code);
        }

        @Override
        public String toString() {
            return name + ": " + code;
        }
    }

    static List<Example> examples() {
        return LibraryUnits.all().stream()
                .flatMap(unit -> unit.declarations().stream())
                .map(LibraryExamplesTest::of)
                .toList();
    }

    private static Example of(Declaration declaration) {
        String documentation = declaration.documentation().replace('\n', ' ');
        Matcher code = EXAMPLE.matcher(documentation);
        assertThat(code.find()).as(declaration.name().text()).isTrue();
        Matcher imported = IMPORT.matcher(documentation);
        return new Example(declaration.name().text(), code.group(1), imported.find() ? imported.group(1) : "");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void hasNoDiagnostics(Example example) {
        assertThat(compile("", example).diagnostics()).as(example.file()).isEmpty();
    }

    @Test
    void theirJavaCompilesWithoutWarnings() {
        Map<String, String> files = new TreeMap<>();
        List<Example> examples = examples();
        for (int i = 0; i < examples.size(); i++) {
            compile("e" + i + "/", examples.get(i)).files().forEach(file -> files.put(file.path(), file.text()));
        }
        // A model and its gradients.
        assertThat(files).hasSize(2 * examples.size());
        assertThat(InMemoryJavac.compile(files)).hasSizeGreaterThanOrEqualTo(files.size());
    }

    private static CompilationResult compile(String folder, Example example) {
        return NnCompiler.compile(
                new CompilationRequest(List.of(new SourceFile(folder + "example.nn", example.file())), List.of()));
    }

    /** The smallest file that such an example can stand in. */
    private static String around(String code) {
        if (code.startsWith("param ")) {
            return "layer L() { input x: [n] " + code + " output y = x * scale }\n" + model("x -> L()");
        }
        if (code.startsWith("repeat ")) {
            return "layer L(widths) = " + code + "\n" + model("x -> L([8, 8])");
        }
        if (code.startsWith("if mode ")) {
            return "function f(fan_in, mode = \"fan_in\") = " + code + "\n" + model("f(x)");
        }
        if (code.contains("fan_in") && !code.startsWith("Dense(")) {
            boolean initializer = code.contains("normal(") || code.contains("uniform(");
            String body = initializer ? code : "normal(0, " + code + ")";
            return "initializer example = " + body + "\n" + model("x -> Dense(8, weights = example)");
        }
        if (code.startsWith("Dense(")) {
            return model("x -> " + code);
        }
        if (code.startsWith("xavier_")) {
            return model("x -> Dense(8, weights = " + code + ")");
        }
        return code.startsWith("product(") ? model("x -> Dense(" + code + ")") : model(code);
    }

    private static String model(String output) {
        String inputs = INPUTS.entrySet().stream()
                .filter(input -> NAME.matcher(output)
                        .results()
                        .anyMatch(name -> name.group().equals(input.getKey())))
                .map(input ->
                        "  input " + input.getKey() + ": " + shape(input.getKey(), input.getValue(), output) + "\n")
                .collect(Collectors.joining());
        return "model Example {\n" + inputs + "  output y = " + output + "\n}\n";
    }

    /** A reshaped x is an image. */
    private static String shape(String name, String usual, String output) {
        return name.equals("x") && output.startsWith("reshape(") ? "[784]" : usual;
    }
}
