package org.nnlang.compiler.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.nnlang.compiler.source.SourceFile;

/**
 * Folders and jars in which imported packages are looked up.
 *
 * <p>Only the `.nn` files directly in the folder of a package belong to it, as with Java's packages.
 */
public final class LibraryPath {
    private static final String EXTENSION = ".nn";

    private final List<Path> entries;

    /** Wraps the entries, which are searched in order; those that do not exist are passed over, as on a class path. */
    public LibraryPath(List<Path> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * The files of a package, by name; those of the first entry that has any.
     *
     * @throws IOException if an entry cannot be read
     */
    public List<SourceFile> packageFiles(String packageName) throws IOException {
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        for (Path entry : entries) {
            List<SourceFile> files = new ArrayList<>();
            if (Files.isDirectory(entry)) {
                addFromFolder(entry, folder, files);
            } else if (Files.isRegularFile(entry)) {
                addFromJar(entry, folder, files);
            }
            if (!files.isEmpty()) {
                files.sort(Comparator.comparing(SourceFile::name));
                return files;
            }
        }
        return List.of();
    }

    private static void addFromFolder(Path root, String folder, List<SourceFile> files) throws IOException {
        Path directory = root.resolve(folder);
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> children = Files.list(directory)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                if (name.endsWith(EXTENSION) && Files.isRegularFile(child)) {
                    files.add(new SourceFile(folder + name, Files.readString(child, StandardCharsets.UTF_8)));
                }
            }
        }
    }

    private static void addFromJar(Path jar, String folder, List<SourceFile> files) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                boolean inFolder = name.startsWith(folder) && name.indexOf('/', folder.length()) < 0;
                if (inFolder && name.endsWith(EXTENSION) && !entry.isDirectory()) {
                    try (InputStream stream = zip.getInputStream(entry)) {
                        files.add(new SourceFile(
                                jar.getFileName() + "!" + name,
                                new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
                    }
                }
            }
        }
    }
}
