package org.nnlang.compiler.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.diagnostic.Diagnostics;

/** Temp. */
public final class SourceFiles {
    private SourceFiles() {}

    /** Temp. */
    public static @Nullable SourceFile read(Path file, String name, Diagnostics diagnostics) throws IOException {
        return new SourceFile(name, Files.readString(file));
    }
}
