package org.nnlang.runtime.kernel;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A few daemon threads that help whoever has work to share.
 *
 * <p>Helping must cost less than a microsecond, which is what a small layer takes. So a worker that has nothing to do looks
 * for work for some microseconds before it parks, and a call allocates nothing. Parts are taken one by one, by the caller,
 * too: a worker that comes late, since the machine is busy, finds nothing left and holds nobody up. The caller takes the first
 * ones, and helpers the last: so each finds in its caches what it wrote in the calls before. One caller is helped
 * at a time; the others, meanwhile, work alone, which is no loss where there are more callers than processors. So does
 * everybody for a while on a machine so busy that {@linkplain LateHelpers helpers are late}.
 */
final class WorkerPool {
    static final WorkerPool SHARED = new WorkerPool();

    /** How often an idle worker looks for work before it parks: some ten microseconds. */
    private static final int LOOKS = 2_000;

    /** How often a caller looks whether all is done before it lets other threads of the machine run between looks. */
    private static final int PATIENCE = 20_000;

    /** The time between such looks, in nanoseconds. */
    private static final long PAUSE = 10_000;

    private static final Parts NOTHING = (part, thread) -> {};

    private static final int PART_BITS = 16;
    private static final long PART_MASK = (1 << PART_BITS) - 1;

    private final AtomicBoolean taken = new AtomicBoolean();

    /** From the highest bits: which call, the first part that nobody took, and the one after the last of them. */
    private final AtomicLong ticket = new AtomicLong();

    private final AtomicInteger unfinished = new AtomicInteger();
    private final LateHelpers late = new LateHelpers(System::nanoTime);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile Parts parts = NOTHING;
    private volatile int helpers;
    private final Consumer<Thread> start;
    private volatile Worker[] workers = {};

    /** How many there can be; fewer where the system gives no more threads. */
    private int mostWorkers = Threads.MOST;

    WorkerPool() {
        this(Thread::start);
    }

    /**
     * No worker yet.
     *
     * @param start starts the thread of one
     */
    WorkerPool(Consumer<Thread> start) {
        this.start = start;
    }

    /**
     * Calculates all parts, and returns when all are done.
     *
     * @param work must see no difference between orders, nor between threads
     * @param count how many parts, at most 32,767
     * @param threads the most that take part, with the caller
     */
    void run(Parts work, int count, int threads) {
        if (count < 2 || threads < 2 || late.areExpected() || !take()) {
            for (int part = 0; part < count; part++) {
                work.calculate(part, 0);
            }
            return;
        }
        try {
            share(work, count, Math.min(threads, count) - 1);
        } finally {
            // Or the session of the last call would stay in memory.
            parts = NOTHING;
            taken.set(false);
        }
    }

    // Looked at before it is tried: a try takes the flag's cache line away from the caller that is helped.
    private boolean take() {
        return !taken.get() && taken.compareAndSet(false, true);
    }

    private void share(Parts work, int count, int wanted) {
        hire(wanted);
        int asked = Math.min(wanted, workers.length);
        helpers = asked;
        parts = work;
        unfinished.set(count);
        long call = (ticket.get() >>> (2 * PART_BITS)) + 1;
        ticket.set(call << (2 * PART_BITS) | count);
        for (int i = 0; i < asked; i++) {
            workers[i].wake();
        }
        long begin = System.nanoTime();
        int own = 0;
        while (calculateNext(0)) {
            own++;
        }
        long end = System.nanoTime();
        awaitOthers();
        late.note((end - begin) / Math.max(1, own) * (count - own), System.nanoTime() - end);
        if (failure.get() != null) {
            fail();
        }
    }

    private void awaitOthers() {
        int looks = 0;
        while (unfinished.get() > 0) {
            if (looks < PATIENCE) {
                looks++;
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private void hire(int count) {
        while (workers.length < Math.min(count, mostWorkers)) {
            int known = workers.length;
            Worker[] more = Arrays.copyOf(workers, known + 1);
            Worker next = new Worker(known);
            more[known] = next;
            try {
                start.accept(next.thread);
                workers = more;
            } catch (OutOfMemoryError e) {
                mostWorkers = known;
                BackgroundThread.warnOfNone("from now on " + known + " help with calculations", e);
            }
        }
    }

    private void fail() {
        Throwable thrown = failure.getAndSet(null);
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(thrown);
    }

    /** Whether there was a part left to take for a thread: 0 is the caller, the others are workers. */
    private boolean calculateNext(int thread) {
        long current = ticket.get();
        // The helpers are those of the ticket's call: asked for before it, and the ticket is another one when they
        // change.
        while (hasNext(current) && thread <= helpers) {
            boolean isCaller = thread == 0;
            if (ticket.compareAndSet(current, isCaller ? current + (1L << PART_BITS) : current - 1)) {
                calculate(isCaller ? first(current) : end(current) - 1, thread);
                return true;
            }
            current = ticket.get();
        }
        return false;
    }

    private static boolean hasNext(long ticket) {
        return first(ticket) < end(ticket);
    }

    private static int first(long ticket) {
        return (int) (ticket >>> PART_BITS & PART_MASK);
    }

    private static int end(long ticket) {
        return (int) (ticket & PART_MASK);
    }

    /** While this part is not done the call goes on, and so {@link #parts} is its own. */
    private void calculate(int part, int thread) {
        try {
            parts.calculate(part, thread);
        } catch (RuntimeException | Error e) {
            // Thrown again to the caller, once all parts are done.
            failure.compareAndSet(null, e);
        } finally {
            unfinished.decrementAndGet();
        }
    }

    /** What a helping thread does. */
    private final class Worker implements Runnable {
        private final int number;
        private final Thread thread;
        private volatile boolean parked;

        Worker(int number) {
            this.number = number;
            this.thread = BackgroundThread.of("nn-worker-" + (number + 1), this);
        }

        void wake() {
            if (parked) {
                LockSupport.unpark(thread);
            }
        }

        @Override
        public void run() {
            int looks = 0;
            while (true) {
                if (calculateNext(number + 1)) {
                    looks = 0;
                } else if (looks < LOOKS) {
                    looks++;
                    Thread.onSpinWait();
                } else {
                    rest();
                    looks = 0;
                }
            }
        }

        private void rest() {
            parked = true;
            // Looked at again after the flag is up: a caller that came in between saw no reason to wake this one.
            if (number >= helpers || !hasNext(ticket.get())) {
                LockSupport.park(this);
                // It has no meaning here, and while it stands parking ends at once.
                Thread.interrupted();
            }
            parked = false;
        }
    }
}
