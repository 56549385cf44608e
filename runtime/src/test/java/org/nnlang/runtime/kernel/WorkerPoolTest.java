package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class WorkerPoolTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 4", "2, 2", "7, 1", "7, 2", "64, 3", "1000, 8"})
    void calculatesEveryPartOnce(int parts, int threads) {
        WorkerPool pool = new WorkerPool();
        AtomicIntegerArray calculated = new AtomicIntegerArray(parts);
        for (int call = 1; call <= 200; call++) {
            pool.run((part, thread) -> calculated.incrementAndGet(part), parts, threads);
            for (int part = 0; part < parts; part++) {
                assertThat(calculated.get(part)).isEqualTo(call);
            }
        }
    }

    @Test
    void manyCallersAreAllServed() throws ExecutionException, InterruptedException {
        WorkerPool pool = new WorkerPool();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<Integer>> sums = new ArrayList<>();
        for (int caller = 0; caller < 8; caller++) {
            sums.add(callers.submit(() -> {
                int sum = 0;
                for (int call = 0; call < 500; call++) {
                    AtomicIntegerArray calculated = new AtomicIntegerArray(10);
                    pool.run((part, thread) -> calculated.addAndGet(part, part), 10, 3);
                    sum += IntStream.range(0, 10).map(calculated::get).sum();
                }
                return sum;
            }));
        }
        callers.shutdown();

        for (Future<Integer> sum : sums) {
            assertThat(sum.get()).isEqualTo(500 * 45);
        }
    }

    @Test
    void noTwoThreadsOfACallHaveTheSameNumber() {
        WorkerPool pool = new WorkerPool();
        AtomicIntegerArray inside = new AtomicIntegerArray(8);
        for (int call = 0; call < 3000; call++) {
            int threads = 2 + call % 7;
            pool.run(
                    (part, thread) -> {
                        if (thread >= threads || inside.incrementAndGet(thread) != 1) {
                            throw new IllegalStateException("part " + part + ", thread " + thread + " of " + threads);
                        }
                        Thread.onSpinWait();
                        inside.decrementAndGet(thread);
                    },
                    20,
                    threads);
        }
    }

    @Test
    void theCallerTakesTheFirstPartsAndHelpersTheLast() {
        WorkerPool pool = new WorkerPool();
        for (int call = 0; call < 500; call++) {
            AtomicIntegerArray threads = new AtomicIntegerArray(12);
            pool.run((part, thread) -> threads.set(part, thread), 12, 3);
            int[] isHelper = IntStream.range(0, 12)
                    .map(part -> Math.min(1, threads.get(part)))
                    .toArray();
            assertThat(isHelper).isSorted();
        }
    }

    @Test
    void whatAPartThrowsReachesTheCallerAndTheNextCallWorks() {
        WorkerPool pool = new WorkerPool();
        for (int call = 0; call < 50; call++) {
            assertThatThrownBy(() -> pool.run(
                            (part, thread) -> {
                                throw new IllegalStateException("part");
                            },
                            6,
                            3))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("part");
            AtomicIntegerArray calculated = new AtomicIntegerArray(6);
            pool.run((part, thread) -> calculated.incrementAndGet(part), 6, 3);
            assertThat(IntStream.range(0, 6).map(calculated::get)).containsOnly(1);
        }
    }

    @Test
    void workersThatRestedComeBack() throws InterruptedException {
        WorkerPool pool = new WorkerPool();
        for (int call = 0; call < 5; call++) {
            AtomicIntegerArray calculated = new AtomicIntegerArray(4);
            pool.run((part, thread) -> calculated.incrementAndGet(part), 4, 2);
            assertThat(IntStream.range(0, 4).map(calculated::get)).containsOnly(1);
            Thread.sleep(20);
        }
    }

    @Test
    void workersDoNotKeepAProgramAlive() {
        new WorkerPool().run((part, thread) -> {}, 8, 3);

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("nn-worker-"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }
}
