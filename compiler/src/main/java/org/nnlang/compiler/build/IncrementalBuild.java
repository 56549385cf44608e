package org.nnlang.compiler.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.SourceFile;

/**
 * A build that does nothing where nothing changed, and otherwise compiles everything and touches only files that differ.
 *
 * <p>Up to date means: the sources, the `.nn` files in the libraries, and the compiler are what they were, the files that were
 * written are there as they were written, and there was nothing to warn of. Only files that an earlier build wrote are ever
 * deleted.
 */
public final class IncrementalBuild {
    /** The state of a build that is never up to date, so that its warnings are seen again. */
    private static final String NEVER_UP_TO_DATE = "warned";

    private IncrementalBuild() {}

    /**
     * Runs a build.
     *
     * @throws IOException if a file cannot be read or written
     */
    public static BuildOutcome run(BuildRequest request) throws IOException {
        return run(request, NnCompiler::compile);
    }

    /** Runs a build with any compiler. */
    static BuildOutcome run(BuildRequest request, Function<CompilationRequest, CompilationResult> compiler)
            throws IOException {
        String state = state(request);
        BuildManifest last = BuildManifest.read(request.manifest());
        if (state.equals(last.state()) && last.outputsAreIntact(request.outputFolder())) {
            return new BuildOutcome(true, List.of(), List.of(), List.of());
        }
        Diagnostics unreadable = new Diagnostics();
        List<SourceFile> sources = request.sources().read(unreadable);
        CompilationResult result =
                compiler.apply(new CompilationRequest(sources, request.libraries(), request.training()));
        List<Diagnostic> diagnostics = new ArrayList<>(unreadable.all());
        diagnostics.addAll(result.diagnostics());
        if (result.failed() || unreadable.hasErrors()) {
            return new BuildOutcome(false, diagnostics, List.of(), List.of());
        }
        List<String> deleted = deleteOthers(request.outputFolder(), last, result.files());
        List<String> written = new ArrayList<>();
        Map<String, String> files = new TreeMap<>();
        for (CompilationResult.JavaFile file : result.files()) {
            if (SafeFile.writeIfChanged(request.outputFolder().resolve(file.path()), file.text())) {
                written.add(file.path());
            }
            files.put(file.path(), Fingerprint.of(file.text()));
        }
        new BuildManifest(diagnostics.isEmpty() ? state : NEVER_UP_TO_DATE, files).write(request.manifest());
        return new BuildOutcome(false, diagnostics, written, deleted);
    }

    /**
     * Deletes what the last build wrote and this one does not. This comes before writing, for the sake of file systems that take
     * the old and the new name of a model for the same where only their case differs.
     */
    private static List<String> deleteOthers(
            Path outputFolder, BuildManifest last, List<CompilationResult.JavaFile> files) throws IOException {
        List<String> kept = files.stream().map(CompilationResult.JavaFile::path).toList();
        List<String> deleted = new ArrayList<>();
        for (String path : last.files().keySet()) {
            if (!kept.contains(path) && Files.deleteIfExists(outputFolder.resolve(path))) {
                deleted.add(path);
            }
        }
        return deleted;
    }

    private static String state(BuildRequest request) throws IOException {
        Fingerprint fingerprint = new Fingerprint()
                .add(request.compiler())
                .add("training=" + request.training())
                .addCompiler();
        for (Path source : request.sources().files()) {
            Path file = request.sources().folder().resolve(source);
            if (Files.isReadable(file)) {
                fingerprint.add(SourceFolder.name(source), file);
            }
        }
        for (Path library : request.libraries()) {
            fingerprint.addLibrary(library);
        }
        return fingerprint.text();
    }
}
