package org.nnlang.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.ParameterStorage;

class GradientClippingTest {
    private static ArrayStorage storage(float... values) {
        ArrayStorage storage = new ArrayStorage(values.length);
        storage.write(values);
        return storage;
    }

    private static float[] step(SGD optimizer, float... gradient) {
        ArrayStorage weights = new ArrayStorage(gradient.length);
        ArrayStorage given = storage(gradient);
        float scale = optimizer.gradientScale(List.of(given));
        optimizer.withLearningRate(1).update(weights).step(given, scale, 1, 1);
        return weights.values();
    }

    @Test
    void boundsTheNormOfAllTogether() {
        List<ParameterStorage> gradients = List.of(storage(3), storage(0, 4));

        assertThat(SGD.keras().gradientScale(gradients)).isEqualTo(1);
        assertThat(SGD.keras().withGlobalClipNorm(2.5).gradientScale(gradients)).isEqualTo(0.5f);
        assertThat(SGD.keras().withGlobalClipNorm(10).gradientScale(gradients)).isEqualTo(1);
        assertThat((double) SGD.torch().withGlobalClipNorm(2.5).gradientScale(gradients))
                .isCloseTo(2.5 / (5 + 1e-6), within(1e-7))
                .isLessThan(0.5);
        assertThat(SGD.torch().withGlobalClipNorm(10).gradientScale(gradients)).isEqualTo(1);
    }

    @Test
    void doesNotTakeAnInfiniteGradientForASmallStep() {
        List<ParameterStorage> gradients = List.of(storage(Float.POSITIVE_INFINITY), storage(Float.MAX_VALUE));

        assertThat(SGD.keras().withGlobalClipNorm(1).gradientScale(gradients)).isNaN();
        assertThat(SGD.torch().withGlobalClipNorm(1).gradientScale(gradients)).isNaN();
        assertThat(SGD.keras().withGlobalClipNorm(1).gradientScale(List.of(storage(Float.NaN))))
                .isNaN();
        assertThat(SGD.keras().withGlobalClipNorm(1).gradientScale(List.of(storage(Float.MAX_VALUE))))
                .isPositive();
    }

    @Test
    void boundsTheNormOfEachParameterAfterThatOfAll() {
        assertThat(step(SGD.keras().withClipNorm(2.5), 3, 4)).containsExactly(-1.5f, -2);
        assertThat(step(SGD.keras().withClipNorm(10), 3, 4)).containsExactly(-3, -4);
        assertThat(step(SGD.keras().withGlobalClipNorm(5).withClipNorm(10), 6, 8))
                .containsExactly(-3, -4);
    }

    @Test
    void boundsEachValue() {
        assertThat(step(SGD.keras().withClipValue(0.5), 3, -4, 0.25f)).containsExactly(-0.5f, 0.5f, -0.25f);
        assertThat(step(SGD.keras().withClipNorm(2.5).withClipValue(1.75), 3, 4))
                .containsExactly(-1.5f, -1.75f);
        assertThat(step(SGD.keras().withClipValue(1), Float.NaN)).containsExactly(Float.NaN);
    }

    @Test
    void addsWeightDecayAfterClipping() {
        ArrayStorage weights = storage(2);
        SGD.torch().withL2(0.5).withClipValue(1).update(weights).step(storage(7), 1, 0.25, 1);
        assertThat(weights.values()).containsExactly(1.5f);

        ArrayStorage decoupled = storage(2);
        SGD.torch().withDecoupledWeightDecay(0.5).update(decoupled).step(storage(1), 1, 0.25, 1);
        assertThat(decoupled.values()).containsExactly(1.5f);
    }
}
