package org.nnlang.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;

class DiagnosticReportTest {
    private static final SourceFile SOURCE = new SourceFile("a.nn", "model A {}");
    private static final Diagnostic ERROR =
            Diagnostic.of(Code.NO_OUTPUT, new Span(SOURCE, 6, 7), "model `A` has no output", "");
    private static final Diagnostic WARNING =
            Diagnostic.of(Code.EMPTY_MODEL, new Span(SOURCE, 6, 7), "model `A` computes nothing", "");

    private final RecordingLog log = new RecordingLog();
    private final RecordingBuildContext editor = new RecordingBuildContext();
    private final DiagnosticReport report = new DiagnosticReport(log, editor);

    @Test
    void warningsAreLoggedAndPass(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.nn"), SOURCE.text());

        report.report(List.of(WARNING), folder.toFile(), false);

        assertThat(log.warnings).singleElement().asString().contains("warning[N901]", "--> a.nn:1:7");
        assertThat(log.errors).isEmpty();
        assertThat(editor.marked).containsExactly("a.nn:1:7 warning model `A` computes nothing");
    }

    @Test
    void warningsFailTheBuildOnDemand() {
        assertThatThrownBy(() -> report.report(List.of(WARNING, WARNING), new File("nn"), true))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("2 warnings in the .nn files of nn, and nn.failOnWarnings is set");
    }

    @Test
    void errorsAndWarningsAreBothCounted() {
        assertThatThrownBy(() -> report.report(List.of(ERROR, WARNING), new File("nn"), false))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 error and 1 warning in the .nn files of nn");
    }

    @Test
    void aFileInAJarIsLoggedButNotMarked(@TempDir Path folder) {
        assertThatThrownBy(() -> report.report(List.of(ERROR), folder.toFile(), false))
                .hasMessageStartingWith("1 error in");
        assertThat(log.errors).hasSize(1);
        assertThat(editor.marked).isEmpty();
    }
}
