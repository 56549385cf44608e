package org.nnlang.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.util.DirectoryScanner;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.build.SourceFolder;

/** What the goals have in common: which `.nn` files they mean, and how they end. */
abstract class AbstractNnMojo extends AbstractMojo {
    private static final Set<String> DEFAULT_INCLUDES = Set.of("**/*.nn");

    /** The project. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    /** Patterns of the files to compile, relative to the source folder. By default all `.nn` files. */
    @Parameter(property = "nn.includes")
    @Nullable
    Set<String> includes;

    /** Patterns of files to leave out. */
    @Parameter(property = "nn.excludes")
    @Nullable
    Set<String> excludes;

    /** The encoding of the files: always UTF-8; any other is refused. */
    @Parameter(property = "nn.encoding", defaultValue = "UTF-8")
    String encoding = "UTF-8";

    /** Whether warnings fail the build. */
    @Parameter(property = "nn.failOnWarnings", defaultValue = "false")
    boolean failOnWarnings;

    /** Whether to compile nothing. */
    @Parameter(property = "nn.skip", defaultValue = "false")
    boolean skip;

    /** Set by Eclipse, and by nobody else. */
    @Parameter(defaultValue = "${m2e.version}", readonly = true)
    @Nullable
    String eclipse;

    final BuildContext buildContext;

    AbstractNnMojo(BuildContext buildContext) {
        this.buildContext = buildContext;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        prepare();
        if (skip) {
            getLog().info("nn.skip is set: the .nn files are not compiled");
            return;
        }
        requireUtf8();
        try {
            run(sources(), new DiagnosticReport(getLog(), eclipse == null ? null : buildContext));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot compile the .nn files of " + sourceFolder() + ": " + e, e);
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("cannot find the dependencies of " + project.getId(), e);
        }
    }

    /** What is done even if the goal is skipped. */
    void prepare() {}

    /** The folder with the `.nn` files. */
    abstract File sourceFolder();

    /** Does the goal's work. */
    abstract void run(SourceFolder sources, DiagnosticReport report)
            throws IOException, DependencyResolutionRequiredException, MojoExecutionException, MojoFailureException;

    private SourceFolder sources() {
        List<Path> files = new ArrayList<>();
        if (sourceFolder().isDirectory()) {
            DirectoryScanner scanner = new DirectoryScanner();
            scanner.setBasedir(sourceFolder());
            scanner.setIncludes(patterns(includes == null || includes.isEmpty() ? DEFAULT_INCLUDES : includes));
            scanner.setExcludes(patterns(excludes == null ? Set.of() : excludes));
            scanner.addDefaultExcludes();
            scanner.scan();
            for (String file : scanner.getIncludedFiles()) {
                files.add(Path.of(file));
            }
        }
        return new SourceFolder(sourceFolder().toPath(), files);
    }

    private static String[] patterns(Set<String> patterns) {
        return patterns.toArray(String[]::new);
    }

    private void requireUtf8() throws MojoExecutionException {
        Charset charset;
        try {
            charset = Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("nn.encoding is " + encoding + ", which is no encoding", e);
        }
        if (!charset.equals(StandardCharsets.UTF_8)) {
            throw new MojoExecutionException(
                    "nn.encoding is " + encoding + ", but .nn files are always UTF-8: remove the setting");
        }
    }

    /** The folders and jars of a class path in which imports are looked up: all but the one that this build fills. */
    static List<Path> libraries(List<String> classPath, String ownOutput) {
        // What a build before this one left there may be of a .nn file that is gone.
        return classPath.stream()
                .filter(element -> !element.equals(ownOutput))
                .map(Path::of)
                .toList();
    }
}
