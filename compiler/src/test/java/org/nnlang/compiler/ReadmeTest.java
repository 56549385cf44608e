package org.nnlang.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nnlang.compiler.diagnostic.DiagnosticFormatter;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.testing.InMemoryJavac;

/** Every snippet of the README compiles and runs as it stands there. */
class ReadmeTest {
    private static final Path SAVED = Path.of("digits.safetensors");

    private final String readme = read();

    private static String read() {
        try {
            return Files.readString(Path.of("../README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> snippets(String language) {
        List<String> snippets = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(snippets).as("snippets of " + language).isNotEmpty();
        return snippets;
    }

    private String snippet(String language) {
        return snippets(language).get(0);
    }

    private static CompilationResult compile(String name, String text) {
        return NnCompiler.compile(new CompilationRequest(List.of(new SourceFile(name, text)), List.of()));
    }

    @AfterEach
    void deleteWhatTheSnippetSaves() throws IOException {
        Files.deleteIfExists(SAVED);
    }

    private static String className(String java) {
        Matcher matcher = Pattern.compile("^class (\\w+)", Pattern.MULTILINE).matcher(java);
        assertThat(matcher.find()).as("a class in " + java).isTrue();
        return matcher.group(1);
    }

    @Test
    void theNetworkAndTheJavaThatUsesItRun() throws Exception {
        CompilationResult result = compile("com/acme/digits/digits.nn", snippet("nn"));
        assertThat(DiagnosticFormatter.formatAll(result.diagnostics(), false)).isEmpty();
        Map<String, String> sources = new HashMap<>();
        result.files().forEach(file -> sources.put(file.path(), file.text()));
        List<String> uses = snippets("java");
        uses.forEach(java -> sources.put("com/acme/digits/" + className(java) + ".java", java));
        ClassLoader classes = InMemoryJavac.load(InMemoryJavac.compile(sources));
        for (String java : uses) {
            Method main =
                    classes.loadClass("com.acme.digits." + className(java)).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
            assertThat(SAVED).as("saved by " + className(java)).exists();
            Files.delete(SAVED);
        }
    }

    @Test
    void theErrorReadsAsTheCompilerSaysIt() {
        String shown = snippet("text");
        String model = "model Faces {\n  input  x: [64]\n  output y = x + (x -> Dense(32))\n}\n";
        assertThat(DiagnosticFormatter.formatAll(compile("faces.nn", model).diagnostics(), false))
                .isEqualTo(shown);
    }

    @Test
    void thePomSnippetIsWellFormed() throws Exception {
        String project = snippet("xml");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(project.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("goal").item(0).getTextContent())
                .isEqualTo("generate");
    }
}
