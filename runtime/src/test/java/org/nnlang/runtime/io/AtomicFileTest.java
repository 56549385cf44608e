package org.nnlang.runtime.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
        String unique = UUID.randomUUID() + ".tmp";
        Path leftover = Files.writeString(folder.resolve(".weights." + unique), "half of it");
        List<Path> others = new ArrayList<>();
        for (String name : List.of(".weights2." + unique, ".weights.safetensors." + unique, ".weights.1-2-3-4-5.tmp")) {
            others.add(Files.writeString(folder.resolve(name), "of another file"));
        }
        Files.writeString(file, "whole");

        AtomicFile.deleteLeftovers(file);

        assertThat(leftover).doesNotExist();
        assertThat(others).allSatisfy(other -> assertThat(other).exists());
        assertThat(file).hasContent("whole");
    }
}
