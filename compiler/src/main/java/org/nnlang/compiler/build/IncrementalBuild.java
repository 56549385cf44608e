package org.nnlang.compiler.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.SourceFiles;

/**
 * A build that does nothing where nothing changed, and otherwise compiles everything and touches only files that differ.
 *
 * <p>Up to date means: the sources, the `.nn` files in the libraries, and the compiler are what they were, and the files that were
 * written are there as they were written. Only files that an earlier build wrote are ever deleted.
 */
public final class IncrementalBuild {
    private IncrementalBuild() {}

    /**
     * Runs a build.
     *
     * @throws IOException if a file cannot be read or written
     */
    public static BuildOutcome run(BuildRequest request) throws IOException {
        String state = state(request);
        BuildManifest last = BuildManifest.read(request.manifest());
        if (state.equals(last.state()) && last.outputsAreIntact(request.outputFolder())) {
            return new BuildOutcome(true, List.of(), List.of(), List.of());
        }
        Diagnostics unreadable = new Diagnostics();
        List<SourceFile> sources = new ArrayList<>();
        for (Path source : request.sources()) {
            SourceFile file = SourceFiles.read(request.sourceFolder().resolve(source), portable(source), unreadable);
            if (file != null) {
                sources.add(file);
            }
        }
        CompilationResult result = NnCompiler.compile(new CompilationRequest(sources, request.libraries()));
        List<Diagnostic> diagnostics = new ArrayList<>(unreadable.all());
        diagnostics.addAll(result.diagnostics());
        if (result.failed() || unreadable.hasErrors()) {
            return new BuildOutcome(false, diagnostics, List.of(), List.of());
        }
        return write(request, state, last, result, diagnostics);
    }

    private static BuildOutcome write(
            BuildRequest request,
            String state,
            BuildManifest last,
            CompilationResult result,
            List<Diagnostic> diagnostics)
            throws IOException {
        List<String> written = new ArrayList<>();
        Map<String, String> files = new TreeMap<>();
        for (CompilationResult.JavaFile file : result.files()) {
            Path path = request.outputFolder().resolve(file.path());
            if (SafeFile.writeIfChanged(path, file.text())) {
                written.add(file.path());
            }
            files.put(file.path(), new Fingerprint().add("", path).text());
        }
        List<String> deleted = new ArrayList<>();
        for (String path : last.files().keySet()) {
            if (!files.containsKey(path)
                    && Files.deleteIfExists(request.outputFolder().resolve(path))) {
                deleted.add(path);
            }
        }
        new BuildManifest(state, files).write(request.manifest());
        return new BuildOutcome(false, diagnostics, written, deleted);
    }

    private static String state(BuildRequest request) throws IOException {
        Fingerprint fingerprint = new Fingerprint().add(request.compiler()).addCompiler();
        for (Path source : request.sources()) {
            Path file = request.sourceFolder().resolve(source);
            if (Files.isReadable(file)) {
                fingerprint.add(portable(source), file);
            }
        }
        for (Path library : request.libraries()) {
            fingerprint.addLibrary(library);
        }
        return fingerprint.text();
    }

    /** A relative path with forward slashes, the same on every system. */
    private static String portable(Path path) {
        return path.toString().replace('\\', '/');
    }
}
