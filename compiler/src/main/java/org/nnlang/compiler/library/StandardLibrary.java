package org.nnlang.compiler.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.nnlang.compiler.source.SourceFile;

/** The `.nn` files that come with the compiler, as resources beside its classes. */
public final class StandardLibrary {
    /** The package whose names every file knows without an import. */
    public static final String CORE = "nn.core";

    private static final String INDEX = "/nn/index.txt";

    private static final class Holder {
        static final List<SourceFile> FILES = readAll();
    }

    private StandardLibrary() {}

    /** Whether a package belongs to the standard library. */
    public static boolean contains(String packageName) {
        return packageName.equals("nn") || packageName.startsWith("nn.");
    }

    /** Whether a file is one of the standard library's. */
    public static boolean contains(SourceFile file) {
        return file.name().startsWith("nn/")
                && files().stream().anyMatch(known -> known.name().equals(file.name()));
    }

    /** All files, in the order of the index: what a file uses stands before it. */
    public static List<SourceFile> files() {
        return Holder.FILES;
    }

    private static List<SourceFile> readAll() {
        return read(INDEX)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> new SourceFile(line, read("/" + line)))
                .toList();
    }

    private static String read(String resource) {
        try (InputStream stream = StandardLibrary.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the compiler's jar lacks " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + " of the compiler's jar", e);
        }
    }
}
