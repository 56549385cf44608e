package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nnlang.runtime.Loss;
import org.nnlang.training.callback.TerminateOnNaN;

/** A training whose numbers break stops before it spoils the weights, and says where it began. */
class NumbersThatBreakTest {
    private final TinyNetwork network = new TinyNetwork(false, 0);
    private final TinyExamples examples = new TinyExamples(64, false);

    private History train(Loss loss) {
        return Trainer.of(network)
                .loss(loss)
                .optimizer(new Momentum(0.1, 0.9f))
                .callbacks(new TerminateOnNaN())
                .shuffle(false)
                .fit(examples, 3);
    }

    @Test
    void namesTheFirstLayer() {
        float[] weight = fill(Float.MAX_VALUE);
        network.parameters().get("digit.bias").set(Float.MAX_VALUE, Float.MAX_VALUE);
        network.parameters().get("digit.weight").set(weight);

        History history = train(new TinyLosses.CrossEntropy(false));

        assertThat(history.stopped().orElse(""))
                .isEqualTo("epoch 1, batch 1: the loss is NaN; the first layer that broke is digit, with NaN");
        assertThat(network.values("digit.weight")).containsExactly(weight);
        assertThat(history.epochs()).hasSize(1);
    }

    @Test
    void namesTheLayerOfTheLogits() {
        network.parameters().get("digit.bias").set(Float.MAX_VALUE, -Float.MAX_VALUE);
        network.parameters().get("digit.weight").set(fill(Float.MAX_VALUE));

        assertThat(train(new TinyLosses.CrossEntropy(false)).stopped().orElse(""))
                .endsWith(
                        "the first layer that broke is that of the output digit, with -Infinity before its activation");
    }

    private static float[] fill(float value) {
        float[] weight = new float[10];
        Arrays.fill(weight, value);
        return weight;
    }

    @Test
    void namesTheInput() {
        examples.x[3 * 40 + 1] = Float.NaN;
        float[] before = network.allValues();

        assertThat(train(new TinyLosses.CrossEntropy(false)).stopped())
                .contains("epoch 1, batch 2: the loss is NaN; the input x has NaN in example 9 of the batch");
        assertThat(network.allValues()).isNotEqualTo(before).doesNotContain(Float.NaN);
    }

    @Test
    void namesTheWeightThatWasBrokenBefore() {
        network.parameters().get("hidden.bias").set(0, 0, Float.POSITIVE_INFINITY, 0, Float.NaN);
        assertThat(train(new TinyLosses.CrossEntropy(false)).stopped().orElse(""))
                .endsWith("the weight hidden.bias was not finite before this batch: an earlier step broke it");
    }

    @Test
    void namesTheFirstGradient() {
        assertThat(train(new Broken(Float.NaN)).stopped())
                .contains("epoch 1, batch 1: the loss is NaN; all layers are finite, the first gradient that broke is"
                        + " that of hidden.weight");
        assertThat(train(new Broken(0)).stopped())
                .contains("epoch 1, batch 1: the loss is NaN; all layers and all gradients are finite: only the loss"
                        + " itself is not");
    }

    /** A loss that is no number, with a gradient that is one or not. */
    private record Broken(float gradient) implements Loss {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public int targetWidth(int width) {
            return 1;
        }

        @Override
        public void evaluate(
                float[] predictions,
                float[] targets,
                int rows,
                int width,
                float[] losses,
                float @Nullable [] gradients) {
            Arrays.fill(losses, Float.NaN);
            if (gradients != null) {
                Arrays.fill(gradients, gradient);
            }
        }
    }
}
