package org.nnlang.samples.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nnlang.runtime.data.DrawnDigits;
import org.nnlang.training.History;
import org.nnlang.training.Losses;
import org.nnlang.training.Trainer;
import org.nnlang.training.optimizer.SGD;

class LossCurveTest {
    @Test
    void isTheMeanOfSomeBatches() {
        LossCurve curve = new LossCurve(4);
        History history = Trainer.of(Digits.create(1))
                .loss(Losses.categoricalCrossEntropy())
                .optimizer(SGD.keras())
                .batchSize(10)
                .callbacks(curve)
                .fit(DrawnDigits.of(1, 80), 1);
        assertThat(curve.steps()).containsExactly(4, 8);
        double mean = (curve.losses()[0] + curve.losses()[1]) / 2;
        assertThat(mean).isCloseTo(history.get("loss")[0], within(1e-6));
    }
}
