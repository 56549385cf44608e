package org.nnlang.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.build.BuildOutcome;
import org.nnlang.compiler.build.BuildRequest;
import org.nnlang.compiler.build.IncrementalBuild;
import org.nnlang.compiler.build.SourceFolder;

/** Compiles the `.nn` files of a folder to Java, which joins the project's sources. */
abstract class AbstractGenerateMojo extends AbstractNnMojo {
    /** The version of this plugin, which a build depends on. */
    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    String pluginVersion;

    AbstractGenerateMojo(BuildContext buildContext) {
        super(buildContext);
    }

    /** Whether a class of gradients is generated beside each model, for training it. Without, a model can only predict. */
    @Parameter(property = "nn.training", defaultValue = "true")
    boolean training;

    abstract File outputFolder();

    /** Folders and jars in which imports are looked up. */
    abstract List<Path> libraries() throws DependencyResolutionRequiredException;

    abstract void addSourceRoot(String folder);

    /** Registers the folder in any case: the Java files of an earlier build are still sources of this one. */
    @Override
    final void prepare() {
        addSourceRoot(outputFolder().getPath());
    }

    @Override
    final void run(SourceFolder sources, DiagnosticReport report)
            throws IOException, DependencyResolutionRequiredException, MojoExecutionException, MojoFailureException {
        claimOutputFolder();
        BuildOutcome outcome = IncrementalBuild.run(
                new BuildRequest(sources, outputFolder().toPath(), manifest(), libraries(), training, pluginVersion));
        sources.files().forEach(file -> report.unmark(new File(sourceFolder(), file.toString())));
        report.report(outcome.diagnostics(), sourceFolder(), failOnWarnings);
        log(outcome);
        buildContext.refresh(outputFolder());
    }

    /** Refuses a second execution that writes to the same folder: each would delete what the other generated. */
    @SuppressWarnings("unchecked") // the plugin context is a raw map
    private void claimOutputFolder() throws MojoExecutionException {
        Map<Object, Object> sharedByExecutions = getPluginContext();
        List<@Nullable Object> claim = Arrays.asList(sourceFolder(), includes, excludes, training);
        Object earlier = sharedByExecutions.putIfAbsent(outputFolder(), claim);
        if (earlier != null && !earlier.equals(claim)) {
            throw new MojoExecutionException("two executions of the plugin write to " + outputFolder()
                    + ", where each would delete what the other generated: give each an outputDirectory of its own");
        }
    }

    /** Where the last build of the output folder is remembered: a file named after that folder. */
    private Path manifest() {
        Path target = Path.of(project.getBuild().getDirectory());
        Path output = outputFolder().toPath();
        Path named = output.startsWith(target) ? target.relativize(output) : output;
        return target.resolve("nn").resolve(named.toString().replaceAll("[^A-Za-z0-9]+", "-") + ".manifest");
    }

    private void log(BuildOutcome outcome) {
        if (outcome.upToDate()) {
            getLog().debug("nothing changed: all Java files of .nn files are up to date");
        }
        outcome.written().forEach(file -> getLog().debug("wrote " + file));
        outcome.deleted().forEach(file -> getLog().info("deleted " + file + ", which no .nn file declares any more"));
        if (!outcome.written().isEmpty()) {
            int files = outcome.written().size();
            getLog().info("generated " + DiagnosticReport.counted(files, "Java file") + " to " + outputFolder());
        }
    }
}
