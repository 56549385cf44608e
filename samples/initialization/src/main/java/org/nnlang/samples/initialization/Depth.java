package org.nnlang.samples.initialization;

import java.util.List;

/**
 * Networks of one depth.
 *
 * @param layers how many hidden layers each has
 * @param networks in the order of the tables
 */
record Depth(int layers, List<Network> networks) {
    Depth(int layers, Network... networks) {
        this(layers, List.of(networks));
    }
}
