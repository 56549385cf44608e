package org.nnlang.samples.benchmarks;

import java.util.function.LongFunction;
import org.nnlang.runtime.Model;

/** The networks of {@code networks.nn} by the names that tables give them. */
public enum Network {
    /** 784-50-100-10: sigmoid, sigmoid, softmax. */
    W1(Small::create),
    /** 784-512-512-10: relu, relu, softmax. */
    W2(Large::create),
    /** A square layer of 32 units. */
    WIDTH_32(Width32::create),
    /** A square layer of 128 units. */
    WIDTH_128(Width128::create),
    /** A square layer of 512 units. */
    WIDTH_512(Width512::create),
    /** A square layer of 1,024 units. */
    WIDTH_1024(Width1024::create),
    /** A square layer of 4,096 units. */
    WIDTH_4096(Width4096::create),
    /** 1 layer of 64 units. */
    DEPTH_1(Depth1::create),
    /** 10 layers of 64 units. */
    DEPTH_10(Depth10::create),
    /** 30 layers of 64 units. */
    DEPTH_30(Depth30::create),
    /** 100 layers of 64 units. */
    DEPTH_100(Depth100::create);

    private static final long SEED = 42;

    // A method reference without state, which its type does not tell.
    @SuppressWarnings("ImmutableEnumChecker")
    private final LongFunction<Model> creator;

    Network(LongFunction<Model> creator) {
        this.creator = creator;
    }

    /** Makes the network with weights drawn from a fixed seed, so that all runs calculate the same. */
    public Model create() {
        return creator.apply(SEED);
    }
}
