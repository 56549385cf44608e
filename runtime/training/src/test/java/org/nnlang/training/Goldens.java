package org.nnlang.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Reference results of other libraries, from a folder {@code shared/goldens} beside or above the repository. */
public final class Goldens {
    private Goldens() {}

    /** Reads a file of reference results; skips the test where there is none. */
    // The test library is no module.
    @SuppressWarnings("exports")
    public static JsonNode read(String name) throws IOException {
        Optional<Path> file = find(name);
        Assumptions.assumeTrue(file.isPresent(), () -> "no shared/goldens/" + name + " above the working directory");
        return new ObjectMapper().readTree(file.orElseThrow().toFile());
    }

    private static Optional<Path> find(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/goldens").resolve(name);
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
