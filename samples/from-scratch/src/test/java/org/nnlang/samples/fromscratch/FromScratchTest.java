package org.nnlang.samples.fromscratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.runtime.data.ToyExamples;

class FromScratchTest {
    @TempDir
    Path folder;

    @Test
    void learnsXorByHandAndByTrainerToTheSameBits() throws IOException {
        Problem xor = new Problem("XOR", ToyExamples.xor(), Xor::create, 200, 0.5);

        String text = output(sample -> sample.byHandAndByTrainer(xor));

        assertThat(text)
                .contains("4 of 4 points right")
                .contains("The same weights, to the bit.")
                .contains("step    100   loss 0.3");
        assertThat(picture("xor.png").getWidth()).isEqualTo(720);
    }

    @Test
    void theBoundaryOfXorSeparatesTheCorners() throws IOException {
        Problem xor = new Problem("XOR", ToyExamples.xor(), Xor::create, 200, 0.5);
        output(sample -> sample.byHandAndByTrainer(xor));

        // Just inside of the axes: 0, 0 is at the lower left, and blue.
        BufferedImage picture = picture("xor.png");
        assertThat(isBlue(picture.getRGB(80, 490))).isTrue();
        assertThat(isBlue(picture.getRGB(690, 50))).isTrue();
        assertThat(isBlue(picture.getRGB(80, 50))).isFalse();
        assertThat(isBlue(picture.getRGB(690, 490))).isFalse();
    }

    @Test
    void theLossOfMoonsFallsAtEveryStepThatIsSmall() {
        GradientDescent descent = new GradientDescent(Moons.create(42), ToyExamples.moons(100, 0.1, 42));
        double before = descent.step(0.05f);
        assertThat(before).isGreaterThan(0.5);
        for (int step = 0; step < 100; step++) {
            double loss = descent.step(0.05f);
            assertThat(loss).isLessThan(before);
            before = loss;
        }
        assertThat(before).isLessThan(0.4);
    }

    @Test
    void learnsSpiralsByAdam() throws IOException {
        Problem spirals = new Problem("two spirals", ToyExamples.spirals(400, 0.1, 42), Spirals::create, 500, 0.01);
        String text = output(sample -> sample.byAdam(spirals));
        assertThat(text).contains("epoch   500   loss 0.000").contains("400 of 400 points right");
    }

    private interface Part {
        void run(FromScratch sample) throws IOException;
    }

    private String output(Part part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        part.run(new FromScratch(new PrintStream(bytes, true, StandardCharsets.UTF_8), folder));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private BufferedImage picture(String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    private static boolean isBlue(int rgb) {
        return (rgb & 255) > (rgb >> 16 & 255);
    }
}
