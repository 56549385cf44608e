package org.nnlang.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramsTest {
    private static final int BLUE = 0x0072B2;

    @Test
    void countsBothEndsAndNothingOutside() {
        float[] values = {0, 0.49f, 0.5f, 1, -0.1f, 1.1f, Float.NaN, Float.POSITIVE_INFINITY};
        Histogram histogram = Histogram.of(values, 0, 1, 2, "");
        assertThat(histogram.counts()).containsExactly(2, 2);
        assertThat(histogram.highest()).isEqualTo(2);
    }

    @Test
    void drawsTheFullestBinAsHighAsThePanel() {
        Histogram histogram = new Histogram(0, 1, new long[] {1_000, 500, 1, 0}, "");

        BufferedImage picture = new Histograms("", "x", List.of("a"), 1)
                .row("b", List.of(histogram))
                .draw();

        // The panel is 172 wide and 92 high, from 120, 92: each bin is 43 wide.
        assertThat(blueHeight(picture, 140)).isEqualTo(88);
        assertThat(blueHeight(picture, 180)).isEqualTo(44);
        assertThat(blueHeight(picture, 220)).isEqualTo(1);
        assertThat(picture.getRGB(220, 183) & 0xFFFFFF).isEqualTo(BLUE);
        assertThat(blueHeight(picture, 270)).isZero();
    }

    @Test
    void refusesWhatItCannotDraw() {
        Histogram histogram = new Histogram(0, 1, new long[1], "");
        assertThatIllegalArgumentException().isThrownBy(() -> new Histogram(1, 1, new long[1], ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Histogram(0, 1, new long[0], ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Histograms("", "", List.of(), 1));
        Histograms picture = new Histograms("", "", List.of("a", "b"), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture.row("sigmoid", List.of(histogram)))
                .withMessage("sigmoid: 2 columns need as many histograms, got 1");
        picture.row("sigmoid", List.of(histogram, histogram));
        assertThatIllegalStateException().isThrownBy(() -> picture.row("tanh", List.of(histogram, histogram)));
    }

    /** The blue pixels of a column of the panel. */
    private static int blueHeight(BufferedImage picture, int x) {
        int height = 0;
        for (int y = 92; y < 184; y++) {
            height += (picture.getRGB(x, y) & 0xFFFFFF) == BLUE ? 1 : 0;
        }
        return height;
    }
}
