package org.nnlang.command;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a model's summary. */
@Command(
        name = "summary",
        mixinStandardHelpOptions = true,
        description = "Prints the layers of a model with their shapes and parameters.",
        footer = {"", "Example:", "  nn summary digits.nn --style torchsummary --batch 5"})
final class SummaryCommand implements Callable<Integer> {
    private static final int NARROWEST = 20;

    @Spec
    private CommandSpec command;

    @Mixin
    private ModelArguments model;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            defaultValue = "keras",
            description =
                    "keras, keras-functional, keras-subclass, torchsummary or torchinfo. Default: ${DEFAULT-VALUE}.")
    private String style;

    @Option(
            names = "--columns",
            paramLabel = "N",
            defaultValue = "80",
            description = "The width of Keras' tables. Default: ${DEFAULT-VALUE}.")
    private int columns;

    @Option(names = "--batch", paramLabel = "N", description = "The batch size to show in shapes.")
    private @Nullable Integer batch;

    @Override
    public Integer call() throws IOException {
        Summary.Style chosen;
        try {
            chosen = Summary.Style.valueOf(style.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    command.commandLine(),
                    "--style: there is no style '" + style
                            + "'; one of keras, keras-functional, keras-subclass, torchsummary, torchinfo");
        }
        if (columns < NARROWEST || (batch != null && batch < 1)) {
            throw new ParameterException(
                    command.commandLine(), "--columns must be at least " + NARROWEST + ", --batch at least 1");
        }
        Summary summary = model.load(null, null).summary();
        model.sources().out().println(summary.render(chosen, columns, batch));
        return 0;
    }
}
