package org.nnlang.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryChangeTest {
    private static final String BLOCK = "layer Block { input x: [n] output y = x -> Dense(3) }";

    private BuildProject project;

    @BeforeEach
    void importingModel(@TempDir Path folder) throws IOException {
        project = new BuildProject(folder);
        project.write("a/one.nn", "import lib.Block model One { input x: [2] output y = x -> Block() }");
    }

    @Test
    void aChangeInAFolderBuildsAnew() throws IOException {
        Path file = project.libraryFolder("lib/block.nn", BLOCK);
        assertThat(project.build().written()).containsExactly("a/One.java");
        assertThat(project.build().upToDate()).isTrue();

        Files.writeString(file, BLOCK.replace("3", "4"));

        assertThat(project.build().written()).containsExactly("a/One.java");
    }

    @Test
    void aChangeInAJarBuildsAnew() throws IOException {
        project.libraryJar("lib/block.nn", BLOCK);
        assertThat(project.build().written()).containsExactly("a/One.java");
        assertThat(project.build().upToDate()).isTrue();

        project.libraryJar("lib/block.nn", BLOCK.replace("3", "4"));

        assertThat(project.build().written()).containsExactly("a/One.java");
    }

    @Test
    void aPackageMayContinueInALibrary() throws IOException {
        project.libraryFolder("a/block.nn", BLOCK);
        project.write("a/one.nn", "import a.Block model One { input x: [2] output y = x -> Block() }");

        assertThat(project.build().written()).containsExactly("a/One.java");
    }

    @Test
    void otherFilesOfALibraryDoNotMatter() throws IOException {
        Path file = project.libraryFolder("lib/block.nn", BLOCK);
        project.build();

        BuildProject.write(file.resolveSibling("Block.class"), "anything");

        assertThat(project.build().upToDate()).isTrue();
    }

    @Test
    void aLibraryThatIsGoneIsAnErrorAgain() throws IOException {
        project.libraryJar("lib/block.nn", BLOCK);
        project.build();
        project.libraries.clear();

        assertThat(project.build().errors()).isEqualTo(1);
    }

    @Test
    void aLibraryThatIsNoJarIsNamed(@TempDir Path other) throws IOException {
        Path file = other.resolve("notes.txt");
        Files.writeString(file, "not a jar");
        project.libraries.add(file);

        assertThatThrownBy(project::build)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes.txt is not a jar");
    }

    @Test
    void aLibraryThatIsNotThereIsPassedOver() throws IOException {
        project.libraryJar("lib/block.nn", BLOCK);
        project.libraries.add(Path.of("nowhere"));

        assertThat(project.build().diagnostics()).isEmpty();
    }
}
