package org.nnlang.training.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.nnlang.training.Callback;
import org.nnlang.training.FakeTraining;
import org.nnlang.training.SavedState;
import org.nnlang.training.metric.Direction;

/** The rules of Keras' callback, on sequences worked out by hand from its definition. */
class EarlyStoppingTest {
    /** The epoch that stops, 0 if none does. */
    private static int stoppedAt(Callback callback, String name, double... values) {
        FakeTraining training = new FakeTraining(name);
        callback.trainingBegins(training);
        for (double value : values) {
            if (training.epoch(callback, value).isStopping()) {
                return training.epoch();
            }
        }
        return 0;
    }

    @Test
    void waitsForAsManyEpochsAsItsPatience() {
        assertThat(stoppedAt(new EarlyStopping("val_loss", 2), "val_loss", 3, 2, 2.5, 1.9, 2, 2, 2))
                .isEqualTo(6);
        assertThat(stoppedAt(new EarlyStopping("val_loss", 0), "val_loss", 3, 2, 2, 2))
                .isEqualTo(3);
        assertThat(stoppedAt(new EarlyStopping("val_loss", 3), "val_loss", 3, 2, 2, 2))
                .isZero();
        assertThat(stoppedAt(new EarlyStopping("val_accuracy", 1), "val_accuracy", 0.1, 0.2, 0.2))
                .isEqualTo(3);
    }

    @Test
    void aNaNIsNoImprovementAndTheFirstEpochNeverStops() {
        assertThat(stoppedAt(new EarlyStopping("loss", 0), "loss", Double.NaN, Double.NaN))
                .isEqualTo(2);
        assertThat(stoppedAt(new EarlyStopping("loss", 2), "loss", 1, Double.NaN, Double.NaN))
                .isEqualTo(3);
    }

    @Test
    void smallImprovementsDoNotCount() {
        assertThat(stoppedAt(new EarlyStopping("loss", 2).minDelta(0.1), "loss", 1, 0.95, 0.9))
                .isEqualTo(3);
        assertThat(stoppedAt(new EarlyStopping("loss", 2).minDelta(0.1), "loss", 1, 0.95, 0.89))
                .isZero();
    }

    @Test
    void aBaselineMustBeBeatenToo() {
        assertThat(stoppedAt(new EarlyStopping("loss", 3).baseline(0.5), "loss", 1, 0.9, 0.8))
                .isZero();
        assertThat(stoppedAt(new EarlyStopping("loss", 3).baseline(0.5), "loss", 1, 0.9, 0.8, 0.8))
                .isEqualTo(4);
        assertThat(stoppedAt(new EarlyStopping("loss", 2).baseline(0.5), "loss", 1, 0.4, 0.45, 0.3))
                .isZero();
    }

    @Test
    void firstEpochsMayBeLeftOut() {
        assertThat(stoppedAt(new EarlyStopping("loss", 1).startFromEpoch(3), "loss", 1, 2, 3, 2.5))
                .isZero();
        assertThat(stoppedAt(new EarlyStopping("loss", 1).startFromEpoch(3), "loss", 1, 2, 3, 3))
                .isEqualTo(4);
    }

    @Test
    void givesBackTheBestWeightsAlsoWhereNothingStopped() {
        EarlyStopping callback = new EarlyStopping("loss", 9).restoreBest();
        FakeTraining training = new FakeTraining("loss");
        callback.trainingBegins(training);
        training.epoch(callback, 3).epoch(callback, 1).epoch(callback, 2);

        assertThat(training.epochOfWeights()).isEqualTo(3);
        callback.trainingEnds(training);
        assertThat(training.epochOfWeights()).isEqualTo(2);
        assertThat(training.reason()).isEmpty();
    }

    @Test
    void saysWhyItStopped() {
        EarlyStopping callback = new EarlyStopping("val_loss", 1);
        FakeTraining training = new FakeTraining("val_loss");
        training.epoch(callback, 0.25).epoch(callback, 0.5);

        assertThat(training.reason()).isEqualTo("epoch 2: val_loss did not improve on 0.25 of epoch 1");
    }

    @Test
    void saysWhereThereNeverWasANumber() {
        EarlyStopping callback = new EarlyStopping("val_loss", 2);
        FakeTraining training = new FakeTraining("val_loss");
        training.epoch(callback, Double.NaN).epoch(callback, Double.POSITIVE_INFINITY);

        assertThat(training.reason()).isEqualTo("epoch 2: val_loss was never a finite number");
    }

    @Test
    void goesOnFromACheckpoint() {
        EarlyStopping before = new EarlyStopping("loss", 2).restoreBest();
        FakeTraining training = new FakeTraining("loss");
        before.trainingBegins(training);
        training.epoch(before, 1).epoch(before, 2);
        SavedState state = new SavedState();
        before.save(state, training);

        EarlyStopping after = new EarlyStopping("loss", 2).restoreBest();
        FakeTraining resumed = FakeTraining.resumedAfter(2, "loss");
        after.restore(state, resumed);
        after.trainingBegins(resumed);
        resumed.epoch(after, 1.5);
        after.trainingEnds(resumed);

        assertThat(resumed.reason()).isEqualTo("epoch 3: loss did not improve on 1.0 of epoch 1");
        assertThat(resumed.epochOfWeights()).isEqualTo(1);
    }

    @Test
    void needsToKnowWhatIsBetterAndWhatIsThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EarlyStopping("val_niceness", 1))
                .withMessage("it cannot be told from its name whether a small or a large 'val_niceness' is good: say"
                        + " Direction.MIN or Direction.MAX");
        assertThat(stoppedAt(new EarlyStopping("niceness", 1, Direction.MAX), "niceness", 2, 1))
                .isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stoppedAt(new EarlyStopping("val_loss", 1), "loss", 1))
                .withMessage("EarlyStopping watches 'val_loss', but this training has [accuracy, loss]: watch one of"
                        + " these, or give the trainer a validation");
        assertThatIllegalArgumentException().isThrownBy(() -> new EarlyStopping("loss", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new EarlyStopping("loss", 1).minDelta(Double.NaN));
    }
}
