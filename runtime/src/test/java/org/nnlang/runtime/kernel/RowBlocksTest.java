package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowBlocksTest {
    private static final long HEAVY = 1_000_000;
    private static final int MOST = 100_000;

    private final AtomicIntegerArray calculated = new AtomicIntegerArray(MOST);
    private final AtomicInteger mostSteps = new AtomicInteger();
    private final List<Buffers> made = new ArrayList<>();

    /** Buffers that only count. */
    private final class Buffers implements RowBlocks.Block {
        private final int capacity;
        private int calls;
        private int stepThreads;
        private boolean busy;

        Buffers(int capacity) {
            this.capacity = capacity;
            made.add(this);
        }

        @Override
        public void calculate(int first, int count) {
            if (busy || count > capacity) {
                throw new IllegalStateException("busy: " + busy + ", " + count + " of " + capacity);
            }
            busy = true;
            for (int example = first; example < first + count; example++) {
                calculated.incrementAndGet(example);
            }
            calls++;
            mostSteps.accumulateAndGet(stepThreads, Math::max);
            busy = false;
        }

        @Override
        public void useThreads(int count) {
            stepThreads = count;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 5, 2",
        "1, 10, 5, 2",
        "7, 10, 5, 2",
        "10, 10, 5, 2",
        "11, 10, 5, 3",
        "64, 10, 5, 3",
        "1001, 120, 4, 8",
        "9, 1, 5, 2",
        "29, 3, 4, 4",
        "99999, 2, 1, 2"
    })
    void calculatesEachExampleOnceInBlocks(int count, int size, int unit, int threads) {
        RowBlocks blocks = new RowBlocks(Buffers::new, MOST, size, () -> unit, HEAVY);
        blocks.useThreads(threads);
        for (int call = 1; call <= 20; call++) {
            blocks.calculate(count);
            for (int example = 0; example < count; example++) {
                assertThat(calculated.get(example)).isEqualTo(call);
            }
        }
        assertThat(calculated.get(count)).isZero();
        assertThat(made).hasSizeBetween(1, threads).allMatch(buffers -> buffers.capacity == size);
    }

    @Test
    void fewExamplesStayTogetherAndTheirStepsAreShared() {
        RowBlocks blocks = new RowBlocks(Buffers::new, 100, 60, () -> 5, HEAVY);
        blocks.useThreads(4);
        blocks.calculate(15);
        assertThat(made).hasSize(1);
        assertThat(made.get(0).calls).isEqualTo(1);
        assertThat(mostSteps).hasValue(4);
    }

    @Test
    void littleWorkStaysTogether() {
        RowBlocks blocks = new RowBlocks(Buffers::new, 100, 60, () -> 5, 100);
        blocks.useThreads(2);
        blocks.calculate(100);
        assertThat(made).hasSize(1);
        assertThat(made.get(0).calls).isEqualTo(2);
    }

    @Test
    void stepsAreNotSharedWhereExamplesAre() {
        RowBlocks blocks = new RowBlocks(Buffers::new, 100, 60, () -> 5, HEAVY);
        blocks.useThreads(2);
        blocks.calculate(100);
        assertThat(made).hasSize(2);
        assertThat(mostSteps).hasValue(1);
    }

    /** Kernels, examples, threads, and how many threads share a step. */
    @ParameterizedTest
    @CsvSource({"vector, 80, 2, 2", "vector, 80, 3, 3", "vector, 81, 2, 1", "vector, 80, 4, 1", "plain, 80, 2, 1"})
    void stepsOfFewExamplesAreShared(String kernels, int count, int threads, int expected) {
        RowBlocks blocks = new RowBlocks(examples -> new Buffers(MOST), 100, 60, () -> 5, HEAVY);
        blocks.shareSteps(KernelChoice.named(kernels), 80, 3);
        blocks.useThreads(threads);
        blocks.calculate(count);
        assertThat(mostSteps).hasValue(expected);
        assertThat(calculated.get(count - 1)).isEqualTo(1);
    }

    /** Examples, threads, and how many parts they make of blocks of 60. */
    @ParameterizedTest
    @CsvSource({"60, 2, 2", "100, 2, 2", "100, 3, 3", "160, 2, 4", "230, 2, 4", "230, 3, 6", "599, 2, 10"})
    void everyThreadHasAsManyPartsAsTheOthers(int count, int threads, int parts) {
        RowBlocks blocks = new RowBlocks(Buffers::new, 600, 60, () -> 5, HEAVY);
        blocks.useThreads(threads);
        blocks.calculate(count);
        assertThat(made.stream().mapToInt(buffers -> buffers.calls).sum()).isEqualTo(parts);
    }

    @Test
    void whereThereWasNoMemoryTheNextCallTriesAgain() {
        RowBlocks blocks = new RowBlocks(
                capacity -> {
                    if (made.size() == 1) {
                        made.add(new Buffers(0));
                        throw new OutOfMemoryError("no buffers");
                    }
                    return new Buffers(capacity);
                },
                100,
                60,
                () -> 5,
                HEAVY);
        blocks.useThreads(2);
        assertThatThrownBy(() -> blocks.calculate(100)).isInstanceOf(OutOfMemoryError.class);
        blocks.calculate(100);
        assertThat(calculated.get(99)).isEqualTo(1);
    }

    @Test
    void buffersAreNoLongerThanACall() {
        assertThat(new RowBlocks(Buffers::new, 3, 60, () -> 5, HEAVY)).isNotNull();
        assertThat(made.get(0).capacity).isEqualTo(3);
    }

    @Test
    void theNumberOfThreadsIsChecked() {
        RowBlocks blocks = new RowBlocks(Buffers::new, 3, 60, () -> 5, HEAVY);
        assertThatThrownBy(() -> blocks.useThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 1 to");
    }
}
