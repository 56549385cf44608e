package org.nnlang.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.plots.TerminalImage.Style;

class TerminalImageTest {
    private final CaptionedImage bar =
            new CaptionedImage(3, 4, new float[] {0, 1, 0, 0, 1, 0, 0, 0.5f, 0, 0, 0.5f, 0}, "1", false);
    private final CaptionedImage wrong = new CaptionedImage(1, 2, new float[] {1, 0}, "7 (is 1)", true);

    @Test
    void paintsWithAGreyRampWithoutColours() {
        String text = new TerminalImage(Style.GREY_RAMP, 80, 1).render(List.of(bar, wrong, bar));

        assertThat(text).isEqualTo("""
                 @  +           @
                 +              +
                1   7 (is 1) ! 1
                """);
    }

    @Test
    void paintsTwoPixelsACharacterWithHalfBlocks() {
        String text = new TerminalImage(Style.HALF_BLOCKS, 80, 1).render(List.of(wrong));

        assertThat(text)
                .isEqualTo(
                        "\033[38;5;255;48;5;16m\u2580\033[0m       \n".stripTrailing() + "\n\033[31m7 (is 1)\033[0m\n");
    }

    @Test
    void shrinks() {
        String text = new TerminalImage(Style.GREY_RAMP, 80, 2).render(List.of(bar));

        // The left half of the image is half white above and a quarter below, which is 3.375 of 9 on the mean.
        assertThat(text).isEqualTo("-\n1\n".replace('-', " .:-=".charAt(3)));
    }

    @ParameterizedTest
    @CsvSource({"80, 2", "59, 2", "57, 2", "56, 1", "28, 1", "3, 1", "90, 3"})
    void putsAsManySideBySideAsFit(int columns, int expected) {
        CaptionedImage digit = new CaptionedImage(28, 28, new float[784], "7", false);

        String text = new TerminalImage(Style.HALF_BLOCKS, columns, 1).render(Collections.nCopies(4, digit));

        String captions =
                text.lines().filter(line -> line.startsWith("7")).findFirst().orElseThrow();
        assertThat(captions.chars().filter(c -> c == '7').count()).isEqualTo(expected);
        assertThat(text.lines().count()).isEqualTo((4 + expected - 1) / expected * 15L);
        assertThat(text.lines()
                        .map(line -> line.replaceAll("\033\\[[0-9;]*m", "").length()))
                .allMatch(width -> width <= Math.max(columns, 28));
    }

    @Test
    void nothingIsNoText() {
        assertThat(new TerminalImage(Style.GREY_RAMP, 80, 1).render(List.of())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new TerminalImage(Style.GREY_RAMP, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TerminalImage(Style.GREY_RAMP, 80, 0));
    }
}
