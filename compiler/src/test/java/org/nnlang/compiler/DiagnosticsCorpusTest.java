package org.nnlang.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.DiagnosticFormatter;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.library.SourceFiles;
import org.nnlang.compiler.source.SourceFile;

/** Every `x.nn` of the corpus says exactly what its `x.errors` holds; {@code -Dnn.updateGolden=true} writes them anew. */
class DiagnosticsCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/diagnostics");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".nn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatItsErrorsFileHolds(Path file) throws IOException {
        String found = DiagnosticFormatter.formatAll(compile(file), false);
        Path expected = Path.of(file.toString().replaceAll("\\.nn$", ".errors"));
        if (Boolean.getBoolean("nn.updateGolden")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isNotBlank();
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    private static List<Diagnostic> compile(Path file) throws IOException {
        Diagnostics unreadable = new Diagnostics();
        SourceFile source = SourceFiles.read(file, file.getFileName().toString(), unreadable);
        List<Diagnostic> diagnostics = new ArrayList<>(unreadable.all());
        if (source != null) {
            diagnostics.addAll(NnCompiler.compile(new CompilationRequest(List.of(source), List.of()))
                    .diagnostics());
        }
        return diagnostics;
    }
}
