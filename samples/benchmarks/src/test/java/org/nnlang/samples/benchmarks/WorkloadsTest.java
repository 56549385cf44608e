package org.nnlang.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nnlang.runtime.Model;

class WorkloadsTest {
    @Test
    void predictsProbabilitiesThatDoNotDependOnTheBatch() {
        Model model = Network.W1.create();
        float[] one = new Prediction(model, 1, 1).run();
        float[] many = new Prediction(model, 100, 2).run();

        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            assertThat(one[i]).isEqualTo(many[i]).isGreaterThan(0);
            sum += one[i];
        }
        assertThat(sum).isBetween(0.9999f, 1.0001f);
    }

    @Test
    void trainingStepsLearnTheirBatch() {
        TrainingStep training = new TrainingStep(Network.W2.create(), 20, 1);
        float first = training.run();
        float last = first;
        for (int i = 0; i < 30; i++) {
            last = training.run();
        }

        assertThat(first).isBetween(2f, 4f);
        assertThat(last).isLessThan(0.5f * first);
    }

    @Test
    void theSameWeightsAreDrawnEveryTime() {
        assertThat(new Prediction(Network.DEPTH_10.create(), 3, 1).run())
                .containsExactly(new Prediction(Network.DEPTH_10.create(), 3, 1).run());
    }
}
