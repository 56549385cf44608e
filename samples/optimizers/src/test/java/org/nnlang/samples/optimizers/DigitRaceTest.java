package org.nnlang.samples.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitRaceTest {
    @TempDir
    Path folder;

    @Test
    void allLearnAndPlainDescentIsTheSlowest() throws IOException {
        Path png = folder.resolve("losses.png");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        new DigitRace(DigitImages.drawn(2_000, 500), 2, 5, out).write(png);

        Map<String, Double> losses = new LinkedHashMap<>();
        for (Contender contender : Contender.onDigits()) {
            String line = bytes.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(each -> each.startsWith(contender.title()))
                    .findFirst()
                    .orElseThrow();
            Scanner cells = new Scanner(line.substring(contender.title().length())).useLocale(Locale.ROOT);
            losses.put(contender.name(), cells.nextDouble());
            double testLoss = cells.nextDouble();
            assertThat(testLoss).as(line).isPositive();
            // Guessing would be right in 10 of 100.
            assertThat(cells.nextDouble()).as(line).isGreaterThan(20);
        }
        double plain = losses.getOrDefault("SGD", 0.0);
        assertThat(plain).isLessThan(2.3);
        losses.remove("SGD");
        assertThat(losses.values()).hasSize(5).allMatch(loss -> loss < 0.8 * plain);
        BufferedImage picture = ImageIO.read(png.toFile());
        assertThat(picture.getWidth()).isEqualTo(760);
    }

    @Test
    void drawsTheWaysThroughTheValley() throws IOException {
        Path png = folder.resolve("valley.png");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ValleyPicture(new PrintStream(bytes, true, StandardCharsets.UTF_8)).write(png);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("SGD, rate 0.95            6.4500");
        BufferedImage picture = ImageIO.read(png.toFile());
        assertThat(picture.getWidth()).isEqualTo(1440);
        assertThat(picture.getHeight()).isEqualTo(1680);
        // All begin at -7, 2: in the first panel 94.5 pixels right of 70, and 116 below 40.
        assertThat(picture.getRGB(70 + 94, 40 + 116) & 0xFFFFFF).isEqualTo(0xD55E00);
        assertThat(picture.getRGB(720 + 70 + 94, 560 + 40 + 116) & 0xFFFFFF).isEqualTo(0xD55E00);
    }
}
