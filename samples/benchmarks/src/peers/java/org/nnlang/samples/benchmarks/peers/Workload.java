package org.nnlang.samples.benchmarks.peers;

import java.util.List;
import org.nnlang.samples.benchmarks.Network;

/** One row of the tables. */
record Workload(Network network, boolean training, int batch) {
    static final List<Workload> ALL = List.of(
            new Workload(Network.W1, false, 1),
            new Workload(Network.W1, false, 100),
            new Workload(Network.W1, false, 10_000),
            new Workload(Network.W2, false, 1),
            new Workload(Network.W2, false, 100),
            new Workload(Network.W2, false, 10_000),
            new Workload(Network.W1, true, 100),
            new Workload(Network.W2, true, 100));

    @Override
    public String toString() {
        return network + (training ? " training, batch " : " batch ") + batch;
    }
}
