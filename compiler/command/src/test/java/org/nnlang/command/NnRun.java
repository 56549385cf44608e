package org.nnlang.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * One run of the command.
 *
 * @param exit its exit code
 */
record NnRun(int exit, String out, String err) {
    static NnRun of(String... arguments) {
        return of(Nn.commandLine(), arguments);
    }

    static NnRun of(CommandLine command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        int exit = command.execute(arguments);
        return new NnRun(exit, out.toString(), err.toString());
    }
}
