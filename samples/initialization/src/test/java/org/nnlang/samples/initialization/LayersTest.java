package org.nnlang.samples.initialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.runtime.Model;

class LayersTest {
    private static final int EXAMPLES = 200;

    @Test
    void largeWeightsPutSigmoidAtItsEnds() {
        for (float[] values : of(SigmoidLarge.create(42))) {
            assertThat(values).hasSize(EXAMPLES * 100);
            assertThat(part(values, 0.1, 0.9)).isLessThan(0.4);
            assertThat(part(values, 0, 0.02) + part(values, 0.98, 1)).isGreaterThan(0.4);
        }
    }

    @Test
    void smallWeightsPutSigmoidInTheMiddle() {
        for (float[] values : of(SigmoidSmall.create(42))) {
            assertThat(part(values, 0.4, 0.6)).isGreaterThan(0.99);
        }
    }

    @Test
    void zerosMakeAllUnitsEqual() {
        for (float[] values : of(SigmoidZeros.create(42))) {
            assertThat(values).containsOnly(0.5f);
        }
        for (float[] values : of(ReluZeros.create(42))) {
            assertThat(values).containsOnly(0);
        }
    }

    @Test
    void heKeepsTheSpreadOfReluWhereXavierHalvesItsVarianceAtEveryLayer() {
        double xavier = deviationOfTheLast(ReluXavier.create(42));
        double he = deviationOfTheLast(ReluHe.create(42));
        assertThat(he).isBetween(0.4, 1.2);
        // The draws are the same, and relu is linear in positive factors: sqrt(2) for each of five layers.
        assertThat(he / xavier).isCloseTo(StrictMath.pow(2, 2.5), within(1e-3));
    }

    @Test
    void everyLayerIsATenthOfTheOneBeforeWithSmallWeightsAndTanh() {
        List<float[]> layers = of(TanhSmall.create(42));
        for (int i = 1; i < layers.size(); i++) {
            double ratio = Spread.of(layers.get(i)).deviation()
                    / Spread.of(layers.get(i - 1)).deviation();
            assertThat(ratio).isCloseTo(0.1, within(0.03));
        }
    }

    @Test
    void spreadOfKnownNumbers() {
        assertThat(Spread.of(new float[] {0, 0, 4, 4})).isEqualTo(new Spread(2, 2, 0.5));
    }

    private static List<float[]> of(Model model) {
        List<float[]> layers = Layers.of(model, EXAMPLES);
        assertThat(layers).hasSize(5);
        return layers;
    }

    private static double deviationOfTheLast(Model model) {
        return Spread.of(of(model).get(4)).deviation();
    }

    private static double part(float[] values, double from, double to) {
        int count = 0;
        for (float value : values) {
            count += value >= from && value <= to ? 1 : 0;
        }
        return (double) count / values.length;
    }
}
