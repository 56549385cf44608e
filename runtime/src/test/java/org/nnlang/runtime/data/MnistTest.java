package org.nnlang.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.io.ElementType;

class MnistTest {
    @TempDir
    Path folder;

    @Test
    void readsTheRealTestSet() throws IOException {
        Dataset test = Mnist.test(RealMnist.folder());

        assertThat(test.size()).isEqualTo(10_000);
        assertThat(test.label(0)).isEqualTo(7);
        assertThat(test.classCounts()).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
        assertThat(test.featureShape()).isEqualTo(Shape.of(784));
        // The first image: a 7 whose upper bar begins at row 7, column 6 with the grey level 84.
        assertThat(test.row(0)[7 * 28 + 5]).isZero();
        assertThat(test.row(0)[7 * 28 + 6]).isEqualTo(84 / 255f);
    }

    @Test
    void readsAndVerifiesTheRealTrainingSet() throws IOException {
        Path real = RealMnist.folder();

        Mnist.verify(real);

        Dataset train = Mnist.train(real, new Mnist.Options(false, false, true));
        assertThat(train.size()).isEqualTo(60_000);
        assertThat(train.label(0)).isEqualTo(5);
        assertThat(train.featureShape()).isEqualTo(Shape.of(1, 28, 28));
        assertThat(train.targetShape()).isEqualTo(Shape.of(10));

        float[][] images = {new float[784]};
        float[][] targets = {new float[10]};
        train.copy(59_999, images, targets, 0);
        assertThat(images[0]).isEqualTo(train.row(59_999));
        assertThat(targets[0]).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
    }

    @Test
    void laysOutAsTheOptionsSay() throws IOException {
        writeFour();

        assertThat(Mnist.train(folder).features()).containsExactly(0, 1 / 255f, 128 / 255f, 1);
        Dataset raw = Mnist.train(folder, new Mnist.Options(false, false, true));
        assertThat(raw.features()).containsExactly(0, 1, 128, 255);
        assertThat(raw.featureShape()).isEqualTo(Shape.of(1, 1, 2));
        assertThat(raw.targets()).hasSize(20).startsWith(0, 0, 0, 1).endsWith(1);
        assertThat(Mnist.test(folder).labels()).containsExactly(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train-images-idx3-ubyte",
                "train-images.idx3-ubyte",
                "train-images-idx3-ubyte.gz",
                "train-images.idx3-ubyte.gz"
            })
    void findsEverySpelling(String name) throws IOException {
        writeFour();
        Path usual = folder.resolve("train-images-idx3-ubyte");
        IdxFile images = IdxFile.read(usual);
        Files.delete(usual);
        assertThat(Mnist.isIn(folder)).isFalse();

        images.write(folder.resolve(name));

        assertThat(Mnist.isIn(folder)).isTrue();
        assertThat(Mnist.train(folder).size()).isEqualTo(2);
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> Mnist.test(folder))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(
                        "none of [t10k-images-idx3-ubyte, t10k-images.idx3-ubyte, t10k-images-idx3-ubyte.gz");
    }

    @Test
    void refusesFilesThatDoNotBelongTogether() throws IOException {
        writeFour();
        write(MnistFile.TRAIN_LABELS, new int[] {3}, 1, 2, 3);
        assertRefused("train-labels-idx1-ubyte: 2 images need as many labels, found U8 [3]");
        write(MnistFile.TRAIN_LABELS, new int[] {2}, 1, 10);
        assertRefused("expected labels 0 to 9, got 10, found U8 [2]");
        write(MnistFile.TRAIN_LABELS, new int[] {2}, 1, 255);
        assertRefused("expected labels 0 to 9, got 255");
        write(MnistFile.TRAIN_LABELS, new int[] {1, 2}, 1, 2);
        assertRefused("expected U8 [count], found U8 [1, 2]");
        write(MnistFile.TRAIN_IMAGES, new int[] {4}, 0, 1, 128, 255);
        assertRefused("train-images-idx3-ubyte: expected U8 [count, height, width], found U8 [4]");
        write(MnistFile.TRAIN_IMAGES, new int[] {0, 1, 2});
        write(MnistFile.TRAIN_LABELS, new int[] {0});
        assertRefused("expected at least one image");
        assertThatThrownBy(() -> Mnist.verify(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("not the content of MNIST: its MD5, inflated, is ")
                .hasMessageContaining("expected 6bbc9ace898e44ae57da46a324031adb");
    }

    private void assertRefused(String problem) {
        assertThatThrownBy(() -> Mnist.train(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(problem);
    }

    private void writeFour() throws IOException {
        write(MnistFile.TRAIN_IMAGES, new int[] {2, 1, 2}, 0, 1, 128, 255);
        write(MnistFile.TRAIN_LABELS, new int[] {2}, 3, 9);
        write(MnistFile.TEST_IMAGES, new int[] {1, 1, 2}, 7, 8);
        write(MnistFile.TEST_LABELS, new int[] {1}, 4);
    }

    private void write(MnistFile file, int[] sizes, int... data) throws IOException {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        new IdxFile(ElementType.U8, sizes, bytes).write(folder.resolve(file.fileName()));
    }
}
