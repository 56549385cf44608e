package org.nnlang.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.source.Span;

class IncrementalBuildTest {
    private static final String ONE = "model One { input x: [2] output y = x -> Dense(3) }";
    private static final String TWO = "model Two { input x: [2] output y = x -> Dense(4) }";
    private static final String BROKEN = "model One { input x: [2] output y = x -> Dens(3) output z = x -> relyu }";

    private BuildProject project;

    @BeforeEach
    void twoModels(@TempDir Path folder) throws IOException {
        project = new BuildProject(folder);
        project.write("a/one.nn", ONE);
        project.write("b/two.nn", TWO);
    }

    @Test
    void theFirstBuildWritesEveryModelToItsPackage() throws IOException {
        BuildOutcome outcome = project.build();

        assertThat(outcome.diagnostics()).isEmpty();
        assertThat(outcome.upToDate()).isFalse();
        assertThat(outcome.written()).containsExactly("a/One.java", "b/Two.java");
        assertThat(project.output()).containsOnlyKeys("a/One.java", "b/Two.java");
        assertThat(project.output().get("a/One.java")).contains("package a;", "class One");
    }

    @Test
    void theSameAgainDoesNothing() throws IOException {
        project.build();

        BuildOutcome outcome = project.build();

        assertThat(outcome.upToDate()).isTrue();
        assertThat(project.untouched("a/One.java")).isTrue();
        assertThat(project.untouched("b/Two.java")).isTrue();
    }

    @Test
    void aChangedSourceRewritesOnlyItsModel() throws IOException {
        project.build();
        project.write("b/two.nn", TWO.replace("Dense(4)", "Dense(5)"));

        BuildOutcome outcome = project.build();

        assertThat(outcome.written()).containsExactly("b/Two.java");
        assertThat(project.untouched("a/One.java")).isTrue();
        assertThat(project.untouched("b/Two.java")).isFalse();
    }

    @Test
    void trainingAddsGradientsToWhatIsThere() throws IOException {
        project.build();
        project.train();

        BuildOutcome outcome = project.build();

        assertThat(outcome.written())
                .containsExactly("a/One.java", "a/OneGradients.java", "b/Two.java", "b/TwoGradients.java");
        assertThat(project.build().upToDate()).isTrue();
    }

    @Test
    void aDeletedSourceDeletesItsModel() throws IOException {
        project.build();
        project.delete("a/one.nn");

        BuildOutcome outcome = project.build();

        assertThat(outcome.deleted()).containsExactly("a/One.java");
        assertThat(project.output()).containsOnlyKeys("b/Two.java");
    }

    @Test
    void deletingTheLastSourceDeletesTheLastModel() throws IOException {
        project.build();
        project.delete("a/one.nn");
        project.delete("b/two.nn");

        assertThat(project.build().deleted()).containsExactly("a/One.java", "b/Two.java");
        assertThat(project.output()).isEmpty();
    }

    @Test
    void aRenamedModelReplacesItsFile() throws IOException {
        project.build();
        project.write("a/one.nn", ONE.replace("One", "Uno"));

        BuildOutcome outcome = project.build();

        assertThat(outcome.written()).containsExactly("a/Uno.java");
        assertThat(outcome.deleted()).containsExactly("a/One.java");
        assertThat(project.output()).containsOnlyKeys("a/Uno.java", "b/Two.java");
    }

    @Test
    void aMovedSourceMovesItsModel() throws IOException {
        project.build();
        project.delete("a/one.nn");
        project.write("c/one.nn", ONE);

        project.build();

        assertThat(project.output()).containsOnlyKeys("b/Two.java", "c/One.java");
    }

    @Test
    void anExcludedSourceDeletesItsModel() throws IOException {
        project.build();
        project.exclude("b/two.nn");

        assertThat(project.build().deleted()).containsExactly("b/Two.java");
        assertThat(project.output()).containsOnlyKeys("a/One.java");
    }

    @Test
    void anotherCompilerBuildsAnewAndTouchesOnlyWhatDiffers() throws IOException {
        project.build();
        project.compiler = "1.1";

        BuildOutcome outcome = project.build();

        assertThat(outcome.upToDate()).isFalse();
        assertThat(outcome.written()).isEmpty();
        assertThat(project.untouched("a/One.java")).isTrue();
        assertThat(project.build().upToDate()).isTrue();
    }

