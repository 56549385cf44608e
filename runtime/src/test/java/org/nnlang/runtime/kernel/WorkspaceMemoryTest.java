package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scratch memory is as small as the calls: there may be thousands of sessions. */
class WorkspaceMemoryTest {
    private static final int INPUTS = 784;
    private static final int UNITS = 100;

    private static final RowFunction SIGMOID =
            (workspace, values, from, rows, width) -> workspace.functions().sigmoid(values, from, from + rows * width);

    @ParameterizedTest
    @CsvSource({
        "vector, 1, 2000",
        "plain, 1, 3000",
        "adaptive, 1, 4000",
        "simple, 1, 500",
        "vector, 20, 7000",
        "plain, 20, 30000",
        "vector, 10000, 35000",
        "plain, 10000, 160000"
    })
    void isAsSmallAsTheCalls(String name, int rows, int most) {
        Kernels kernels = KernelChoice.named(name);
        DenseWeights weights = kernels.denseWeights(UNITS, INPUTS);
        float[] x = new float[rows * INPUTS];
        float[] y = new float[rows * UNITS];
        long bytes = Long.MAX_VALUE;
        // The first ones also load classes, and vectors are objects at first.
        for (int i = 0; i < 20_000 && bytes > most; i++) {
            long before = Allocation.bytes();
            Workspace workspace = kernels.workspace(UNITS);
            workspace.useThreads(1);
            kernels.dense(workspace, weights, null, SIGMOID, x, y, rows);
            bytes = Allocation.bytes() - before;
        }

        assertThat(bytes).isLessThanOrEqualTo(most);
    }
}
