package org.nnlang.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {
    @Test
    void goesRowByRowAndLeavesTheRestWhite() {
        BufferedImage sheet = Sheet.of(List.of(picture(2, 0x111111), picture(2, 0x222222), picture(2, 0x333333)), 2);
        assertThat(sheet.getWidth()).isEqualTo(4);
        assertThat(sheet.getHeight()).isEqualTo(6);
        assertThat(sheet.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0x111111);
        assertThat(sheet.getRGB(3, 2) & 0xFFFFFF).isEqualTo(0x222222);
        assertThat(sheet.getRGB(1, 5) & 0xFFFFFF).isEqualTo(0x333333);
        assertThat(sheet.getRGB(2, 3) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    @Test
    void refusesNothingAndOtherSizes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sheet.of(List.of(), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Sheet.of(List.of(picture(1, 0)), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sheet.of(List.of(picture(1, 0), picture(2, 0)), 2))
                .withMessageContaining("number 1 has 2 x 3, the first 1 x 3");
    }

    /** Three pixels high, of one colour. */
    private static BufferedImage picture(int width, int color) {
        BufferedImage picture = new BufferedImage(width, 3, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 3 * width; i++) {
            picture.setRGB(i % width, i / width, color);
        }
        return picture;
    }
}
