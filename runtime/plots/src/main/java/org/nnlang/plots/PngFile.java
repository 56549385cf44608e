package org.nnlang.plots;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.nnlang.runtime.io.AtomicFile;

/** Writes a picture as PNG, wholly or not at all. */
final class PngFile {
    private PngFile() {}

    static void write(Path file, BufferedImage picture) throws IOException {
        AtomicFile.write(file, out -> {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IOException("this Java cannot write PNG files");
            }
        });
    }
}
