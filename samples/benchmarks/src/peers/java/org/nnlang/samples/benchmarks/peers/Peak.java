package org.nnlang.samples.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nnlang.samples.benchmarks.FmaPeak;

/**
 * What the machine can do at this moment: fused multiply-adds in registers, on one thread and on all.
 *
 * <p>On virtual machines two processors may be one core's two threads for a while, and then all together do no more than one.
 */
final class Peak implements AutoCloseable {
    /** Some ten milliseconds. */
    private static final int ROUNDS = 8_000_000;

    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService executor = Executors.newFixedThreadPool(threads);

    /** Gigaflops per second of one thread. */
    double ofOneThread() {
        return gigaflops(1);
    }

    /** Gigaflops per second of as many threads as there are processors. */
    double ofAllThreads() {
        return gigaflops(threads);
    }

    private double gigaflops(int count) {
        List<Future<Float>> results = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            results.add(executor.submit(() -> FmaPeak.run(ROUNDS)));
        }
        try {
            for (Future<Float> result : results) {
                if (result.get().isNaN()) {
                    throw new AssertionError("a bounded iteration left its bounds");
                }
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        double nanoseconds = System.nanoTime() - begin;
        return count * FmaPeak.operations(ROUNDS) / nanoseconds;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
