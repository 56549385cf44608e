package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The caller waits in its first part until a helper has thrown in its own. */
    @Test
    void whatAHelpersPartThrowsReachesTheCaller() {
        for (int call = 0; call < 50; call++) {
            CountDownLatch thrown = new CountDownLatch(1);
            // One of its own, since callers that had to wait work alone for a while.
            WorkerPool pool = new WorkerPool();
            assertThatThrownBy(() -> pool.run(
                            (part, thread) -> {
                                if (thread == 0) {
                                    await(thrown);
                                } else {
                                    thrown.countDown();
                                    throw new IllegalStateException("helper");
                                }
                            },
                            6,
                            2))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("helper");
        }
    }

    /** As Maven does with the threads of a program that it has run. */
    @Test
    void anInterruptedWorkerRestsAllTheSame() throws InterruptedException {
        List<Thread> workers = new ArrayList<>();
        WorkerPool pool = new WorkerPool(thread -> {
            workers.add(thread);
            thread.start();
        });
        pool.run((part, thread) -> {}, 8, 2);
        Thread worker = workers.get(0);
        worker.interrupt();
        while (worker.isInterrupted() || worker.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        AtomicIntegerArray calculated = new AtomicIntegerArray(4);
        pool.run((part, thread) -> calculated.incrementAndGet(part), 4, 2);
        assertThat(IntStream.range(0, 4).map(calculated::get)).containsOnly(1);
    }

    @Test
    void workersBelongToNoGroupThatSomebodyWaitsFor() throws InterruptedException {
        List<Thread> workers = new ArrayList<>();
        ThreadGroup group = new ThreadGroup("a program's");
        Thread caller = new Thread(group, () -> new WorkerPool(workers::add).run((part, thread) -> {}, 8, 3));
        caller.start();
        caller.join();

        assertThat(workers).hasSize(2);
        assertThat(workers).allMatch(thread -> !group.parentOf(thread.getThreadGroup()));
        assertThat(workers).allMatch(thread -> thread.getContextClassLoader() == null);
    }

    /** How many threads there are. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void thoseThatThereAreHelpWhereTheSystemStartsNoMore(int threads) {
        AtomicInteger tries = new AtomicInteger();
        WorkerPool pool = new WorkerPool(thread -> {
            if (tries.incrementAndGet() > threads) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            thread.start();
        });
        for (int call = 1; call <= 20; call++) {
            AtomicIntegerArray calculated = new AtomicIntegerArray(12);
            AtomicInteger last = new AtomicInteger();
            pool.run(
                    (part, thread) -> {
                        calculated.incrementAndGet(part);
                        last.accumulateAndGet(thread, Math::max);
                    },
                    12,
                    4);
            assertThat(IntStream.range(0, 12).map(calculated::get)).containsOnly(1);
            assertThat(last.get()).isLessThanOrEqualTo(threads);
        }
        assertThat(tries).hasValue(threads + 1);
    }

    @Test
    void letsGoOfWhatItCalculated() throws InterruptedException {
        WorkerPool pool = new WorkerPool();
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        Reference<Object> work = work(pool, collected);
        Reference<?> found = null;
        for (int i = 0; i < 100 && found == null; i++) {
            System.gc();
            found = collected.remove(100);
        }
        assertThat(found).isSameAs(work);
    }

    private static Reference<Object> work(WorkerPool pool, ReferenceQueue<Object> collected) {
        AtomicInteger calculated = new AtomicInteger();
        pool.run((part, thread) -> calculated.incrementAndGet(), 8, 2);
        return new WeakReference<>(calculated, collected);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
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
