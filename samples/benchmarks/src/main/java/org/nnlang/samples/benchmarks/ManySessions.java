package org.nnlang.samples.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;
import org.nnlang.runtime.kernel.Kernels;

/**
 * Up to 10,000 threads that predict with one model, each by a session of its own: whether they get in each other's way, and how
 * much memory their sessions take.
 *
 * <p>The calls are as many for each number of threads, and the rate is the best of some rounds, beside that of one thread a
 * processor. How often a thread had to wait for a lock is counted by the virtual machine. Every thread's last outputs are
 * compared with those of one thread, bit by bit. Prints Markdown.
 */
public final class ManySessions {
    private static final int[] THREADS = {1, 2, 10, 100, 1_000, 10_000};
    private static final int MOST_THREADS = 10_000;
    private static final int ROUNDS = 3;
    private static final double SECONDS = 1;
    private static final long WARM_UP_NANOSECONDS = 5_000_000_000L;

    private final Model model;
    private final int batch;
    private final float[] input;
    private final float[] expected;
    private long blocked;

    private ManySessions(Network network, int batch) {
        this.model = network.create();
        this.batch = batch;
        this.input = Inputs.of(model, batch);
        this.expected = new Prediction(model, batch, 1).run().clone();
    }

    /**
     * Measures and reports.
     *
     * @param arguments the folder for what it writes
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        ManagementFactory.getThreadMXBean().setThreadContentionMonitoringEnabled(true);
        StringBuilder report = new StringBuilder(Machine.describe())
                .append("\nKernels: ")
                .append(Kernels.best().name())
                .append("\n\n");
        report.append(SessionMemory.table());
        report.append(new ManySessions(Network.W1, 1).rates("W1 batch 1"));
        report.append(new ManySessions(Network.W1, 100).rates("W1 batch 100"));
        report.append(new ManySessions(Network.W2, 4).rates("W2 batch 4"));
        System.out.print(report);
        Files.writeString(folder.resolve("many-sessions.md"), report.toString());
    }

    private String rates(String what) throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        int calls = warmUp();
        double[] best = new double[THREADS.length];
        long[] waits = new long[THREADS.length];
        double oneAProcessor = 0;
        for (int round = 0; round < ROUNDS; round++) {
            oneAProcessor = Math.max(oneAProcessor, rate(processors, calls));
            for (int i = 0; i < THREADS.length; i++) {
                blocked = 0;
                best[i] = Math.max(best[i], rate(THREADS[i], calls));
                waits[i] += blocked;
            }
        }
        StringBuilder table = new StringBuilder("| threads, " + what
                + " | calls a second | of one thread a processor | waits for locks |\n| --- | --- | --- | --- |\n");
        for (int i = 0; i < THREADS.length; i++) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %,d | %,.0f | %.2f | %d |%n",
                    THREADS[i],
                    best[i],
                    best[i] / oneAProcessor,
                    waits[i]));
        }
        return table.append('\n').toString();
    }

    /** Returns how many calls take about the time of a measurement. */
    private int warmUp() throws InterruptedException {
        int calls = MOST_THREADS;
        long end = System.nanoTime() + WARM_UP_NANOSECONDS;
        double rate;
        do {
            rate = rate(Runtime.getRuntime().availableProcessors(), calls / 10);
        } while (System.nanoTime() < end);
        return (int) Math.max(calls, rate * SECONDS) / calls * calls;
    }

    /** Calls a second of so many threads together. */
    private double rate(int count, int calls) throws InterruptedException {
        AtomicLong begin = new AtomicLong();
        CyclicBarrier start = new CyclicBarrier(count, () -> begin.set(System.nanoTime()));
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Caller caller = new Caller(calls / count, start);
            callers.add(caller);
            caller.start();
        }
        long end = Long.MIN_VALUE;
        for (Caller caller : callers) {
            caller.join();
            end = Math.max(end, caller.end - begin.get());
        }
        for (Caller caller : callers) {
            blocked += caller.blocked;
            if (!Arrays.equals(caller.output, expected)) {
                throw new IllegalStateException(count + " threads do not predict as one does");
            }
        }
        return calls / count * count / (end / 1e9);
    }

    /** A thread with its session. */
    private final class Caller extends Thread {
        private final int calls;
        private final CyclicBarrier start;
        private final ModelSession session = model.newSession(batch);
        private final float[] output = new float[expected.length];
        private long end;
        private long blocked;

        Caller(int calls, CyclicBarrier start) {
            this.calls = calls;
            this.start = start;
        }

        @Override
        public void run() {
            float[][] inputs = {input};
            float[][] outputs = {output};
            try {
                start.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            long before = blockedCount();
            for (int i = 0; i < calls; i++) {
                session.run(inputs, batch, outputs);
            }
            end = System.nanoTime();
            blocked = blockedCount() - before;
        }

        private static long blockedCount() {
            return ManagementFactory.getThreadMXBean()
                    .getThreadInfo(Thread.currentThread().getId())
                    .getBlockedCount();
        }
    }
}
