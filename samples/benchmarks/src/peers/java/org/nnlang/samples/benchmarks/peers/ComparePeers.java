package org.nnlang.samples.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Measures all contenders on W1 and W2 in turns, after it has checked that they agree, and writes the tables.
 *
 * <p>In each round everyone is measured once, so that a disturbance meets all of them.
 */
final class ComparePeers {
    /** Libraries' threads spin for a while after a call; the next contender shall not pay for that. */
    private static final long PAUSE_MILLISECONDS = 300;

    /** The measurements that a contender is given before, for compilers and caches to settle. */
    private static final int WARM_UP = 6;

    private final Path folder;
    private final int rounds;
    private final double seconds;
    private final Results results = new Results();

    private ComparePeers(Path folder, int rounds, double seconds) {
        this.folder = folder;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /** Takes the folder for what it writes, the rounds, the seconds of a measurement and, if not all, the names of contenders. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<Entry> entries = arguments.length > 3
                ? Arrays.stream(arguments).skip(3).map(Entry::valueOf).toList()
                : List.of(Entry.values());
        new ComparePeers(folder, Integer.parseInt(arguments[1]), Double.parseDouble(arguments[2])).compare(entries);
    }

    @SuppressWarnings("SystemOut")
    private void compare(List<Entry> entries) throws IOException, InterruptedException {
        List<WorkerProcess> workers = new ArrayList<>();
        try {
            for (Entry entry : entries) {
                WorkerProcess worker = new WorkerProcess(entry, folder);
                workers.add(worker);
                results.version(entry, worker.version());
            }
            try (Peak peak = new Peak()) {
                for (Workload workload : Workload.ALL) {
                    measure(workload, workers, peak);
                }
            }
        } finally {
            for (WorkerProcess worker : workers) {
                worker.close();
            }
        }
        String report = results.markdown();
        System.out.print(report);
        Files.writeString(folder.resolve("peers.md"), report);
    }

    private void measure(Workload workload, List<WorkerProcess> workers, Peak peak)
            throws IOException, InterruptedException {
        List<WorkerProcess> able = new ArrayList<>();
        float[] expected = {};
        for (WorkerProcess worker : workers) {
            if (!worker.prepare(workload)) {
                continue;
            }
            float[] actual = Agreement.numbers(worker, workload);
            expected = able.isEmpty() ? actual : expected;
            Agreement.require(worker.entry().title(), workload, expected, actual);
            able.add(worker);
            worker.measure(WARM_UP * seconds);
        }
        for (int round = 0; round < rounds; round++) {
            results.peaks(workload, peak.ofOneThread(), peak.ofAllThreads());
            // Each round begins with another one: a processor is slower for a while after hard work.
            Collections.rotate(able, 1);
            for (WorkerProcess worker : able) {
                Thread.sleep(PAUSE_MILLISECONDS);
                // The first calls after a pause find cold caches.
                worker.measure(seconds / 10);
                results.add(workload, worker.entry(), worker.measure(seconds));
            }
        }
    }
}
