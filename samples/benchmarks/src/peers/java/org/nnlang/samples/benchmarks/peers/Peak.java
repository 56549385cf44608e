package org.nnlang.samples.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.nnlang.samples.benchmarks.FmaPeak;

/**
 * What the machine can do at this moment: fused multiply-adds in registers, on one thread and on all.
 *
 * <p>On virtual machines two processors may be one core's two threads for a while, and then all together do no more than one.
 */
final class Peak implements AutoCloseable {
    /** Some ten milliseconds. */
    private static final int ROUNDS = 8_000_000;

    private static final int TRIES = 5;

    /** What each of all threads does at least of what one does alone, where nobody disturbs. */
    private static final double LEAST_OF_EACH = 0.75;

    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService executor = Executors.newFixedThreadPool(threads);

    /** Gigaflops per second of one thread. */
    double ofOneThread() {
        return most(1);
    }

    /** Gigaflops per second of as many threads as there are processors. */
    double ofAllThreads() {
        return most(threads);
    }

    /** The best of some tries: others take a processor away for milliseconds all the time. */
    private double most(int count) {
        return IntStream.range(0, TRIES)
                .mapToDouble(i -> gigaflops(count))
                .max()
                .orElseThrow();
    }

    /** Whether somebody else had a processor: all threads together do far less than so many times what one does. */
    boolean isDisturbed(double ofOneThread, double ofAllThreads) {
        return ofAllThreads < LEAST_OF_EACH * threads * ofOneThread;
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
