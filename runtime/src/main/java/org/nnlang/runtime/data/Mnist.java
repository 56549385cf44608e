package org.nnlang.runtime.data;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.io.ElementType;

/** MNIST's handwritten digits, 28 x 28 grey levels each, read from a folder that has its files. */
public final class Mnist {
    static final int CLASSES = 10;
    private static final float WHITE = 255;

    /**
     * How the examples are laid out.
     *
     * @param normalized grey levels in 0..1 instead of 0..255
     * @param flat images of the shape {@code [784]} instead of {@code [1, 28, 28]}
     * @param oneHot targets as rows of zeros and a one instead of class indices
     */
    public record Options(boolean normalized, boolean flat, boolean oneHot) {
        /** Normalized, flat, class indices. */
        public static final Options DEFAULT = new Options(true, true, false);
    }

    private Mnist() {}

    /** The 60,000 images to learn from, with {@link Options#DEFAULT}. */
    public static Dataset train(Path folder) throws IOException {
        return train(folder, Options.DEFAULT);
    }

    /**
     * The 60,000 images to learn from.
     *
     * @throws NoSuchFileException if a file is not in the folder
     * @throws ModelFormatException if a file is damaged, or images and labels do not belong together
     */
    public static Dataset train(Path folder, Options options) throws IOException {
        return read(folder, MnistFile.TRAIN_IMAGES, MnistFile.TRAIN_LABELS, options);
    }

    /** The 10,000 images to be judged by, with {@link Options#DEFAULT}. */
    public static Dataset test(Path folder) throws IOException {
        return test(folder, Options.DEFAULT);
    }

    /** The 10,000 images to be judged by; errors as in {@link #train(Path, Options)}. */
    public static Dataset test(Path folder, Options options) throws IOException {
        return read(folder, MnistFile.TEST_IMAGES, MnistFile.TEST_LABELS, options);
    }

    /** Whether a folder has all four files, plain or gzip. */
    public static boolean isIn(Path folder) {
        return Arrays.stream(MnistFile.values())
                .allMatch(file -> file.find(folder).isPresent());
    }

    /**
     * Checks that the four files have MNIST's own content, which reading does not: other digits may come in its form.
     *
     * @throws ModelFormatException if one has not
     */
    public static void verify(Path folder) throws IOException {
        for (MnistFile file : MnistFile.values()) {
            file.verify(folder);
        }
    }

    private static Dataset read(Path folder, MnistFile imageFile, MnistFile labelFile, Options options)
            throws IOException {
        IdxFile images = imageFile.read(folder);
        IdxFile labels = labelFile.read(folder);
        int[] sizes = images.sizes();
        if (images.type() != ElementType.U8 || sizes.length != 3) {
            throw problem(folder, imageFile, "expected U8 [count, height, width]", images);
        }
        if (labels.type() != ElementType.U8 || labels.sizes().length != 1) {
            throw problem(folder, labelFile, "expected U8 [count]", labels);
        }
        if (labels.data().length != sizes[0]) {
            throw problem(folder, labelFile, sizes[0] + " images need as many labels", labels);
        }
        if (images.data().length == 0) {
            throw problem(folder, imageFile, "expected at least one image", images);
        }
        for (byte label : labels.data()) {
            if (label < 0 || label >= CLASSES) {
                throw problem(folder, labelFile, "expected labels 0 to 9, got " + Byte.toUnsignedInt(label), labels);
            }
        }
        return dataset(images.data(), labels.data(), sizes[1], sizes[2], options);
    }

    /** Lays out images of bytes as the options want them. */
    static Dataset dataset(byte[] images, byte[] labels, int height, int width, Options options) {
        float[] features = new float[images.length];
        for (int i = 0; i < features.length; i++) {
            int level = Byte.toUnsignedInt(images[i]);
            features[i] = options.normalized() ? level / WHITE : level;
        }
        int[] classes = new int[labels.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = labels[i];
        }
        Shape shape = options.flat() ? Shape.of(height * width) : Shape.of(1, height, width);
        return new Dataset(shape, features, classes, CLASSES, options.oneHot());
    }

    private static ModelFormatException problem(Path folder, MnistFile file, String expected, IdxFile found) {
        return new ModelFormatException(folder.resolve(file.fileName()) + ": " + expected + ", found " + found.type()
                + " " + Arrays.toString(found.sizes()));
    }
}
