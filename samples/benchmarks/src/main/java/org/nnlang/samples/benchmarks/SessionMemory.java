package org.nnlang.samples.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;

/** The memory of sessions that have calculated, by what the heap holds with 10,000 of them and without. */
final class SessionMemory {
    private static final int SESSIONS = 10_000;
    private static final int COLLECTIONS = 3;

    private SessionMemory() {}

    /** A table with a line a network and capacity. */
    static String table() {
        StringBuilder table = new StringBuilder("| 10,000 sessions | bytes a session | KB an example |\n| --- | --- | --- |\n");
        for (Network network : List.of(Network.W1, Network.W2)) {
            for (int capacity : new int[] {1, 10}) {
                long bytes = bytesOfSession(network.create(), capacity);
                table.append(String.format(
                        Locale.ROOT,
                        "| %s, capacity %d | %,d | %.1f |%n",
                        network,
                        capacity,
                        bytes,
                        bytes / 1000.0 / capacity));
            }
        }
        return table.append('\n').toString();
    }

    private static long bytesOfSession(Model model, int capacity) {
        float[][] inputs = {Inputs.of(model, capacity)};
        float[][] outputs = {new float[model.outputs().get(0).shape().elements() * capacity]};
        List<ModelSession> sessions = new ArrayList<>(SESSIONS);
        long before = used();
        for (int i = 0; i < SESSIONS; i++) {
            ModelSession session = model.newSession(capacity);
            session.useThreads(1);
            session.run(inputs, capacity, outputs);
            sessions.add(session);
        }
        long bytes = used() - before;
        // Still reachable here, so that no session was collected before.
        return bytes / sessions.size();
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
