package org.nnlang.samples.mnist;

import java.io.IOException;
import java.io.PrintStream;

/** What the sample's main classes have in common: what is wrong with arguments or files is told in one line. */
final class Sample {
    /** What a main class does. */
    interface Job {
        void run() throws IOException, UsageException;
    }

    private Sample() {}

    /** The exit status: 0, or 1 for files that cannot be used, or 2 for wrong arguments. */
    static int run(Job job, PrintStream err) {
        try {
            job.run();
            return 0;
        } catch (IOException e) {
            err.println("error: " + e.getMessage());
            return 1;
        } catch (UsageException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    /** Ends the process only where something is wrong: the build that runs the sample goes on. */
    static void exit(int status) {
        if (status != 0) {
            System.exit(status);
        }
    }
}
