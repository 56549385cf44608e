package org.nnlang.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nnlang.plots.CaptionedImage;
import org.nnlang.plots.ImageGrid;
import org.nnlang.plots.TerminalImage;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Dataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows images in the terminal, and writes them as a picture. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows test images with their labels in the terminal, and writes them as a PNG.",
        footer = {"", "Example:", "  nn mnist show --data mnist:data/mnist --count 10 --png digits.png"})
final class MnistShowCommand implements Callable<Integer> {
    private static final int PIXELS = 784;
    private static final int TERMINAL_COLUMNS = 100;
    private static final int SHRINK = 2;
    private static final int PICTURE_COLUMNS = 10;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            defaultValue = "drawn",
            description = "mnist:FOLDER, or drawn[:SEED]. Default: ${DEFAULT-VALUE}.")
    private String data;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(names = "--first", paramLabel = "I", defaultValue = "0", description = "The first one, counted from 0.")
    private int first;

    @Option(names = "--png", paramLabel = "FILE", description = "Write the images to this file as well.")
    private @Nullable Path png;

    @Override
    public Integer call() throws IOException {
        Dataset dataset = new DataArgument("--data", data).load(Shape.of(PIXELS));
        if (first < 0 || count < 1 || first >= dataset.size()) {
            throw new Failure("--first must be from 0 to " + (dataset.size() - 1) + ", --count at least 1; got " + first
                    + " and " + count);
        }
        List<CaptionedImage> images = new ArrayList<>();
        for (int i = first; i < Math.min(dataset.size(), first + count); i++) {
            images.add(CaptionedImage.of(dataset, i, dataset.label(i)));
        }
        TerminalImage.Style style =
                Terminal.isColored() ? TerminalImage.Style.HALF_BLOCKS : TerminalImage.Style.GREY_RAMP;
        command.commandLine().getOut().print(new TerminalImage(style, TERMINAL_COLUMNS, SHRINK).render(images));
        command.commandLine().getOut().flush();
        if (png != null) {
            ImageGrid.write(png, images, PICTURE_COLUMNS);
            command.commandLine().getErr().println("wrote " + png);
        }
        return 0;
    }
}
