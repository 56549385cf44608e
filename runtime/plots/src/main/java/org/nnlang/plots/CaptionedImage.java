package org.nnlang.plots;

import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Dataset;

/**
 * A grey image and what is said about it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param levels row by row: 0 is black, 1 is white, and what lies outside is taken for the nearer of them; not copied
 * @param caption a few words
 * @param wrong whether the caption tells a mistake, which is then shown as one
 */
@SuppressWarnings("ArrayRecordComponent") // drawn once and never compared
public record CaptionedImage(int width, int height, float[] levels, String caption, boolean wrong) {
    /** @throws IllegalArgumentException if there is not one level a pixel */
    public CaptionedImage {
        if (width < 1 || height < 1 || levels.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "an image of " + width + " x " + height + " pixels cannot have " + levels.length + " levels");
        }
    }

    /**
     * An example of a data set with a prediction: the caption is {@code 7} if it is right, else {@code 9 (is 7)}.
     *
     * @param dataset normalized images of the shape [height, width], [1, height, width], or flat and square
     * @throws IllegalArgumentException if the features have another shape
     */
    public static CaptionedImage of(Dataset dataset, int index, int prediction) {
        Shape shape = dataset.featureShape();
        int rank = shape.rank();
        int width = rank < 2 ? (int) Math.sqrt(shape.elements()) : shape.size(rank - 1);
        int height = rank < 2 ? width : shape.size(rank - 2);
        if (width * height != shape.elements()) {
            throw new IllegalArgumentException("features of " + shape + " are no grey image");
        }
        int label = dataset.label(index);
        boolean wrong = prediction != label;
        String caption = prediction + (wrong ? " (is " + label + ")" : "");
        return new CaptionedImage(width, height, dataset.row(index), caption, wrong);
    }

    /** The level of one pixel, from 0 to 1. */
    float level(int x, int y) {
        return Math.max(0, Math.min(1, levels[y * width + x]));
    }
}
