package org.nnlang.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A network with its weights: what every generated class is.
 *
 * <p>Threads may share a model while nobody changes its weights; the buffers of a calculation are in a {@link ModelSession}.
 */
public interface Model {
    /** The model's name in the `.nn` file. */
    String name();

    /** The inputs, in order of declaration. */
    List<Port> inputs();

    /** The outputs, in order of declaration. */
    List<Port> outputs();

    /** The weights, in order of declaration. */
    Parameters parameters();

    /** The layers with their shapes and counts, which prints as a table. */
    Summary summary();

    /**
     * Allocates the buffers for calculations of up to {@code capacity} examples at a time.
     *
     * @throws IllegalArgumentException if capacity is not positive
     */
    ModelSession newSession(int capacity);

    /** Writes all weights in order of declaration, as {@link Parameters#save(Path)} does. */
    default void save(Path file) throws IOException {
        parameters().save(file);
    }

    /**
     * The derivatives of this network, for training it.
     *
     * @throws UnsupportedOperationException if its class was generated without them
     */
    default ModelGradients gradients() {
        throw new UnsupportedOperationException(
                name() + " was generated for predicting only: generate it with training = true");
    }
}
