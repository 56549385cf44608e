package org.nnlang.samples.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Programs that run to their end in a virtual machine of their own. */
final class FreshProcess {
    /** The virtual machine that runs this program. */
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private FreshProcess() {}

    /**
     * Runs a command and gives what it prints.
     *
     * @throws IllegalStateException if it fails
     */
    static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException(
                    "a fresh process ended with status " + status + ": " + String.join(" ", command));
        }
        return output;
    }
}
