package org.nnlang.samples.mnist;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nnlang.plots.CaptionedImage;
import org.nnlang.plots.ImageGrid;
import org.nnlang.plots.TerminalImage;
import org.nnlang.runtime.data.Dataset;

/** Shows images with their labels and what was predicted: small in the terminal, and as a PNG. */
final class Pictures {
    private static final int COLUMNS = 5;
    private static final int TERMINAL_COLUMNS = 100;
    private static final int SHRINK = 2;

    private Pictures() {}

    static void show(Dataset images, int[] predicted, Path png, PrintStream out) throws IOException {
        List<CaptionedImage> captioned = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            captioned.add(CaptionedImage.of(images, i, predicted[i]));
        }
        out.println(new TerminalImage(Terminal.style(), TERMINAL_COLUMNS, SHRINK).render(captioned));
        Path absolute = png.toAbsolutePath();
        if (absolute.getParent() != null) {
            Files.createDirectories(absolute.getParent());
        }
        ImageGrid.write(absolute, captioned, COLUMNS);
        out.println("The same as a picture: " + absolute);
    }
}
