package org.nnlang.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.runtime.data.ToyExamples;

class PlanePictureTest {
    private static final int BLUE = 0x0072B2;
    private static final int VERMILION = 0xD55E00;

    @TempDir
    Path folder;

    @Test
    void coloursBothSidesAndDrawsTheLineBetween() throws IOException {
        Dataset corners = new Dataset(Shape.of(2), new float[] {0, 0, 10, 10}, new int[] {0, 1}, 2, false);
        DecisionBoundary boundary = new DecisionBoundary("right of 5", corners, (x, y) -> x < 5 ? 0 : 1);

        boundary.write(folder.resolve("boundary.png"));

        BufferedImage picture = ImageIO.read(folder.resolve("boundary.png").toFile());
        assertThat(color(picture, 100, 300)).isEqualTo(Palette.between(0).getRGB() & 0xFFFFFF);
        assertThat(color(picture, 660, 300)).isEqualTo(Palette.between(1).getRGB() & 0xFFFFFF);
        // The axes go from -1 to 11: 52.5 pixels a unit from 70, and 38.67 a unit up to 504.
        assertThat(color(picture, 70 + 52, 504 - 39)).isEqualTo(BLUE);
        assertThat(color(picture, 70 + 577, 504 - 425)).isEqualTo(VERMILION);
        assertThat(darkness(picture, 370, 400)).isGreaterThan(300);
        assertThat(darkness(picture, 200, 360)).isLessThan(100);
    }

    @Test
    void isBrightInTheTerminalWhereClass1Is() {
        DecisionBoundary upper = new DecisionBoundary("above", ToyExamples.xor(), (x, y) -> y > 0.5 ? 1 : 0);
        CaptionedImage image = upper.image(3, 4);
        assertThat(image.levels()).containsExactly(1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0);
        assertThat(image.caption()).isEqualTo("above");
    }

    @Test
    void cutsPathsAtTheAxes() {
        PlanePicture picture = new PlanePicture("", new Plane(0, 1, 0, 1))
                .path(new double[] {-100, 0.5, 100}, new double[] {0.5, 0.5, 0.5}, 1);
        BufferedImage drawn = picture.draw("x", "y");
        assertThat(color(drawn, 385, 272)).isEqualTo(VERMILION);
        assertThat(color(drawn, 65, 265)).isEqualTo(0xFFFFFF);
        assertThat(color(drawn, 710, 272)).isEqualTo(0xFFFFFF);
    }

    @Test
    void aPlaneNeedsAnExtent() {
        assertThat(Plane.around(new float[] {0, 5, 10, 0})).isEqualTo(new Plane(-1, 11, -0.5, 5.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plane(0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plane(0, 1, 0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Plane.around(new float[] {1, 2, 3}));
        assertThatIllegalArgumentException().isThrownBy(() -> Plane.around(new float[] {1, 2, 1, 3}));
        Dataset line = new Dataset(Shape.of(1), new float[2], new int[2], 2, false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecisionBoundary("", line, (x, y) -> 0))
                .withMessageContaining("points of 2 numbers, got [1]");
    }

    /** How many pixels of some columns are dark. */
    private static int darkness(BufferedImage picture, int from, int to) {
        int count = 0;
        for (int x = from; x < to; x++) {
            for (int y = 60; y < 480; y++) {
                int color = color(picture, x, y);
                count += (color >> 16) + (color >> 8 & 255) + (color & 255) < 300 ? 1 : 0;
            }
        }
        return count;
    }

    private static int color(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xFFFFFF;
    }
}
