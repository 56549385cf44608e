package org.nnlang.runtime.kernel;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

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
    private final IntSupplier unit;
    private final long work;
    private final Parts shared = this::calculate;
    private Block[] ofThreads;
    private int setThreads;
    private int stepThreads;
    private int fewExamples;
    private int fewThreads;
    private final EvenParts ranges = new EvenParts();

    /**
     * Makes the buffers of the calling thread; those of others are made at the first call that needs them.
     *
     * @param make makes the buffers of a thread, for so many examples
     * @param capacity the most examples of a call
     * @param size the most examples of a block; best a multiple of the next
     * @param unit ranges of examples are best multiples of it; asked for when examples are cut, since kernels may change
     * @param work about as many multiply-adds as an example takes
     */
    public RowBlocks(IntFunction<? extends Block> make, int capacity, int size, IntSupplier unit, long work) {
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

    /**
     * Lets threads share each step where examples are few, and not the examples.
     *
     * <p>A thread that calculates some units of all examples reads the weights of these units only, and they stay in its caches until it
     * changes them. Where it calculates all units of some examples, every thread has read all weights, and who changes one has
     * to take it from all the others.
     *
     * @param kernels who calculates the layers: nothing changes where they do not {@linkplain Kernels#dividesUnits divide units}
     * @param examples the most of a call; the buffers of the calling thread are long enough for them
     * @param threads the most of a call
     */
    public void shareSteps(Kernels kernels, int examples, int threads) {
        if (kernels.dividesUnits()) {
            fewExamples = examples;
            fewThreads = threads;
        }
    }

    /** Calculates the examples of a call. */
    public void calculate(int count) {
        int threads = setThreads == 0 ? Threads.count() : setThreads;
        if (threads > 1 && threads <= fewThreads && count <= fewExamples) {
            calculateAtOnce(count);
            return;
        }
        boolean isWorthSharing = threads > 1 && count * work >= threads * EvenParts.WORTH;
        int parts = isWorthSharing ? cut(count, threads) : 1;
        if (parts == 1) {
            stepsUse(threads);
            calculate(ofThreads[0], 0, count);
            return;
        }
        prepare(threads);
        stepsUse(1);
        Threads.share(shared, parts, threads);
    }

    /** Cuts examples into parts, and says how many: 1 where there is not one for each thread. */
    private int cut(int count, int threads) {
        int multiple = unit.getAsInt();
        int units = EvenParts.units(count, multiple);
        if (units < threads) {
            return 1;
        }
        int blocks = EvenParts.units(units, Math.max(1, size / multiple));
        // As few as threads can share evenly: every part reads the weights of all layers.
        long even = (long) threads * EvenParts.units(blocks, threads);
        long wanted = Math.max(blocks, Math.min(Math.min(units, count * work / EvenParts.WORTH), even));
        return ranges.cut(count, multiple, (int) Math.min(Threads.MOST_PARTS, wanted));
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
            Block[] more = Arrays.copyOf(ofThreads, threads);
            for (int i = known; i < threads; i++) {
                more[i] = make.apply(size);
                more[i].useThreads(1);
            }
            // Last: where there was no memory for one of them, the next call tries again.
            ofThreads = more;
        }
    }
}
