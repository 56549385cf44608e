package org.nnlang.samples.fromscratch;

import java.util.Arrays;
import org.nnlang.runtime.Model;

/** Compares the weights of two models of one class. */
final class Weights {
    private Weights() {}

    static boolean areEqual(Model a, Model b) {
        return a.parameters().paths().stream()
                .allMatch(path -> Arrays.equals(
                        a.parameters().get(path).toArray(),
                        b.parameters().get(path).toArray()));
    }
}
