package org.nnlang.runtime.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Calls kernels until the just-in-time compiler has made fast code of them.
 *
 * <p>A daemon thread does so, on numbers of its own, once a program has calculated enough to be worth it. It ends when the
 * kernels are as fast as those that they are to replace; where that never happens, nothing is replaced.
 */
final class WarmUp {
    /** Work is noted in portions of so many multiply-adds, since the count is shared by all threads. */
    static final long WORTH_NOTING = 10_000_000;

    /** About a tenth of a second's work. */
    private static final long WORTH_BEGINNING = 3_000_000_000L;

    private static final int FAST_ROUNDS = 50;
    private static final long PATIENCE_NANOSECONDS = 60_000_000_000L;

    private final DivisibleKernels start;
    private final DivisibleKernels fast;
    private final Consumer<Thread> starter;
    private final AtomicLong work = new AtomicLong();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean done;

    WarmUp(DivisibleKernels start, DivisibleKernels fast) {
        this(start, fast, Thread::start);
    }

    /**
     * Not begun yet.
     *
     * @param starter starts the thread
     */
    WarmUp(DivisibleKernels start, DivisibleKernels fast, Consumer<Thread> starter) {
        this.start = start;
        this.fast = fast;
        this.starter = starter;
    }

    /** Whether it was worth beginning. */
    boolean hasBegun() {
        return begun.get();
    }

    /** Whether the kernels are fast by now. */
    boolean isDone() {
        return done;
    }

    /** Notes work, and begins where it adds up. */
    void note(long multiplyAdds) {
        if (work.addAndGet(multiplyAdds) > WORTH_BEGINNING) {
            begin();
        }
    }

    /** Begins now, if nobody did. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            try {
                starter.accept(BackgroundThread.of("nn-warm-up", this::run));
            } catch (OutOfMemoryError e) {
                BackgroundThread.warnOfNone("the faster kernels are never warmed up, and predictions go on without", e);
            }
        }
    }

    private void run() {
        long end = System.nanoTime() + PATIENCE_NANOSECONDS;
        WarmUpRound slow = new WarmUpRound(start);
        WarmUpRound faster = new WarmUpRound(fast);
        for (int rounds = 0; rounds < FAST_ROUNDS; rounds++) {
            slow.run();
        }
        int fastRounds = 0;
        while (fastRounds < FAST_ROUNDS && System.nanoTime() < end) {
            long before = System.nanoTime();
            faster.run();
            long between = System.nanoTime();
            slow.run();
            fastRounds = between - before < System.nanoTime() - between ? fastRounds + 1 : 0;
        }
        done = fastRounds == FAST_ROUNDS;
    }
}
