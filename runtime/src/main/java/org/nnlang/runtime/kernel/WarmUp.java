package org.nnlang.runtime.kernel;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.nnlang.runtime.kernel.CalledSizes.Size;

/**
 * Calls kernels until the just-in-time compiler has made fast code of them.
 *
 * <p>A daemon thread does so, on numbers of its own, once a program has calculated enough to be worth it: first layers of the sizes
 * that the program calls, then functions of elements, and each kind replaces the one that started when it is faster. Then all other
 * loops, for what the program may call next. Where the kernels never become faster, nothing is replaced.
 */
final class WarmUp {
    /** Work is noted in portions of so many multiply-adds, since the count is shared by all threads. */
    static final long WORTH_NOTING = 10_000_000;

    /** About a tenth of a second's work. */
    private static final long WORTH_BEGINNING = 3_000_000_000L;

    /** How many more rounds are faster than are not, in the end; some are not wherever others use the processor. */
    private static final int LEAD = 50;

    /**
     * How many times as long as it works the thread rests, once the layers that are called are fast: it fills the caches with short-lived
     * vectors, and where there are few processors the program waits for it and for the compiler.
     */
    private static final int REST = 2;

    private static final long PATIENCE_NANOSECONDS = 60_000_000_000L;

    private final DivisibleKernels start;
    private final DivisibleKernels fast;
    private final Consumer<Thread> starter;
    private final CalledSizes called = new CalledSizes();
    private final AtomicLong work = new AtomicLong();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean trains;
    private volatile boolean layersAreFast;
    private volatile boolean functionsAreFast;

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

    /** Whether the kernels' layers are fast by now. */
    boolean areLayersFast() {
        return layersAreFast;
    }

    /** Whether the kernels' functions of elements are fast by now. */
    boolean areFunctionsFast() {
        return functionsAreFast;
    }

    /** Notes a call of a layer by the kernels that start at once. */
    void noteCall(int rows, int inputs, int units) {
        called.add(rows, inputs, units);
    }

    /** Notes work, and begins where it adds up. */
    void note(long multiplyAdds) {
        if (work.addAndGet(multiplyAdds) > WORTH_BEGINNING) {
            begin();
        }
    }

    /** Begins now, if nobody did, and warms up what training calls too. */
    void beginTraining() {
        trains = true;
        begin();
    }

    private void begin() {
        if (begun.compareAndSet(false, true)) {
            try {
                starter.accept(BackgroundThread.of("nn-warm-up", this::run));
            } catch (OutOfMemoryError e) {
                BackgroundThread.warnOfNone("the faster kernels are never warmed up, and predictions go on without", e);
            }
        }
    }

    private void run() {
        List<Size> sizes = called.known();
        if (!sizes.isEmpty()
                && becomesFaster(round -> round.runLayers(sizes, trains || called.haveLarge(), trains), 0)) {
            layersAreFast = true;
        }
        if (becomesFaster(round -> round.runFunctions(trains), REST)) {
            functionsAreFast = true;
        }
        if (becomesFaster(round -> round.runLayers(WarmUpRound.SIZES, true, trains), REST)) {
            layersAreFast = true;
        }
    }

    /**
     * Does something with both kernels by turns until the faster ones are ahead, or patience ends.
     *
     * @param rest how many times as long as both take the thread rests then
     */
    private boolean becomesFaster(Consumer<WarmUpRound> something, int rest) {
        long end = System.nanoTime() + PATIENCE_NANOSECONDS;
        WarmUpRound slow = new WarmUpRound(start);
        WarmUpRound faster = new WarmUpRound(fast);
        for (int rounds = 0; rounds < LEAD; rounds++) {
            something.accept(slow);
        }
        int lead = 0;
        while (lead < LEAD && System.nanoTime() < end) {
            long before = System.nanoTime();
            something.accept(faster);
            long between = System.nanoTime();
            something.accept(slow);
            long after = System.nanoTime();
            lead = between - before < after - between ? lead + 1 : Math.max(0, lead - 1);
            LockSupport.parkNanos(rest * (after - before));
        }
        return lead == LEAD;
    }
}
