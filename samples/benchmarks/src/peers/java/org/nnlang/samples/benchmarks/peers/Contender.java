package org.nnlang.samples.benchmarks.peers;

import java.util.Optional;
import org.nnlang.samples.benchmarks.Network;

/** A library that can calculate W1 and W2, in one of the ways in which programs use it. */
public interface Contender {
    /** The library and its version. */
    String version();

    /** Prepares predictions of the batch that {@code Inputs} draws. */
    Task predict(Network network, int batch) throws Exception;

    /** Prepares training steps on the batch that {@code Inputs} draws; empty where the library does not train. */
    default Optional<Task> train(Network network, int batch) throws Exception {
        return Optional.empty();
    }
}
