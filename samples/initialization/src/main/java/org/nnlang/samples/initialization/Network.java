package org.nnlang.samples.initialization;

import java.util.function.LongFunction;
import org.nnlang.runtime.Model;

/**
 * One of the networks that are compared.
 *
 * @param weights how its weights begin, for people
 * @param factory makes it from a seed
 */
record Network(Activation activation, String weights, LongFunction<? extends Model> factory) {
    private static final long SEED = 42;

    /** Makes the network, always with the same weights. */
    Model create() {
        return factory.apply(SEED);
    }

    String title() {
        return activation.title() + ", " + weights;
    }
}
