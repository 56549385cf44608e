package org.nnlang.compiler.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;

/** A project in a folder of its own, whose `.nn` files a test writes, removes and builds. */
final class BuildProject {
    /** What every written file's time is set to before a build, so that a test sees which files were written anew. */
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    final Path output;
    final Path manifest;
    final List<Path> libraries = new ArrayList<>();
    String compiler = "1.0";

    private final Path folder;
    private final Path sources;
    private boolean training;
    private final Set<Path> excluded = new TreeSet<>();

    BuildProject(Path folder) {
        this.folder = folder;
        sources = folder.resolve("src");
        output = folder.resolve("target/java");
        manifest = folder.resolve("target/java.manifest");
    }

    /** Writes a source file. */
    void write(String name, String text) throws IOException {
        write(sources.resolve(name), text);
    }

    /** Writes a source file that is no UTF-8. */
    void writeNoText(String name) throws IOException {
        Files.write(sources.resolve(name), new byte[] {'m', (byte) 0xFF});
    }

    /** Deletes a source file. */
    void delete(String name) throws IOException {
        Files.delete(sources.resolve(name));
    }

    /** Leaves a source file out of the build. */
    void exclude(String name) {
        excluded.add(Path.of(name));
    }

    /** Makes a folder with one `.nn` file, and a library of it. */
    Path libraryFolder(String name, String text) throws IOException {
        Path library = folder.resolve("library");
        write(library.resolve(name), text);
        libraries.add(library);
        return library.resolve(name);
    }

    /** Makes a jar with one file, and a library of it if it is none yet. */
    void libraryJar(String name, String text) throws IOException {
        Path jar = folder.resolve("library.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (!libraries.contains(jar)) {
            libraries.add(jar);
        }
    }

    /** Builds, as the plugin does. */
    BuildOutcome build() throws IOException {
        return build(NnCompiler::compile);
    }

    /** Has the next builds generate gradients too. */
    void train() {
        training = true;
    }

    /** Builds with another compiler. */
    BuildOutcome build(Function<CompilationRequest, CompilationResult> compiling) throws IOException {
        for (Path file : outputFiles()) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> included = files.filter(Files::isRegularFile)
                    .map(sources::relativize)
                    .filter(file -> !excluded.contains(file))
                    .toList();
            return IncrementalBuild.run(
                    new BuildRequest(
                            new SourceFolder(sources, included), output, manifest, libraries, training, compiler),
                    compiling);
        }
    }

    /** The files of the output folder with their contents, by name. */
    Map<String, String> output() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : outputFiles()) {
            contents.put(SourceFolder.name(output.relativize(file)), Files.readString(file));
        }
        return contents;
    }

    private List<Path> outputFiles() throws IOException {
        if (!Files.isDirectory(output)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Whether the last build left a file alone. */
    boolean untouched(String name) throws IOException {
        return Files.getLastModifiedTime(output.resolve(name)).equals(LONG_AGO);
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
