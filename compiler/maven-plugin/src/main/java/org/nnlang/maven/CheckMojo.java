package org.nnlang.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.codehaus.plexus.build.BuildContext;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.build.SourceFolder;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.SourceFile;

/** Checks the `.nn` files of the project's main sources and writes nothing. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VALIDATE,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class CheckMojo extends AbstractNnMojo {
    /** The folder with the `.nn` files; its structure gives the packages. */
    @Parameter(property = "nn.sourceDirectory", defaultValue = "${project.basedir}/src/main/nn", required = true)
    File sourceDirectory;

    /** Made by Maven. */
    @Inject
    public CheckMojo(BuildContext buildContext) {
        super(buildContext);
    }

    @Override
    File sourceFolder() {
        return sourceDirectory;
    }

    @Override
    void run(SourceFolder sources, DiagnosticReport report)
            throws DependencyResolutionRequiredException, MojoFailureException {
        Diagnostics unreadable = new Diagnostics();
        List<SourceFile> files = sources.read(unreadable);
        List<Path> libraries = libraries(
                project.getCompileClasspathElements(), project.getBuild().getOutputDirectory());
        List<Diagnostic> diagnostics = new ArrayList<>(unreadable.all());
        diagnostics.addAll(
                NnCompiler.compile(new CompilationRequest(files, libraries)).diagnostics());
        report.report(diagnostics, sourceDirectory, failOnWarnings);
        getLog().info("checked " + DiagnosticReport.counted(files.size(), ".nn file"));
    }
}
