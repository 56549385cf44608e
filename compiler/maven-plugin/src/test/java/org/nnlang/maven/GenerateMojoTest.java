package org.nnlang.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateMojoTest {
    private static final String GENERATED = "target/generated-sources/nn";

    private PluginProject project;

    @BeforeEach
    void twoModels(@TempDir Path folder) throws IOException {
        project = new PluginProject(folder);
        project.write("src/main/nn/a/one.nn", "model One { input x: [2] output y = x -> Dense(3) }");
        project.write("src/main/nn/b/two.nn", "model Two { input x: [2] output y = x -> Dense(3) }");
    }

    @Test
    void makesJavaAndRegistersItsFolder() throws Exception {
        project.generate().execute();

        assertThat(project.javaFiles(GENERATED)).containsExactly("One.java", "Two.java");
        assertThat(project.maven.getCompileSourceRoots())
                .containsExactly(project.file(GENERATED).getPath());
        assertThat(project.maven.getTestCompileSourceRoots()).isEmpty();
        assertThat(project.log.infos).containsExactly("generated 2 Java files to " + project.file(GENERATED));
        assertThat(project.editor.refreshed).containsExactly(project.file(GENERATED));
    }

    @Test
    void saysNothingWhereNothingChanged() throws Exception {
        project.generate().execute();
        project.log.infos.clear();

        project.generate().execute();

        assertThat(project.log.infos).isEmpty();
    }

    @Test
    void registersTheFolderEvenIfSkipped() throws Exception {
        GenerateMojo goal = project.generate();
        goal.skip = true;

        goal.execute();

        assertThat(project.maven.getCompileSourceRoots()).hasSize(1);
        assertThat(project.javaFiles(GENERATED)).isEmpty();
    }

    @Test
    void registersTheFolderEvenIfThereAreNoSources(@TempDir Path empty) throws Exception {
        project = new PluginProject(empty);

        project.generate().execute();

        assertThat(project.maven.getCompileSourceRoots()).hasSize(1);
        assertThat(project.log.infos).isEmpty();
    }

    @Test
    void compilesWhatIsIncludedAndNotExcluded() throws Exception {
        project.write("src/main/nn/b/three.nn", "model Three { input x: [2] output y = x -> Dense(3) }");
        GenerateMojo goal = project.generate();
        goal.includes = Set.of("b/*.nn");
        goal.excludes = Set.of("**/two.nn");

        goal.execute();

        assertThat(project.javaFiles(GENERATED)).containsExactly("Three.java");
    }

    @Test
    void excludingDeletesWhatWasGenerated() throws Exception {
        project.generate().execute();
        project.startAnotherBuild();
        GenerateMojo goal = project.generate();
        goal.excludes = Set.of("**/two.nn");

        goal.execute();

        assertThat(project.javaFiles(GENERATED)).containsExactly("One.java");
        assertThat(project.log.infos).contains("deleted b/Two.java, which no .nn file declares any more");
    }

    @Test
    void reportsEveryErrorAndCountsThem() throws Exception {
        project.write("src/main/nn/a/one.nn", "model One { input x: [2] output y = x -> Dens(3) }");
        project.write("src/main/nn/b/two.nn", "model Two { input x: [2] output y = x -> relyu }");
        GenerateMojo goal = project.generate();

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("2 errors in the .nn files of " + project.file("src/main/nn"));
        assertThat(project.log.errors).hasSize(2);
        assertThat(project.log.errors.get(0)).contains("--> a/one.nn:1:42");
        assertThat(project.log.errors.get(1)).contains("--> b/two.nn:1:42");
        assertThat(project.editor.marked).isEmpty();
        assertThat(project.javaFiles(GENERATED)).isEmpty();
        assertThat(project.maven.getCompileSourceRoots()).hasSize(1);
    }

    @Test
    void marksErrorsInTheEditorUntilTheyAreMended() throws Exception {
        project.write("src/main/nn/a/one.nn", "model One {\n  input x: [2]\n  output y = x -> Dens(3)\n}");
        GenerateMojo goal = project.generate();
        goal.eclipse = "2.6";

        assertThatThrownBy(goal::execute).hasMessageStartingWith("1 error in");
        assertThat(project.editor.unmarked).containsExactly("one.nn", "two.nn");
        assertThat(project.editor.marked).containsExactly("one.nn:3:19 error unknown layer or model `Dens`");
    }

    @Test
    void everyOutputFolderIsRememberedByItself() throws Exception {
        project.generate().execute();
        project.write("elsewhere/b/Two.java", "class Two {}");
        GenerateMojo goal = project.generate();
        goal.outputDirectory = project.file("elsewhere");
        goal.excludes = Set.of("**/two.nn");

        goal.execute();

        assertThat(project.javaFiles("elsewhere")).containsExactly("One.java", "Two.java");
        assertThat(project.javaFiles(GENERATED)).containsExactly("One.java", "Two.java");
    }

    @Test
    void twoExecutionsForOneFolderAreRefused() throws Exception {
        project.generate().execute();
        project.generate().execute();
        GenerateMojo goal = project.generate();
        goal.sourceDirectory = project.file("src/other/nn");

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("two executions of the plugin write to " + project.file(GENERATED));
        assertThat(project.javaFiles(GENERATED)).containsExactly("One.java", "Two.java");
    }

    @Test
    void whatAnEarlierBuildCopiedToTheClassesIsNoLibrary() throws Exception {
        String block = "layer Block { input x: [n] output y = x -> Dense(3) }";
        project.write("target/classes/lib/block.nn", block);
        project.write("src/main/nn/a/one.nn", "import lib.Block model One { input x: [2] output y = x -> Block() }");
        GenerateMojo goal = project.generate();

        assertThatThrownBy(goal::execute).hasMessageStartingWith("1 error in");
        assertThat(project.log.errors.get(0)).contains("no package `lib` was found");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws Exception {
        Files.writeString(project.folder.resolve("target"), "a file in the way");
        GenerateMojo goal = project.generate();

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("cannot compile the .nn files of " + project.file("src/main/nn"))
                .hasMessageContaining(project.file("target").getPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "utf8"})
    void utf8IsAccepted(String encoding) throws Exception {
        GenerateMojo goal = project.generate();
        goal.encoding = encoding;

        goal.execute();

        assertThat(project.javaFiles(GENERATED)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "no-such-encoding", "§"})
    void anyOtherEncodingIsRefused(String encoding) {
        GenerateMojo goal = project.generate();
        goal.encoding = encoding;

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("nn.encoding is " + encoding);
    }
}
