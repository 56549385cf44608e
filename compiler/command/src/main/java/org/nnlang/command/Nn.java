package org.nnlang.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The `nn` command.
 *
 * <p>Results go to standard output, diagnostics to standard error. It exits with 0, with 1 on a failure, and with 2 on wrong usage.
 */
@Command(
        name = "nn",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Neural networks for Java, declared in .nn files.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  nn summary digits.nn --style keras"},
        subcommands = {
            CheckCommand.class,
            GenerateCommand.class,
            PrintCommand.class,
            FmtCommand.class,
            ExplainCommand.class,
            SummaryCommand.class,
            RunCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            MnistCommand.class
        })
public final class Nn {
    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command with its ways of reporting failures: a clear line for what users can mend, a stack trace for our own faults. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Nn());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((exception, command, result) -> {
            if (exception instanceof Failure || exception instanceof IOException) {
                String message = exception instanceof Failure ? exception.getMessage() : describe(exception);
                if (message != null && !message.isEmpty()) {
                    command.getErr().println("nn: " + message);
                }
                command.getErr().flush();
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw exception;
        });
        return commandLine;
    }

    private static String describe(Exception exception) {
        if (exception instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        return String.valueOf(exception.getMessage());
    }
}
