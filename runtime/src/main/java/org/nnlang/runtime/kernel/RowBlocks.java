package org.nnlang.runtime.kernel;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The examples of a session's call, which go through all steps block by block, on several threads where there are enough.
 *
 * <p>So buffers are as long as a block, whatever the batch; a step finds in the cache what the one before wrote; and threads are handed
 * work once a call and not once a step. Few examples stay with the calling thread, whose kernels then share each large step.
 */
public final class RowBlocks {
    /** The buffers of one thread, and the steps. */
    public interface Block {
        /**
         * Calculates some examples.
         *
         * @param first the first one, of those of the call
         * @param count how many, at most what there are buffers for
         */
        void calculate(int first, int count);

        /** Sets the most threads of each step. */
        void useThreads(int count);
    }

    private final IntFunction<? extends Block> make;
    private final int size;
    private final int unit;
    private final long work;
    private final Parts shared = this::calculate;
    private Block[] ofThreads;
    private int setThreads;
    private int stepThreads;
    private final EvenParts ranges = new EvenParts();

    /**
     * Makes the buffers of the calling thread; those of others are made at the first call that needs them.
     *
     * @param make makes the buffers of a thread, for so many examples
     * @param capacity the most examples of a call
     * @param size the most examples of a block; best a multiple of the next
     * @param unit ranges of examples are best multiples of it
     * @param work about as many multiply-adds as an example takes
     */
    public RowBlocks(IntFunction<? extends Block> make, int capacity, int size, int unit, long work) {
        this.make = make;
        this.size = Math.min(capacity, size);
        this.unit = unit;
        this.work = Math.max(1, work);
        this.ofThreads = new Block[] {make.apply(this.size)};
    }

    /** Sets the most threads of a call, in the place of {@link Threads#count()}. */
    public void useThreads(int count) {
        setThreads = Threads.requireCount(count);
    }

    /** Calculates the examples of a call. */
    public void calculate(int count) {
        int threads = setThreads == 0 ? Threads.count() : setThreads;
        int units = EvenParts.units(count, unit);
        long worthy = Math.min(units, count * work / EvenParts.WORTH);
        if (threads == 1 || worthy < threads) {
            calculateAlone(count, threads);
            return;
        }
        int blocks = EvenParts.units(units, Math.max(1, size / unit));
        // As few as threads can share evenly: every part reads the weights of all layers.
        long wanted = Math.max(blocks, Math.min(worthy, (long) threads * EvenParts.units(blocks, threads)));
        int parts = ranges.cut(count, unit, (int) Math.min(Threads.MOST_PARTS, wanted));
        prepare(threads);
        stepsUse(1);
        Threads.share(shared, parts, threads);
    }

    /**
     * Calculates the examples of a call as one block, on the thread that calls: for somebody who looks at each step.
     *
     * @param count at most what there are buffers for
     */
    public void calculateAtOnce(int count) {
        stepsUse(setThreads == 0 ? Threads.count() : setThreads);
        ofThreads[0].calculate(0, count);
    }

    private void calculateAlone(int count, int threads) {
        stepsUse(threads);
        calculate(ofThreads[0], 0, count);
    }

    private void stepsUse(int threads) {
        if (threads != stepThreads) {
            ofThreads[0].useThreads(threads);
            stepThreads = threads;
        }
    }

    private void calculate(int part, int thread) {
        calculate(ofThreads[thread], ranges.begin(part), ranges.begin(part + 1));
    }

    private void calculate(Block block, int from, int to) {
        for (int first = from; first < to; first += size) {
            block.calculate(first, Math.min(size, to - first));
        }
    }

    private void prepare(int threads) {
        int known = ofThreads.length;
        if (known < threads) {
            ofThreads = Arrays.copyOf(ofThreads, threads);
            for (int i = known; i < threads; i++) {
                ofThreads[i] = make.apply(size);
                ofThreads[i].useThreads(1);
            }
        }
    }
}
