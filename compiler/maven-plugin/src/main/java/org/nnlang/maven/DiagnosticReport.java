package org.nnlang.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.DiagnosticFormatter;
import org.nnlang.compiler.diagnostic.Severity;
import org.nnlang.compiler.source.SourcePosition;

/**
 * Tells people what the compiler found: all of it in Maven's log, and as markers in the editor if there is one.
 *
 * @param editor where markers go; null on the command line, whose build context would log everything a second time
 */
record DiagnosticReport(Log log, @Nullable BuildContext editor) {
    /**
     * Reports everything at once.
     *
     * @param folder the folder of the sources
     * @throws MojoFailureException which counts them, if there are errors, or warnings that are to be taken for errors
     */
    void report(List<Diagnostic> diagnostics, File folder, boolean failOnWarnings) throws MojoFailureException {
        for (Diagnostic diagnostic : diagnostics) {
            String text = DiagnosticFormatter.format(diagnostic, false).stripTrailing();
            if (diagnostic.severity() == Severity.ERROR) {
                log.error(text);
            } else {
                log.warn(text);
            }
            mark(diagnostic, folder);
        }
        int errors = count(diagnostics, Severity.ERROR);
        int warnings = count(diagnostics, Severity.WARNING);
        if (errors > 0) {
            String more = warnings > 0 ? " and " + counted(warnings, "warning") : "";
            throw new MojoFailureException(counted(errors, "error") + more + " in the .nn files of " + folder);
        }
        if (failOnWarnings && warnings > 0) {
            throw new MojoFailureException(
                    counted(warnings, "warning") + " in the .nn files of " + folder + ", and nn.failOnWarnings is set");
        }
    }

    /** Removes the markers of a file. */
    void unmark(File file) {
        if (editor != null) {
            editor.removeMessages(file);
        }
    }

    /** Marks a place; files in jars cannot be marked. */
    private void mark(Diagnostic diagnostic, File folder) {
        File file = new File(folder, diagnostic.span().file().name());
        if (editor != null && file.isFile()) {
            SourcePosition position = diagnostic.span().position();
            int severity = diagnostic.severity() == Severity.ERROR
                    ? BuildContext.SEVERITY_ERROR
                    : BuildContext.SEVERITY_WARNING;
            editor.addMessage(file, position.line(), position.column(), diagnostic.message(), severity, null);
        }
    }

    private static int count(List<Diagnostic> diagnostics, Severity severity) {
        return (int) diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
