package org.nnlang.compiler.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.library.SourceFiles;
import org.nnlang.compiler.source.SourceFile;

/**
 * The `.nn` files to compile, and the folder that gives their packages.
 *
 * @param folder the folder
 * @param files the files, relative to the folder; kept sorted, so that every machine compiles them in the same order
 */
public record SourceFolder(Path folder, List<Path> files) {
    public SourceFolder {
        files = files.stream().sorted(Comparator.comparing(SourceFolder::name)).toList();
    }

    /** Reads all files; one that cannot be read, or is not text, is reported and left out. */
    public List<SourceFile> read(Diagnostics diagnostics) {
        List<SourceFile> sources = new ArrayList<>();
        for (Path file : files) {
            SourceFile source = SourceFiles.read(folder.resolve(file), name(file), diagnostics);
            if (source != null) {
                sources.add(source);
            }
        }
        return sources;
    }

    /** How people call a file: its relative path with forward slashes, the same on every system. */
    static String name(Path file) {
        return file.toString().replace('\\', '/');
    }
}
