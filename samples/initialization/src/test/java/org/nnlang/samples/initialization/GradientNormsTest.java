package org.nnlang.samples.initialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nnlang.runtime.Model;
import org.nnlang.training.Losses;
import org.nnlang.training.Trainer;
import org.nnlang.training.optimizer.SGD;

class GradientNormsTest {
    private static final int EXAMPLES = 100;

    @Test
    void vanishesLayerByLayerUnderSigmoid() {
        double[] norms = GradientNorms.of(SigmoidXavier20.create(42), EXAMPLES);
        assertThat(norms).hasSize(20);
        for (int layer = 1; layer < norms.length; layer++) {
            assertThat(norms[layer]).isGreaterThan(norms[layer - 1]);
        }
        assertThat(norms[0]).isPositive().isLessThan(1e-10 * norms[19]);
    }

    @Test
    void arrivesUnderReluWithHeAndTanhWithXavier() {
        double[] relu = GradientNorms.of(ReluHe20.create(42), EXAMPLES);
        double[] tanh = GradientNorms.of(TanhXavier20.create(42), EXAMPLES);
        assertThat(relu[0] / relu[19]).isBetween(0.05, 20.0);
        assertThat(tanh[0] / tanh[19]).isBetween(0.05, 20.0);
    }

    @Test
    void smallWeightsTakeAllOfItFromDeepNetworks() {
        double shallow = GradientNorms.of(TanhSmall2.create(42), EXAMPLES)[0];
        double deep = GradientNorms.of(TanhSmall20.create(42), EXAMPLES)[0];
        assertThat(deep).isPositive().isLessThan(1e-15 * shallow);
    }

    @Test
    void isWhatAStepOfDescentChangesTheWeightsBy() {
        Model before = TanhXavier2.create(42);
        Model after = TanhXavier2.create(42);
        double[] norms = GradientNorms.of(before, EXAMPLES);
        Trainer.of(after)
                .loss(Losses.categoricalCrossEntropy())
                .optimizer(SGD.keras().withLearningRate(1))
                .batchSize(EXAMPLES)
                .fit(RandomExamples.of(EXAMPLES), 1);
        assertThat(distance(before, after, "hidden[0].weight")).isCloseTo(norms[0], within(1e-5 * norms[0]));
        assertThat(distance(before, after, "hidden[1].weight")).isCloseTo(norms[1], within(1e-5 * norms[1]));
    }

    private static double distance(Model a, Model b, String path) {
        float[] from = a.parameters().get(path).toArray();
        float[] to = b.parameters().get(path).toArray();
        double squares = 0;
        for (int i = 0; i < from.length; i++) {
            squares += (double) (from[i] - to[i]) * (from[i] - to[i]);
        }
        return StrictMath.sqrt(squares);
    }
}
