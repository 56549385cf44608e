package org.nnlang.compiler;

import java.nio.file.Path;
import java.util.List;
import org.nnlang.compiler.source.SourceFile;

/**
 * Everything that a compilation depends on: the same request gives the same result on every machine and in every folder.
 *
 * @param sources the files to compile, each named relative to its source folder ({@code com/acme/digits.nn})
 * @param libraries folders and jars in which imports are looked up after the sources, in order; as the class path
 * @param training whether gradients are generated too
 */
public record CompilationRequest(List<SourceFile> sources, List<Path> libraries, boolean training) {
    /** A request for everything, gradients included. */
    public CompilationRequest(List<SourceFile> sources, List<Path> libraries) {
        this(sources, libraries, true);
    }

    public CompilationRequest {
        sources = List.copyOf(sources);
        libraries = List.copyOf(libraries);
    }
}
