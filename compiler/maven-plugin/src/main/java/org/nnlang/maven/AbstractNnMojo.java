package org.nnlang.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.util.DirectoryScanner;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.DiagnosticFormatter;
import org.nnlang.compiler.diagnostic.Severity;
import org.nnlang.compiler.source.SourcePosition;

/** What the goals have in common: where the `.nn` files are, and how errors are reported. */
abstract class AbstractNnMojo extends AbstractMojo {
    private static final String[] DEFAULT_INCLUDES = {"**/*.nn"};

    /** The project. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    protected MavenProject project;

    /** Patterns of the files to compile, relative to the source folder. By default all `.nn` files. */
    @Parameter(property = "nn.includes")
    private @Nullable Set<String> includes;

    /** Patterns of files to leave out. */
    @Parameter(property = "nn.excludes")
    private @Nullable Set<String> excludes;

    /** The encoding of the files: always UTF-8; any other is refused. */
    @Parameter(property = "nn.encoding", defaultValue = "UTF-8")
    private String encoding;

    /** Whether warnings fail the build. */
    @Parameter(property = "nn.failOnWarnings", defaultValue = "false")
    private boolean failOnWarnings;

    /** Whether to do nothing. */
    @Parameter(property = "nn.skip", defaultValue = "false")
    protected boolean skip;

    protected final BuildContext buildContext;

    AbstractNnMojo(BuildContext buildContext) {
        this.buildContext = buildContext;
    }

    /** The `.nn` files of a folder, relative to it, sorted so that every machine compiles them in the same order. */
    List<Path> sources(File folder) {
        if (!folder.isDirectory()) {
            return List.of();
        }
        DirectoryScanner scanner = new DirectoryScanner();
        scanner.setBasedir(folder);
        scanner.setIncludes(
                includes == null || includes.isEmpty() ? DEFAULT_INCLUDES : includes.toArray(String[]::new));
        scanner.setExcludes(excludes == null ? new String[0] : excludes.toArray(String[]::new));
        scanner.addDefaultExcludes();
        scanner.scan();
        String[] files = scanner.getIncludedFiles();
        Arrays.sort(files);
        List<Path> sources = new ArrayList<>();
        for (String file : files) {
            sources.add(Path.of(file));
        }
        return sources;
    }

    /** Refuses an encoding other than UTF-8, in which every `.nn` file is written. */
    void requireUtf8() throws MojoExecutionException {
        boolean utf8;
        try {
            utf8 = Charset.forName(encoding).equals(StandardCharsets.UTF_8);
        } catch (UnsupportedCharsetException e) {
            throw new MojoExecutionException("nn.encoding: there is no encoding " + encoding, e);
        }
        if (!utf8) {
            throw new MojoExecutionException(
                    "nn.encoding is " + encoding + ", but .nn files are always UTF-8: remove the setting");
        }
    }

    /** Logs all diagnostics, marks them in the editor, and fails the build if there are errors. */
    void report(List<Diagnostic> diagnostics, File folder) throws MojoFailureException {
        long errors = 0;
        long warnings = 0;
        for (Diagnostic diagnostic : diagnostics) {
            boolean error = diagnostic.severity() == Severity.ERROR;
            errors += error ? 1 : 0;
            warnings += error ? 0 : 1;
            String text = DiagnosticFormatter.format(diagnostic, false);
            if (error) {
                getLog().error(text);
            } else {
                getLog().warn(text);
            }
            SourcePosition position = diagnostic.span().position();
            buildContext.addMessage(
                    new File(folder, diagnostic.span().file().name()),
                    position.line(),
                    position.column(),
                    diagnostic.message(),
                    error ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING,
                    null);
        }
        if (errors > 0 || (failOnWarnings && warnings > 0)) {
            throw new MojoFailureException(count(errors, "error")
                    + (warnings > 0 ? " and " + count(warnings, "warning") : "") + " in the .nn files of " + folder);
        }
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** The folders and jars of a class path, in which imports are looked up. */
    static List<Path> libraries(List<String> classPath) {
        return classPath.stream().map(Path::of).toList();
    }

    MojoExecutionException failure(File folder, IOException cause) {
        return new MojoExecutionException("cannot compile the .nn files of " + folder + ": " + cause, cause);
    }
}
