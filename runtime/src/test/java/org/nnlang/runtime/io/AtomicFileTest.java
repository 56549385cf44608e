package org.nnlang.runtime.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void replacesAFile() throws IOException {
        Path file = folder.resolve("x");
        AtomicFile.write(file, out -> out.write('a'));
        AtomicFile.write(file, out -> out.write('b'));
        assertThat(file).hasContent("b");
        assertThat(folder).isDirectoryContaining(file::equals);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void keepsTheOldFileWhenWritingFails() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "old");

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write('n');
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void namesAMissingFolder() {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("none/x"), out -> {}))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("no such folder to write");
    }

    @Test
    void clearsAwayWhatKilledProcessesLeft() throws IOException {
        Path file = folder.resolve("weights");
        Files.writeString(folder.resolve(".weights.1234.tmp"), "half of it");
        Path other = Files.writeString(folder.resolve(".weights2.1234.tmp"), "of another file");
        Files.writeString(file, "whole");

        AtomicFile.deleteLeftovers(file);

        assertThat(folder).isDirectoryNotContaining("glob:**/.weights.*");
        assertThat(other).exists();
        assertThat(file).hasContent("whole");
    }
}
