package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AdaptiveKernelsTest {
    private static final int ROWS = 40;
    private static final int INPUTS = 300;
    private static final int UNITS = 200;

    private final DivisibleKernels vector = VectorModule.kernels().orElseThrow();
    private final AdaptiveKernels kernels = new AdaptiveKernels(new PlainKernels(), vector);

    @Test
    @Timeout(120)
    void predictsWithTheSameBitsBeforeAndAfterTheChange() {
        AdaptiveWeights weights = weights();
        Workspace workspace = kernels.workspace(UNITS);
        float[] x = numbers(2, ROWS * INPUTS);
        float[] first = new float[ROWS * UNITS];
        kernels.dense(workspace, weights, null, null, x, first, ROWS);
        assertThat(weights.isFast()).isFalse();

        float[] y = new float[ROWS * UNITS];
        while (!weights.isFast()) {
            kernels.dense(workspace, weights, null, null, x, y, ROWS);
            assertThat(Arrays.equals(y, first)).isTrue();
        }
        kernels.dense(workspace, weights, null, null, x, y, ROWS);
        assertThat(y).isEqualTo(first);
    }

    /** Layers are fast sooner than functions, and training calculates them fast from its beginning. */
    @Test
    void fastLayersCallTheFunctionsThatStartedUntilTheirOwnAreFast() {
        AdaptiveWeights weights = weights();
        weights.arrays();
        Workspace workspace = kernels.workspace(UNITS);

        assertThat(weights.isFast()).isTrue();
        assertThat(functionsOfCall(weights, workspace))
                .isInstanceOf(PlainFunctions.class)
                .isSameAs(workspace.functions());
    }

    /** The functions that a call of a layer hands to what it does with its results. */
    private ElementFunctions functionsOfCall(AdaptiveWeights weights, Workspace workspace) {
        AtomicReference<ElementFunctions> functions = new AtomicReference<>();
        float[] y = new float[ROWS * UNITS];
        RowFunction function = (used, values, from, rows, width) -> functions.set(used.functions());
        kernels.dense(workspace, weights, null, function, numbers(2, ROWS * INPUTS), y, ROWS);
        return Objects.requireNonNull(functions.get());
    }

    @Test
    @Timeout(120)
    void functionsOfElementsChangeToo() throws InterruptedException {
        Workspace workspace = new ThreadedKernels(kernels, new WorkerPool()).trainingWorkspace(UNITS, INPUTS);
        ElementFunctions first = workspace.functions();
        while (workspace.functions() == first) {
            Thread.sleep(10);
        }
        float[] values = numbers(3, 100);
        float[] expected = values.clone();
        workspace.functions().sigmoid(values, 0, 100);
        first.sigmoid(expected, 0, 100);
        assertThat(values).isEqualTo(expected);
        Workspace other = kernels.workspace(UNITS);
        AdaptiveWeights weights = weights();
        weights.arrays();
        assertThat(functionsOfCall(weights, other))
                .isNotInstanceOf(PlainFunctions.class)
                .isSameAs(other.functions());
    }

    @Test
    void weightsWhoseArraysAreTakenArePackedForGood() {
        AdaptiveWeights weights = weights();
        float[] before = new float[UNITS * INPUTS];
        weights.read(before);
        float[][] arrays = weights.arrays();
        float[] after = new float[UNITS * INPUTS];
        weights.read(after);

        assertThat(weights.isFast()).isTrue();
        assertThat(after).isEqualTo(before);
        assertThat(weights.arrays()).isEqualTo(arrays);
        assertThat(weights.sameLayout().isFast()).isTrue();
        Arrays.fill(arrays[0], 7);
        weights.read(after);
        assertThat(after).containsOnly(7);
    }

    @Test
    void aProgramThatPredictsOnceLoadsNoVectors() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = "target/classes" + File.pathSeparator + "target/test-classes";
        Process process = new ProcessBuilder(
                        java,
                        "-Xlog:class+load",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        classes,
                        FirstCall.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("predicted 21.0 35.0", VectorKernels.class.getName());
        assertThat(output).doesNotContain("jdk.incubator.vector.FloatVector", VectorLanes.class.getName());
    }

    @Test
    void whereTheSystemStartsNoThreadPredictionsGoOn() {
        WarmUp warmUp = new WarmUp(new PlainKernels(), vector, thread -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        warmUp.beginTraining();
        warmUp.beginTraining();
        assertThat(warmUp.areLayersFast()).isFalse();
        assertThat(warmUp.areFunctionsFast()).isFalse();
    }

    /** As where one session's call finds the faster kernels ready while another one's is going on. */
    @Test
    @Timeout(120)
    void weightsMayBePackedAgainDuringACall() throws Exception {
        float[] x = {1};
        float[] y = new float[1];
        Workspace workspace = kernels.workspace(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            for (int i = 0; i < 20_000; i++) {
                AdaptiveWeights weights = (AdaptiveWeights) kernels.denseWeights(1, 1);
                weights.write(new float[] {i});
                Future<DenseWeights> packed = other.submit(weights::fast);
                do {
                    kernels.dense(workspace, weights, null, null, x, y, 1);
                    kernels.divides(SharedCall.Kind.INPUTS, weights, 1);
                    assertThat(y[0]).isEqualTo(i);
                } while (!packed.isDone());
                packed.get();
            }
        } finally {
            other.shutdown();
        }
    }

    private AdaptiveWeights weights() {
        AdaptiveWeights weights = (AdaptiveWeights) kernels.denseWeights(UNITS, INPUTS);
        weights.write(numbers(1, UNITS * INPUTS));
        return weights;
    }

    private static float[] numbers(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (random.nextDouble() - 0.5);
        }
        return numbers;
    }
}
