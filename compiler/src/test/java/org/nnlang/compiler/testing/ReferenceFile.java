package org.nnlang.compiler.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the language reference, in {@code grammar/reference}; those that are generated follow their sources by a test. */
public final class ReferenceFile {
    private ReferenceFile() {}

    /** A file of the reference, whether or not it exists. */
    public static Path path(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("grammar/src/main/antlr4"))) {
                return folder.resolve("grammar/reference").resolve(name);
            }
        }
        throw new AssertionError("no grammar folder above " + Path.of("").toAbsolutePath());
    }

    /** Its text. */
    public static String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requires that a generated file is what is generated now; writes it where {@code -Dnn.updateGolden=true} says so. */
    public static void requireCurrent(String name, String text) {
        if (Boolean.getBoolean("nn.updateGolden")) {
            try {
                Files.createDirectories(path(name).getParent());
                Files.writeString(path(name), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(read(name))
                .as("grammar/reference/%s is generated: write it anew with -Dnn.updateGolden=true", name)
                .isEqualTo(text);
    }
}
