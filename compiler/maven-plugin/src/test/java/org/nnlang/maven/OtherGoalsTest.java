package org.nnlang.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherGoalsTest {
    private PluginProject project;

    @BeforeEach
    void mainAndTest(@TempDir Path folder) throws IOException {
        project = new PluginProject(folder);
        project.write("src/main/nn/a/block.nn", "layer Block { input x: [n] output y = x -> Dense(3) }");
        project.write("src/test/nn/a/small.nn", "import a.Block model Small { input x: [2] output y = x -> Block() }");
    }

    @Test
    void generateTestImportsFromTheMainSources() throws Exception {
        project.generateTest().execute();

        assertThat(project.javaFiles("target/generated-test-sources/nn")).containsExactly("Small.java");
        assertThat(project.maven.getTestCompileSourceRoots())
                .containsExactly(
                        project.file("target/generated-test-sources/nn").getPath());
        assertThat(project.maven.getCompileSourceRoots()).isEmpty();
    }

    @Test
    void generateTestSeesChangesOfTheMainSources() throws Exception {
        project.generateTest().execute();
        project.log.infos.clear();
        project.write("src/main/nn/a/block.nn", "layer Block { input x: [n] output y = x -> Dense(4) }");

        project.generateTest().execute();

        assertThat(project.log.infos).singleElement().asString().startsWith("generated 1 Java file to ");
    }

    @Test
    void checkWritesNothing() throws Exception {
        project.check().execute();

        assertThat(project.log.infos).containsExactly("checked 1 .nn file");
        assertThat(project.file("target")).doesNotExist();
        assertThat(project.maven.getCompileSourceRoots()).isEmpty();
    }

    @Test
    void checkFailsOnErrors() throws Exception {
        project.write("src/main/nn/a/one.nn", "model One { input x: [2] output y = x -> Dens(3) }");
        CheckMojo goal = project.check();

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("1 error in");
        assertThat(project.log.errors).singleElement().asString().contains("--> a/one.nn:1:42");
    }

    @Test
    void checkCanBeSkipped() throws Exception {
        project.write("src/main/nn/a/one.nn", "model One {");
        CheckMojo goal = project.check();
        goal.skip = true;

        goal.execute();

        assertThat(project.log.infos).containsExactly("nn.skip is set: the .nn files are not compiled");
    }
}
