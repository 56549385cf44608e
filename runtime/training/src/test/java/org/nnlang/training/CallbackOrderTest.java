package org.nnlang.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.training.callback.LearningRateScheduler;
import org.nnlang.training.progress.KerasBar;
import org.nnlang.training.progress.PlainLines;

/** When callbacks and progress are called, and what they see and can do then. */
class CallbackOrderTest {
    private static final TinyExamples EXAMPLES = new TinyExamples(20, false);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, false, UTF_8);
    private final TinyNetwork network = new TinyNetwork(false, 0);

    private Trainer trainer() {
        return Trainer.of(network)
                .loss(new TinyLosses.CrossEntropy(false))
                .metrics(new HitRate())
                .optimizer(new Momentum(0.1, 0))
                .batchSize(8);
    }

    private static final class Recorder implements Callback {
        private final List<String> events = new ArrayList<>();

        private void add(String what, TrainingContext training) {
            events.add(what + " " + training.epoch() + "/" + training.batch() + "/" + training.step());
        }

        @Override
        public void trainingBegins(TrainingContext training) {
            add("training begins", training);
        }

        @Override
        public void epochBegins(TrainingContext training) {
            add("epoch begins", training);
        }

        @Override
        public void beforeUpdate(TrainingContext training) {
            add("before update", training);
        }

        @Override
        public void batchEnds(TrainingContext training) {
            add("batch ends", training);
            assertThat(training.names()).containsExactly("accuracy", "loss");
            if (training.batch() == 1) {
                assertThat(training.value("loss")).isEqualTo(training.batchLoss());
            }
        }

        @Override
        public void epochEnds(TrainingContext training) {
            add("epoch ends", training);
            assertThat(training.names()).containsExactly("accuracy", "loss", "val_accuracy", "val_loss");
            assertThat(training.value("val_loss")).isPositive();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> training.value("recall"))
                    .withMessage("no value 'recall' in this training now, there are [accuracy, loss, val_accuracy,"
                            + " val_loss]");
        }

        @Override
        public void trainingEnds(TrainingContext training) {
            add("training ends", training);
        }
    }

    @Test
    void everyCallHasItsPlace() {
        Recorder recorder = new Recorder();
        trainer().callbacks(recorder).validationSplit(0.4).fit(EXAMPLES, 2);
        assertThat(recorder.events)
                .containsExactly(
                        "training begins 0/0/0",
                        "epoch begins 1/0/0",
                        "before update 1/1/0",
                        "batch ends 1/1/1",
                        "before update 1/2/1",
                        "batch ends 1/2/2",
                        "epoch ends 1/2/2",
                        "epoch begins 2/0/2",
                        "before update 2/1/2",
                        "batch ends 2/1/3",
                        "before update 2/2/3",
                        "batch ends 2/2/4",
                        "epoch ends 2/2/4",
                        "training ends 2/0/4");
    }

    @Test
    void aStopEndsTheEpochAndLeavesTheCheckpointBeforeIt() {
        Path file = folder.resolve("run.checkpoint");
        Callback stop = new Callback() {
            @Override
            public void batchEnds(TrainingContext training) {
                if (training.epoch() == 2 && training.batch() == 1) {
                    training.stop("enough");
                    training.stop("a second reason");
                }
            }
        };
        History history = trainer().callbacks(stop).checkpoint(file).fit(EXAMPLES, 5);

        assertThat(history.epochs()).hasSize(2);
        assertThat(history.stopped()).contains("enough");
        TinyNetwork resumed = new TinyNetwork(false, 0);
        TinyNetwork whole = new TinyNetwork(false, 0);
        assertThat(resume(resumed, file).epochs()).hasSize(5);
        Trainer.of(whole)
                .loss(new TinyLosses.CrossEntropy(false))
                .metrics(new HitRate())
                .optimizer(new Momentum(0.1, 0))
                .batchSize(8)
                .fit(EXAMPLES, 5);
        assertThat(resumed.allValues()).containsExactly(whole.allValues());
    }

    private static History resume(TinyNetwork resumed, Path file) {
        try {
            return Trainer.of(resumed)
                    .loss(new TinyLosses.CrossEntropy(false))
                    .metrics(new HitRate())
                    .optimizer(new Momentum(0.1, 0))
                    .batchSize(8)
                    .resume(file)
                    .fit(EXAMPLES, 5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void callbacksSetTheLearningRateUnlessThereIsASchedule() {
        LearningRateScheduler halving = new LearningRateScheduler((epoch, rate) -> epoch == 1 ? rate : rate / 2);
        History history = trainer().callbacks(halving).fit(EXAMPLES, 3);
        assertThat(history.get("learning_rate")).containsExactly(0.1, 0.05, 0.025);

        assertThatThrownBy(
                        () -> trainer().callbacks(halving).schedule(step -> 0.1).fit(EXAMPLES, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the trainer has a schedule");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer()
                        .callbacks(new LearningRateScheduler((epoch, rate) -> Double.NaN))
                        .fit(EXAMPLES, 1))
                .withMessage("the learning rate of step 1 must be a finite number from 0, got NaN");
    }

    @Test
    void progressShowsEveryEpochAndTheReasonOfAnEnd() {
        Callback stop = new Callback() {
            @Override
            public void epochEnds(TrainingContext training) {
                if (training.epoch() == 2) {
                    training.stop("epoch 2: enough");
                }
            }
        };
        History history = trainer()
                .callbacks(stop)
                .validationSplit(0.4)
                .progress(new PlainLines(out, () -> 0))
                .fit(EXAMPLES, 9);

        assertThat(bytes.toString(UTF_8).lines())
                .containsExactly(
                        "Epoch 1/9 - 2/2 - 0s - 0s/step - " + line(history, 0),
                        "Epoch 2/9 - 2/2 - 0s - 0s/step - " + line(history, 1),
                        "epoch 2: enough");
    }

    private static String line(History history, int epoch) {
        return new Evaluation(history.epochs().get(epoch).values()).toString();
    }

    @Test
    void aSingleEpochAndAnEvaluationHaveNoTitle() {
        long[] now = {0};
        Trainer trainer = trainer().progress(new KerasBar(out, () -> now[0] += 60_000_000));
        trainer.fit(EXAMPLES, 1);
        Evaluation evaluation = trainer.evaluate(EXAMPLES);

        String[] lines =
                bytes.toString(UTF_8).replaceAll("\u001b\\[[0-9]+m", "").split("\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("\r1/3 ━━━━━━━━━━━━━━━━━━━━ 0s 60ms/step - accuracy: ");
        assertThat(lines[1]).contains("\r2/3 ").endsWith("\r3/3 ━━━━━━━━━━━━━━━━━━━━ 0s 90ms/step - " + evaluation);
    }
}
