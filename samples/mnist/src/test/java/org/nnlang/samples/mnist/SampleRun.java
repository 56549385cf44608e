package org.nnlang.samples.mnist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One run of a main class, with all that it printed.
 *
 * @param status of its exit
 * @param out what it printed
 * @param err what it printed as errors
 */
record SampleRun(int status, String out, String err) {
    /** A main class without its process. */
    interface Main {
        int run(String[] arguments, PrintStream out, PrintStream err);
    }

    /** Runs a main class, whose pictures and weights go to a folder. */
    static SampleRun of(Main main, Path output, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        System.setProperty("mnist.output", output.toString());
        try {
            int status = main.run(words, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
            return new SampleRun(status, lines(out), lines(err));
        } finally {
            System.clearProperty("mnist.output");
        }
    }

    private static String lines(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}
