package org.nnlang.samples.mnist;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nnlang.plots.CaptionedImage;
import org.nnlang.plots.ImageGrid;
import org.nnlang.plots.TerminalImage;

/** Shows images with their labels and what was predicted: small in the terminal, and as a PNG. */
final class Pictures {
    private static final int COLUMNS = 6;
    private static final int TERMINAL_COLUMNS = 100;
    private static final int TERMINAL_IMAGES = 12;
    private static final int SHRINK = 2;

    private Pictures() {}

    /** The folder of everything that this sample writes unless it is told where: {@code target/digits}, or what Maven says. */
    static Path folder() throws IOException {
        Path folder =
                Path.of(System.getProperty("mnist.output", "target/digits")).toAbsolutePath();
        return Files.createDirectories(folder);
    }

    /** Shows the first few in the terminal, and writes all of them to a file. */
    static void show(List<CaptionedImage> images, Path png, PrintStream out) throws IOException {
        List<CaptionedImage> first = images.subList(0, Math.min(TERMINAL_IMAGES, images.size()));
        out.println(new TerminalImage(Terminal.style(), TERMINAL_COLUMNS, SHRINK).render(first));
        ImageGrid.write(png, images, COLUMNS);
        out.println(images.size() + " of them as a picture: " + png);
    }
}
