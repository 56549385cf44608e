package org.nnlang.samples.mnist;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The weights that come with this sample, so that predicting needs no training.
 *
 * <p>They are a resource beside the class, also in a jar: {@code digits.safetensors}, which {@link TrainDigits} made of MNIST in 25
 * epochs with seed 42, and makes again to the bit.
 */
final class ShippedWeights {
    /** The resource's name. */
    static final String RESOURCE = "digits.safetensors";

    private ShippedWeights() {}

    /** The classifier with these weights. */
    static DigitClassifier load() throws IOException {
        Path copy = Files.createTempFile("digits", ".safetensors");
        try (InputStream in = open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return DigitClassifier.load(copy);
        } finally {
            Files.delete(copy);
        }
    }

    /** The file's bytes. */
    static InputStream open() throws IOException {
        InputStream in = ShippedWeights.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new FileNotFoundException(RESOURCE + " is not beside the classes of this sample: build it again");
        }
        return in;
    }
}
