package org.nnlang.samples.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** What the frameworks themselves printed, in the folder {@code shared/goldens} beside the repository. */
final class SharedGoldens {
    private SharedGoldens() {}

    /** The text of a file; the test that asks is skipped where the folder is not there. */
    static String read(String file) throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path goldens = folder.resolve("shared/goldens");
            if (Files.isDirectory(goldens)) {
                return Files.readString(goldens.resolve(file));
            }
        }
        return Assumptions.abort("no folder shared/goldens here or above");
    }
}
