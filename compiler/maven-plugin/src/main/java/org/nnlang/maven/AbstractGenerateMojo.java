package org.nnlang.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.nnlang.compiler.build.BuildOutcome;
import org.nnlang.compiler.build.BuildRequest;
import org.nnlang.compiler.build.IncrementalBuild;

/** Compiles the `.nn` files of a folder to Java, which joins the project's sources. */
abstract class AbstractGenerateMojo extends AbstractNnMojo {
    /** The version of this plugin, which a build depends on. */
    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String pluginVersion;

    AbstractGenerateMojo(BuildContext buildContext) {
        super(buildContext);
    }

    abstract File sourceFolder();

    abstract File outputFolder();

    abstract List<String> classPath() throws DependencyResolutionRequiredException;

    abstract void addSourceRoot(String folder);

    /** Where the last build is remembered. */
    abstract String manifestName();

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("nn.skip is set: the .nn files are not compiled");
            return;
        }
        requireUtf8();
        File folder = sourceFolder();
        // Registered in any case: the Java files of an earlier build are still sources of this one.
        addSourceRoot(outputFolder().getPath());
        Path manifest = Path.of(project.getBuild().getDirectory(), "nn", manifestName());
        BuildOutcome outcome;
        try {
            outcome = IncrementalBuild.run(new BuildRequest(
                    folder.toPath(),
                    sources(folder),
                    outputFolder().toPath(),
                    manifest,
                    libraries(classPath()),
                    pluginVersion));
        } catch (IOException e) {
            throw failure(folder, e);
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("cannot find the dependencies of " + project.getId(), e);
        }
        report(outcome.diagnostics(), folder);
        log(outcome);
        buildContext.refresh(outputFolder());
    }

    private void log(BuildOutcome outcome) {
        if (outcome.upToDate()) {
            getLog().debug("nothing changed: all Java files of .nn files are up to date");
            return;
        }
        outcome.written().forEach(file -> getLog().debug("wrote " + file));
        outcome.deleted().forEach(file -> getLog().info("deleted " + file + ", which no .nn file declares any more"));
        if (!outcome.written().isEmpty()) {
            getLog().info("generated " + outcome.written().size() + " Java "
                    + (outcome.written().size() == 1 ? "file" : "files") + " to " + outputFolder());
        }
    }
}
