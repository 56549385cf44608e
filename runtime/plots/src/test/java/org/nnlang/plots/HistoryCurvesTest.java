package org.nnlang.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.training.History;

class HistoryCurvesTest {
    private static final int TRAINING = 0x1565C0;
    private static final int VALIDATION = 0xEF6C00;

    private static History history(int epochs, String... names) {
        List<History.Epoch> made = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                values.put(names[i], (i + 1.0) / epoch);
            }
            made.add(new History.Epoch(values, 0.001, 1.5));
        }
        return new History(made, Optional.empty());
    }

    private static long pixels(BufferedImage picture, int color) {
        int width = picture.getWidth();
        int[] colors = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        long count = 0;
        for (int one : colors) {
            count += (one & 0xFFFFFF) == color ? 1 : 0;
        }
        return count;
    }

    @Test
    void drawsAPanelForEachValueWithThatOfTheValidation(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("history.png");
        HistoryCurves.write(file, history(4, "accuracy", "loss", "val_accuracy", "val_loss"));
        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(720);
        assertThat(picture.getHeight()).isEqualTo(2 * 320);
        for (int panel = 0; panel < 2; panel++) {
            BufferedImage part = picture.getSubimage(0, panel * 320, 720, 320);
            assertThat(pixels(part, TRAINING)).isGreaterThan(100);
            assertThat(pixels(part, VALIDATION)).isGreaterThan(100);
        }
    }

    @Test
    void drawsTrainingAloneWhereNothingWasValidated() {
        BufferedImage picture = HistoryCurves.draw(history(3, "loss"));
        assertThat(picture.getHeight()).isEqualTo(320);
        assertThat(pixels(picture, TRAINING)).isGreaterThan(100);
        assertThat(pixels(picture, VALIDATION)).isZero();
    }

    @Test
    void drawsASingleEpochAsPoints() {
        assertThat(pixels(HistoryCurves.draw(history(1, "loss", "val_loss")), VALIDATION))
                .isPositive();
    }

    @Test
    void labelsSmallAndLargeLosses() {
        assertThat(List.of(0.0, 0.05, 0.35, 1.0, 1500.0, 0.00025, 2.0e-9, -0.5))
                .extracting(HistoryCurves::number)
                .containsExactly("0", "0.05", "0.35", "1", "1500", "0.00025", "2E-9", "-0.5");
    }

    @Test
    void refusesAnEmptyHistory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryCurves.draw(new History(List.of(), Optional.empty())))
                .withMessage("a history without epochs has no curves");
    }
}
