package org.nnlang.runtime.data;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.nnlang.runtime.init.RandomStream;
import org.nnlang.runtime.io.ElementType;

/**
 * Digits drawn by this class in MNIST's form, for demonstrations and tests where MNIST itself is not at hand.
 *
 * <p>Equal seeds draw equal digits on every machine, and the first digits of a seed do not depend on how many follow.
 */
public final class DrawnDigits {
    private static final int SIDE = Handwriting.SIDE;
    private static final int PIXELS = SIDE * SIDE;

    private final byte[] images;
    private final byte[] labels;

    private DrawnDigits(long seed, int count) {
        if (count < 0 || count > Integer.MAX_VALUE / PIXELS) {
            throw new IllegalArgumentException(
                    "count must be from 0 to " + Integer.MAX_VALUE / PIXELS + ", got " + count);
        }
        this.images = new byte[count * PIXELS];
        this.labels = new byte[count];
        RandomStream random = RandomStream.of(seed, "digits");
        Handwriting handwriting = new Handwriting(random);
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(Mnist.CLASSES);
            System.arraycopy(handwriting.write(labels[i]), 0, images, i * PIXELS, PIXELS);
        }
    }

    /** Draws digits, with {@link Mnist.Options#DEFAULT}. */
    public static Dataset of(long seed, int count) {
        return of(seed, count, Mnist.Options.DEFAULT);
    }

    /**
     * Draws digits.
     *
     * @param count how many
     * @throws IllegalArgumentException if count is negative, or too many for one array
     */
    public static Dataset of(long seed, int count, Mnist.Options options) {
        DrawnDigits digits = new DrawnDigits(seed, count);
        return Mnist.dataset(digits.images, digits.labels, SIDE, SIDE, options);
    }

    /**
     * Writes digits under MNIST's four file names, so that {@link Mnist} reads them.
     *
     * <p>The test images are those that follow the training images in the sequence of the seed.
     *
     * @param folder made if it is not there
     * @throws FileAlreadyExistsException if one of MNIST's files is in the folder: it may be the real one
     */
    public static void writeIdx(Path folder, long seed, int trainCount, int testCount) throws IOException {
        for (MnistFile file : MnistFile.values()) {
            Optional<Path> present = file.find(folder);
            if (present.isPresent()) {
                throw new FileAlreadyExistsException(
                        present.get().toString(), null, "choose another folder for the drawn digits");
            }
        }
        Files.createDirectories(folder);
        DrawnDigits digits = new DrawnDigits(seed, Math.addExact(trainCount, testCount));
        digits.write(folder, MnistFile.TRAIN_IMAGES, MnistFile.TRAIN_LABELS, 0, trainCount);
        digits.write(folder, MnistFile.TEST_IMAGES, MnistFile.TEST_LABELS, trainCount, trainCount + testCount);
    }

    private void write(Path folder, MnistFile imageFile, MnistFile labelFile, int from, int to) throws IOException {
        byte[] someImages = Arrays.copyOfRange(images, from * PIXELS, to * PIXELS);
        byte[] someLabels = Arrays.copyOfRange(labels, from, to);
        new IdxFile(ElementType.U8, new int[] {to - from, SIDE, SIDE}, someImages)
                .write(folder.resolve(imageFile.fileName()));
        new IdxFile(ElementType.U8, new int[] {to - from}, someLabels).write(folder.resolve(labelFile.fileName()));
    }
}
