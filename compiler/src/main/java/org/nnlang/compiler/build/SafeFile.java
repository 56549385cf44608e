package org.nnlang.compiler.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Text files that are never half-written: to a temporary file beside the place, then moved there. */
public final class SafeFile {
    private SafeFile() {}

    /** Writes a text as UTF-8, with the folders above it. */
    public static void write(Path file, String text) throws IOException {
        Path place = file.toAbsolutePath();
        Files.createDirectories(place.getParent());
        // Not createTempFile, whose files nobody else may read.
        Path temporary = place.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Writes a text unless the file has it already, so that tools that look at times see no change.
     *
     * @return whether it was written
     */
    public static boolean writeIfChanged(Path file, String text) throws IOException {
        if (Files.isRegularFile(file)
                && Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8))) {
            return false;
        }
        write(file, text);
        return true;
    }
}
