package org.nnlang.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.training.metric.ConfusionMatrix;

class ConfusionPictureTest {
    private static final int CELL = 52;
    private static final int MARGIN = 16;

    @Test
    void paintsWhatIsRightBlueAndWhatIsWrongRed(@TempDir Path folder) throws Exception {
        ConfusionMatrix matrix = new ConfusionMatrix(List.of("cat", "dog"));
        float[] predictions = {1, 0, 1, 0, 1, 0, 0, 1};
        matrix.update(predictions, new float[] {0, 0, 1, 1}, 4, 2, 1, null);
        Path file = folder.resolve("confusion.png");
        ConfusionPicture.write(file, matrix);
        BufferedImage picture = ImageIO.read(file.toFile());

        assertThat(corner(picture, 0, 0)).isEqualTo(0x1565C0);
        assertThat(corner(picture, 0, 1)).isEqualTo(0xFFFFFF);
        int wrong = corner(picture, 1, 0);
        assertThat(wrong >> 16).isGreaterThan((wrong & 0xFF) + 50);
        int right = corner(picture, 1, 1);
        assertThat(right & 0xFF).isGreaterThan((right >> 16) + 50);
    }

    /** The colour of a cell near its corner, where there is no text. */
    private static int corner(BufferedImage picture, int actual, int predicted) {
        int x = picture.getWidth() - MARGIN - (2 - predicted) * CELL + 4;
        int y = picture.getHeight() - MARGIN - (2 - actual) * CELL + 4;
        return picture.getRGB(x, y) & 0xFFFFFF;
    }

    @Test
    void drawsAMatrixThatHasSeenNothing() {
        assertThat(ConfusionPicture.draw(new ConfusionMatrix(10)).getHeight()).isGreaterThan(10 * CELL);
    }
}