    @Test
    void aMissingOrChangedModelIsWrittenAnew() throws IOException {
        project.build();
        Map<String, String> before = project.output();
        Files.delete(project.output.resolve("a/One.java"));
        Files.write(project.output.resolve("b/Two.java"), new byte[] {(byte) 0xFF});

        assertThat(project.build().written()).containsExactly("a/One.java", "b/Two.java");
        assertThat(project.output()).isEqualTo(before);
    }

    @Test
    void twoModelsOfOneNameInOnePackageAreAnError() throws IOException {
        project.write("a/again.nn", ONE);

        assertThat(project.build().errors()).isEqualTo(1);
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        BuildProject.write(project.output.resolve("a/Handwritten.java"), "class Handwritten {}");
        project.build();
        project.delete("a/one.nn");

        project.build();

        assertThat(project.output()).containsOnlyKeys("a/Handwritten.java", "b/Two.java");
    }

    @Test
    void errorsAreReportedAllAtOnceAndChangeNothing() throws IOException {
        project.build();
        Map<String, String> before = project.output();
        project.write("a/one.nn", BROKEN);
        project.write("b/two.nn", TWO.replace("Two", "Zwei"));
        project.write("c/three.nn", "model Three { input x: [2] output y = x -> Dense(0) }");

        BuildOutcome outcome = project.build();

        assertThat(outcome.errors()).isEqualTo(3);
        assertThat(outcome.diagnostics())
                .extracting(Diagnostic::span)
                .asString()
                .contains("a/one.nn:1:42", "a/one.nn:1:66", "c/three.nn:1:");
        assertThat(outcome.written()).isEmpty();
        assertThat(outcome.deleted()).isEmpty();
        assertThat(project.output()).isEqualTo(before);
    }

    @Test
    void aSourceThatIsNoTextIsReportedWithTheErrorsOfOthers() throws IOException {
        project.writeNoText("a/one.nn");
        project.write("b/two.nn", TWO.replace("Dense", "Dens"));

        BuildOutcome outcome = project.build();

        assertThat(outcome.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.NOT_UTF8, Code.UNKNOWN_NAME);
        assertThat(project.output()).isEmpty();
    }

    @Test
    void errorsAreReportedAgainUntilTheyAreMended() throws IOException {
        project.build();
        project.write("a/one.nn", BROKEN);
        project.build();

        assertThat(project.build().errors()).isEqualTo(2);
        project.write("a/one.nn", ONE);
        assertThat(project.build().upToDate()).isTrue();
    }

    @Test
    void warningsAreSeenAgainInTheNextBuild() throws IOException {
        BuildOutcome first = project.build(IncrementalBuildTest::compileWithWarning);
        BuildOutcome second = project.build(IncrementalBuildTest::compileWithWarning);

        assertThat(first.warnings()).isEqualTo(1);
        assertThat(first.written()).hasSize(2);
        assertThat(second.warnings()).isEqualTo(1);
        assertThat(second.written()).isEmpty();
    }

    private static CompilationResult compileWithWarning(CompilationRequest request) {
        CompilationResult result = NnCompiler.compile(request);
        Span place = new Span(request.sources().get(0), 0, 5);
        Diagnostic warning = Diagnostic.of(Code.EMPTY_MODEL, place, "the model computes nothing", "");
        return new CompilationResult(List.of(warning), result.models(), result.losses(), result.files());
    }

    @Test
    void aDamagedManifestBuildsAnew() throws IOException {
        project.build();
        Files.write(project.manifest, new byte[] {(byte) 0xFF, '\n', (byte) 0xFE, '\n'});

        assertThat(project.build().upToDate()).isFalse();
        assertThat(project.build().upToDate()).isTrue();
    }

    @Test
    void noTemporaryFileStays() throws IOException {
        project.build();

        assertThat(project.output).isDirectoryNotContaining("regex:.*[.]tmp");
        assertThat(project.manifest.getParent()).isDirectoryNotContaining("regex:.*[.]tmp");
    }
}
