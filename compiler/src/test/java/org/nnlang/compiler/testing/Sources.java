package org.nnlang.compiler.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nnlang.compiler.source.SourceFile;

/** The `.nn` files of the project. */
public final class Sources {
    private Sources() {}

    /** All that are valid: the standard library, the samples, and the test models that are not there for their errors. */
    public static List<SourceFile> valid() {
        List<SourceFile> sources = new ArrayList<>();
        for (String folder : List.of("src/main/resources", "src/test/resources", "../samples")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".nn"))
                        .filter(file -> !file.toString().contains("target"))
                        .filter(file -> !file.startsWith("src/test/resources/diagnostics/syntax"))
                        .sorted()
                        .forEach(file -> sources.add(read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
