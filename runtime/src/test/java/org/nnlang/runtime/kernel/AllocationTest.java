package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs at every training step allocates nothing. */
class AllocationTest {
    @ParameterizedTest
    @CsvSource({
        "vector, 13, 11",
        "vector, 90, 80",
        "vector, 300, 200",
        "vector, 784, 50",
        "vector, 100, 10",
        "vector, 1100, 112",
        "vector, 70, 3",
        "plain, 300, 200",
        "plain, 13, 11",
        "plain, 40, 11",
        "plain, 90, 80",
        "simple, 13, 11"
    })
    void kernelsAllocateNothing(String name, int inputs, int units) {
        Kernels kernels = KernelChoice.named(name);
        int rows = 70;
        DenseWeights weights = kernels.denseWeights(units, inputs);
        DenseWeights transposed = kernels.denseWeights(inputs, units);
        Workspace workspace = kernels.trainingWorkspace(units, inputs);
        float[] x = new float[rows * inputs];
        float[] y = new float[rows * units];

        Allocation.assertNone(() -> kernels.dense(workspace, weights, null, null, x, y, rows));
        Allocation.assertNone(() -> kernels.dense(workspace, transposed, null, null, y, x, rows));
        Allocation.assertNone(() -> kernels.weightGradient(workspace, weights, x, y, rows));
        Allocation.assertNone(() -> kernels.transpose(workspace, weights, transposed));
        float[] sums = new float[units];
        Allocation.assertNone(() -> workspace.functions().columnSums(y, rows, units, sums));
    }

    /** JDK 17 compiled it with an object for each vector where products had run before. */
    @ParameterizedTest
    @CsvSource({"784, 50", "70, 3"})
    void neitherDoesTheSigmoidAfterProducts(int inputs, int units) {
        Kernels kernels = KernelChoice.named("vector");
        DenseWeights weights = kernels.denseWeights(units, inputs);
        Workspace workspace = kernels.trainingWorkspace(units, inputs);
        float[] x = new float[70 * inputs];
        float[] y = new float[70 * units];
        float[] values = new float[1500];

        Allocation.assertNone(() -> kernels.dense(workspace, weights, null, null, x, y, 70));
        Allocation.assertNone(() -> kernels.weightGradient(workspace, weights, x, y, 70));
        Allocation.assertNone(() -> workspace.functions().sigmoid(values, 0, values.length));
    }

    @ParameterizedTest
    @CsvSource({"vector", "adaptive", "plain", "simple"})
    void optimizersAreHandedTheArraysThatAreThere(String name) {
        DenseWeights weights = KernelChoice.named(name).denseWeights(70, 3);

        assertThat(weights.arrays()).isSameAs(weights.arrays());
    }

    @ParameterizedTest
    @CsvSource({"plain", "simple"})
    void functionsOfElementsAllocateNothing(String name) {
        ElementFunctions functions = KernelChoice.named(name).workspace(0).functions();
        float[] x = new float[1500];

        Allocation.assertNone(() -> functions.exp(x, 0, x.length));
        Allocation.assertNone(() -> functions.tanh(x, 1, x.length));
        Allocation.assertNone(() -> functions.erfc(x, 0, 3));
    }

    @ParameterizedTest
    @CsvSource({"vector", "plain", "simple"})
    void choicesAllocateNothing(String name) {
        ElementFunctions functions = KernelChoice.named(name).workspace(0).functions();
        float[] x = new float[1500];
        float[] y = new float[1500];

        int count = x.length;
        Allocation.assertNone(() -> functions.chooseGreater(x, y, y, x, y, 0, count));
        Allocation.assertNone(() -> functions.chooseGreaterOrEqual(x, y, y, x, y, 0, count));
        Allocation.assertNone(() -> functions.chooseEqual(x, y, y, x, y, 0, count));
        Allocation.assertNone(() -> functions.chooseGreater(x, 0, y, x, y, 0, count));
        Allocation.assertNone(() -> functions.chooseLess(x, 0, y, x, y, 0, count));
        Allocation.assertNone(() -> functions.chooseGreater(x, 0, y, 0, x, 3, count));
    }
}
