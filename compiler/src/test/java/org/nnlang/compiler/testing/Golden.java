package org.nnlang.compiler.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are reviewed as files; {@code -Dnn.updateGolden=true} writes them anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Compares a text with its file. */
    public static void check(String file, String text) throws IOException {
        Path path = FOLDER.resolve(file);
        if (Boolean.getBoolean("nn.updateGolden")) {
            Files.createDirectories(FOLDER);
            Files.writeString(path, text);
        }
        assertThat(text).as("%s; -Dnn.updateGolden=true writes it anew", path).isEqualTo(Files.readString(path));
    }
}
