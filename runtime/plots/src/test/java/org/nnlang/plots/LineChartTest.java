package org.nnlang.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineChartTest {
    private static final int BLUE = 0x0072B2;
    private static final double[] X = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void powersOfTenAreAStraightLineOnALogarithmicAxis() throws IOException {
        double[] powers = {1e-30, 1e-20, 1e-10};
        int[] straight = heights(new LineChart("", "x", "y").logarithmic().add("powers", X, powers));
        int[] bent = heights(new LineChart("", "x", "y").add("powers", X, powers));
        assertThat(straight[1]).isCloseTo((straight[0] + straight[2]) / 2, within(2));
        assertThat(bent[1]).isCloseTo(bent[0], within(2));
        assertThat(straight[0] - straight[2]).isGreaterThan(300);
    }

    @Test
    void hasGapsWhereALogarithmIsNotFinite() throws IOException {
        Path png = folder.resolve("gap.png");
        new LineChart("", "x", "y")
                .logarithmic()
                .add("a", new double[] {1, 2, 3, 4, 5}, new double[] {1, 10, 0, 10, 1})
                .write(png);
        BufferedImage picture = ImageIO.read(png.toFile());
        int left = leftmost(picture);
        int right = rightmost(picture);
        assertThat(blue(picture, left + (right - left) / 8)).isGreaterThanOrEqualTo(0);
        assertThat(blue(picture, (left + right) / 2)).isEqualTo(-1);
    }

    @Test
    void refusesWhatItCannotDraw() {
        LineChart chart = new LineChart("", "x", "y").add("a", X, X);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart.add("loss", X, new double[2]))
                .withMessage("loss: a line needs points, got 3 x and 2 y");
        assertThatIllegalStateException().isThrownBy(chart::logarithmic);
    }

    /** Where the line is at its left end, in the middle and at its right end: pixels from the top. */
    private int[] heights(LineChart chart) throws IOException {
        Path png = folder.resolve("chart.png");
        chart.write(png);
        BufferedImage picture = ImageIO.read(png.toFile());
        int left = leftmost(picture) + 4;
        int right = rightmost(picture) - 4;
        return new int[] {blue(picture, left), blue(picture, (left + right) / 2), blue(picture, right)};
    }

    private static int leftmost(BufferedImage picture) {
        int x = 0;
        while (blue(picture, x) < 0) {
            x++;
        }
        return x;
    }

    /** Of the line: the legend is right of it. */
    private static int rightmost(BufferedImage picture) {
        int x = 580;
        while (blue(picture, x) < 0) {
            x--;
        }
        return x;
    }

    /** The middle of the blue pixels of a column, or -1. */
    private static int blue(BufferedImage picture, int x) {
        int sum = 0;
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            if ((picture.getRGB(x, y) & 0xFFFFFF) == BLUE) {
                sum += y;
                count++;
            }
        }
        return count == 0 ? -1 : sum / count;
    }
}
