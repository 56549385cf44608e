package org.nnlang.compiler.build;

import java.nio.file.Path;
import java.util.List;

/**
 * One folder of `.nn` files to be compiled to one folder of Java files.
 *
 * @param sourceFolder the folder whose structure gives the packages
 * @param sources the files to compile, relative to the source folder
 * @param outputFolder where the Java files go; it holds nothing else
 * @param manifest the file that remembers the last build; outside of the output folder
 * @param libraries folders and jars in which imports are looked up
 * @param compiler what identifies the compiler: another one builds everything anew
 */
public record BuildRequest(
        Path sourceFolder,
        List<Path> sources,
        Path outputFolder,
        Path manifest,
        List<Path> libraries,
        String compiler) {
    public BuildRequest {
        sources = List.copyOf(sources);
        libraries = List.copyOf(libraries);
    }
}
