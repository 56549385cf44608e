package org.nnlang.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnDigitsTest {
    private static final Mnist.Options RAW = new Mnist.Options(false, true, false);

    @TempDir
    Path folder;

    @Test
    void equalSeedsDrawEqualBytesEverywhere() {
        Dataset digits = DrawnDigits.of(1, 1000, RAW);
        CRC32 checksum = new CRC32();
        for (float level : digits.features()) {
            checksum.update((int) level);
        }
        // Whoever changes how digits are drawn changes everybody's data: this number says so.
        assertThat(Long.toHexString(checksum.getValue())).isEqualTo("c02bded6");
        assertThat(DrawnDigits.of(2, 1000, RAW).features()).isNotEqualTo(digits.features());
    }

    @Test
    void theFirstDigitsDoNotDependOnTheCount() {
        assertThat(DrawnDigits.of(7, 5).features())
                .isEqualTo(DrawnDigits.of(7, 50).take(5).features());
        assertThat(DrawnDigits.of(7, 0).size()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> DrawnDigits.of(7, -1));
    }

    @Test
    void lookLikeMnist() {
        Dataset digits = DrawnDigits.of(3, 2000, RAW);
        double sum = 0;
        for (int i = 0; i < digits.size(); i++) {
            float[] image = digits.row(i);
            float brightest = 0;
            for (int p = 0; p < image.length; p++) {
                sum += image[p];
                brightest = Math.max(brightest, image[p]);
                int x = p % 28;
                int y = p / 28;
                if (Math.min(Math.min(x, y), Math.min(27 - x, 27 - y)) == 0) {
                    assertThat(image[p]).as("the rim of image %s", i).isZero();
                }
            }
            assertThat(brightest).isGreaterThan(200);
        }
        // MNIST's mean is 33.3.
        assertThat(sum / digits.features().length).isBetween(28.0, 40.0);
        for (int count : digits.classCounts()) {
            assertThat(count).isBetween(150, 250);
        }
    }

    @Test
    void theNearestOfManyTellsTheDigit() {
        Dataset known = DrawnDigits.of(1, 2000);
        Dataset unknown = DrawnDigits.of(2, 300);
        int right = 0;
        for (int i = 0; i < unknown.size(); i++) {
            right += known.label(nearest(unknown.row(i), known)) == unknown.label(i) ? 1 : 0;
        }
        assertThat(right / 300.0).isGreaterThan(0.93);
    }

    @Test
    void writesWhatMnistReads() throws IOException {
        Path target = folder.resolve("drawn");

        DrawnDigits.writeIdx(target, 5, 30, 20);

        Dataset all = DrawnDigits.of(5, 50);
        assertThat(Mnist.train(target).features()).isEqualTo(all.range(0, 30).features());
        assertThat(Mnist.train(target).labels()).isEqualTo(all.range(0, 30).labels());
        assertThat(Mnist.test(target).features()).isEqualTo(all.range(30, 50).features());
        assertThat(Mnist.test(target).labels()).isEqualTo(all.range(30, 50).labels());
        assertThatThrownBy(() -> DrawnDigits.writeIdx(target, 6, 30, 20))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("choose another folder");
        assertThat(Mnist.train(target).features()).isEqualTo(all.range(0, 30).features());
    }

    private static int nearest(float[] image, Dataset known) {
        int nearest = 0;
        float smallest = Float.POSITIVE_INFINITY;
        for (int i = 0; i < known.size(); i++) {
            float distance = 0;
            for (int p = 0; p < image.length; p++) {
                float difference = image[p] - known.features()[i * image.length + p];
                distance += difference * difference;
            }
            if (distance < smallest) {
                smallest = distance;
                nearest = i;
            }
        }
        return nearest;
    }
}
