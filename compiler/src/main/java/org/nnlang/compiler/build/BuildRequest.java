package org.nnlang.compiler.build;

import java.nio.file.Path;
import java.util.List;

/**
 * One folder of `.nn` files to be compiled to one folder of Java files.
 *
 * @param sources the files to compile
 * @param outputFolder where the Java files go; it holds nothing else
 * @param manifest the file that remembers the last build of this output folder; outside of it
 * @param libraries folders and jars in which imports are looked up
 * @param training whether gradients are generated too
 * @param compiler what identifies the compiler: another one builds everything anew
 */
public record BuildRequest(
        SourceFolder sources,
        Path outputFolder,
        Path manifest,
        List<Path> libraries,
        boolean training,
        String compiler) {
    public BuildRequest {
        libraries = List.copyOf(libraries);
    }
}
