package org.nnlang.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvesTest {
    @TempDir
    Path folder;

    @Test
    void drawsEachFunctionInAColourOfItsOwn() throws IOException {
        Path none = folder.resolve("none.png");
        Path both = folder.resolve("both.png");

        new Curves("sigmoid", -6, 6).add("sigmoid", CurvesTest::sigmoid).write(none);
        new Curves("sigmoid", -6, 6)
                .add("sigmoid", CurvesTest::sigmoid)
                .add("its derivative", x -> sigmoid(x) * (1 - sigmoid(x)))
                .write(both);

        BufferedImage picture = ImageIO.read(both.toFile());
        assertThat(picture.getWidth()).isEqualTo(720);
        assertThat(picture.getHeight()).isEqualTo(480);
        assertThat(saturated(picture).size())
                .isGreaterThan(saturated(ImageIO.read(none.toFile())).size());
    }

    @Test
    void leavesGapsWhereAFunctionIsNotFinite() throws IOException {
        Path file = folder.resolve("log.png");
        new Curves("log", -1, 1).add("log", Math::log).write(file);
        assertThat(saturated(ImageIO.read(file.toFile()))).isNotEmpty();
    }

    @Test
    void refusesAnEmptyRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curves("", 1, 1))
                .withMessage("curves need a range, got 1.0 to 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Curves("", 0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Curves("", 0, Double.POSITIVE_INFINITY));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** The colours that are far from every grey: those of the lines. */
    private static Set<Integer> saturated(BufferedImage picture) {
        Set<Integer> colors = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                int red = rgb >> 16 & 255;
                int blue = rgb & 255;
                if (Math.abs(red - blue) > 100) {
                    colors.add(rgb);
                }
            }
        }
        return colors;
    }
}
