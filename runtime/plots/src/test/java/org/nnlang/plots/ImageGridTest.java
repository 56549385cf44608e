package org.nnlang.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.runtime.data.DrawnDigits;

class ImageGridTest {
    private static final int RED = 0xC62828;

    @TempDir
    Path folder;

    @Test
    void drawsPixelsAndFramesMistakesInRed() throws IOException {
        CaptionedImage right = new CaptionedImage(2, 1, new float[] {0, 1}, "7", false);
        CaptionedImage wrong = new CaptionedImage(2, 1, new float[] {0.5f, 7}, "9", true);

        ImageGrid.write(folder.resolve("grid.png"), List.of(right, right, wrong), 2);

        BufferedImage picture = ImageIO.read(folder.resolve("grid.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(2 * (2 * 3 + 8) + 8);
        assertThat(picture.getHeight()).isEqualTo(2 * (3 + 20 + 8) + 8);
        assertThat(color(picture, 8, 8)).isEqualTo(0x000000);
        assertThat(color(picture, 11, 8)).isEqualTo(0xFFFFFF);
        assertThat(color(picture, 7, 8)).isEqualTo(0xC0C0C0);
        int second = 8 + 3 + 20 + 8;
        assertThat(color(picture, 8, second)).isEqualTo(0x808080);
        assertThat(color(picture, 11, second)).isEqualTo(0xFFFFFF);
        assertThat(color(picture, 7, second)).isEqualTo(RED);
        assertThat(countReddish(picture.getSubimage(0, 14, 36, 16))).isZero();
        assertThat(countReddish(picture.getSubimage(0, second + 6, 20, 16))).isPositive(); // the caption
    }

    @Test
    void captionsPredictions() {
        Dataset digits = DrawnDigits.of(1, 1);
        int label = digits.label(0);
        CaptionedImage right = CaptionedImage.of(digits, 0, label);
        assertThat(right.caption()).isEqualTo(String.valueOf(label));
        assertThat(right.wrong()).isFalse();
        assertThat(List.of(right.width(), right.height())).containsExactly(28, 28);

        int other = (label + 1) % 10;
        CaptionedImage wrong = CaptionedImage.of(digits, 0, other);
        assertThat(wrong.caption()).isEqualTo(other + " (is " + label + ")");
        assertThat(wrong.wrong()).isTrue();
    }

    @Test
    void takesEveryShapeOfAGreyImage() {
        assertThat(image(1, 2, 3).width()).isEqualTo(3);
        assertThat(image(2, 3).height()).isEqualTo(2);
        assertThat(image(9).width()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> image(3))
                .withMessage("features of [3] are no grey image");
        assertThatIllegalArgumentException().isThrownBy(() -> image(3, 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new CaptionedImage(2, 2, new float[3], "", false));
    }

    @Test
    void refusesAnEmptyGridAndMixedSizes() {
        CaptionedImage image = image(2, 3);
        assertThatIllegalArgumentException().isThrownBy(() -> ImageGrid.draw(List.of(), 2));
        assertThatIllegalArgumentException().isThrownBy(() -> ImageGrid.draw(List.of(image), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageGrid.draw(List.of(image, image(3, 2)), 2))
                .withMessageContaining("number 1 has 2 x 3, the first 3 x 2");
        assertThat(ImageGrid.draw(Collections.nCopies(3, image), 10).getWidth()).isEqualTo(3 * (9 + 8) + 8);
    }

    private static CaptionedImage image(int... sizes) {
        Shape shape = Shape.of(sizes);
        return CaptionedImage.of(new Dataset(shape, new float[shape.elements()], new int[1], 10, false), 0, 0);
    }

    private static int color(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xFFFFFF;
    }

    private static int countReddish(BufferedImage picture) {
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int color = color(picture, x, y);
                count += (color >> 16) - (color & 255) > 60 ? 1 : 0;
            }
        }
        return count;
    }
}
