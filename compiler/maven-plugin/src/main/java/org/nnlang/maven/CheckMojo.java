package org.nnlang.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.codehaus.plexus.build.BuildContext;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.SourceFiles;

/** Checks the `.nn` files of the project's main sources and writes nothing. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VALIDATE,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class CheckMojo extends AbstractNnMojo {
    /** The folder with the `.nn` files; its structure gives the packages. */
    @Parameter(property = "nn.sourceDirectory", defaultValue = "${project.basedir}/src/main/nn", required = true)
    private File sourceDirectory;

    /** Made by Maven. */
    @Inject
    public CheckMojo(BuildContext buildContext) {
        super(buildContext);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            return;
        }
        requireUtf8();
        Diagnostics unreadable = new Diagnostics();
        List<Diagnostic> diagnostics = new ArrayList<>();
        try {
            List<SourceFile> sources = new ArrayList<>();
            for (Path source : sources(sourceDirectory)) {
                String name = source.toString().replace('\\', '/');
                SourceFile file = SourceFiles.read(sourceDirectory.toPath().resolve(source), name, unreadable);
                if (file != null) {
                    sources.add(file);
                }
            }
            diagnostics.addAll(unreadable.all());
            List<Path> libraries = libraries(project.getCompileClasspathElements());
            diagnostics.addAll(NnCompiler.compile(new CompilationRequest(sources, libraries))
                    .diagnostics());
            report(diagnostics, sourceDirectory);
            getLog().info("checked " + sources.size() + " .nn " + (sources.size() == 1 ? "file" : "files"));
        } catch (IOException e) {
            throw failure(sourceDirectory, e);
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("cannot find the dependencies of " + project.getId(), e);
        }
    }
}
