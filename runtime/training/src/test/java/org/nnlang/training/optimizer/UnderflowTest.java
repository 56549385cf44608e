package org.nnlang.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.Optimizer;
import org.nnlang.training.ParameterUpdate;

class UnderflowTest {
    /** After as many steps the slowest memory, of 0.999 a step, would be subnormal. */
    private static final int STEPS = 100_000;

    @ParameterizedTest
    @MethodSource("org.nnlang.training.optimizer.ElementwiseUpdateTest#all")
    void noMemoryBecomesSubnormalWhereGradientsStayZero(Optimizer optimizer) {
        ArrayStorage weights = new ArrayStorage(5);
        weights.write(new float[] {1, -1, 0.5f, -2, 3});
        ArrayStorage gradient = new ArrayStorage(5);
        gradient.write(new float[] {1e-3f, -1e-3f, 1e-8f, -5, 0});
        ParameterUpdate update = optimizer.update(weights);
        update.useThreads(1);
        for (int step = 1; step <= STEPS; step++) {
            update.step(gradient, 1, optimizer.learningRate(), step);
            gradient.write(new float[5]);
            for (ParameterStorage memory : update.memory().values()) {
                for (float value : memory.arrays()[0]) {
                    assertThat(value == 0 || Math.abs(value) >= Float.MIN_NORMAL)
                            .as("%s in step %s of %s", value, step, optimizer)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void numbersThatAreNotTinyStayAsTheyAre() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000_000; i++) {
            float any = Float.intBitsToFloat(random.nextInt());
            float size = Math.abs(any);
            if (size > 0x1p-51f) {
                assertThat(Underflow.mean(any)).isEqualTo(any);
            }
            if (size > 0x1p-14f) {
                assertThat(Underflow.squaredMean(any)).isEqualTo(any);
            }
            if (size > 0x1p-75f) {
                assertThat(Underflow.square(size)).isEqualTo(size);
            }
        }
        assertThat(Underflow.mean(Float.NaN)).isNaN();
        assertThat(Underflow.mean(1e-37f)).isZero();
        assertThat(Underflow.mean(-1e-37f)).isZero();
        assertThat(Underflow.square(1e-40f)).isZero();
    }
}
