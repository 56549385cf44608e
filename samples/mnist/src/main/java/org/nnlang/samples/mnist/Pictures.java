package org.nnlang.samples.mnist;

import java.io.IOException;
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

    static void show(Dataset images, int[] predicted, Path png) throws IOException {
        List<CaptionedImage> captioned = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            captioned.add(CaptionedImage.of(images, i, predicted[i]));
        }
        System.out.println(
                new TerminalImage(TerminalImage.Style.HALF_BLOCKS, TERMINAL_COLUMNS, SHRINK).render(captioned));
        ImageGrid.write(png, captioned, COLUMNS);
        System.out.println("The same as a picture: " + png.toAbsolutePath());
    }
}
