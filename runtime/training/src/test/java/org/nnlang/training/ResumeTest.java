package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.io.SafetensorsFile;
import org.nnlang.training.callback.EarlyStopping;
import org.nnlang.training.metric.Metrics;
import org.nnlang.training.optimizer.Optimizers;
import org.nnlang.training.schedule.CosineDecay;

/** A training that was interrupted ends with the bits of one that was not. */
class ResumeTest {
    private static final TinyExamples EXAMPLES = new TinyExamples(100, true);

    @TempDir
    Path folder;

    private static Trainer trainer(TinyNetwork network) {
        return TinyTraining.trainer(network);
    }

    /** At every step of three epochs in turn, so that the last checkpoint is at an end, a middle, or in the last batch. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 9, 10, 17, 18, 20, 26})
    void equalsARunThatWasNeverInterrupted(int crashAfter) throws IOException {
        Path file = folder.resolve("run.checkpoint");
        TinyNetwork whole = new TinyNetwork(true, 0.25);
        History wholeHistory = trainer(whole).fit(EXAMPLES, 3);

        Callback crash = new Callback() {
            @Override
            public void batchEnds(TrainingContext training) {
                if (training.step() == crashAfter + 1) {
                    throw new IllegalStateException("crash");
                }
            }
        };
        assertThatThrownBy(() -> trainer(new TinyNetwork(true, 0.25))
                        .checkpoint(file, 1)
                        .callbacks(crash)
                        .fit(EXAMPLES, 3))
                .hasMessage("crash");
        TinyNetwork resumed = new TinyNetwork(true, 0.25);
        resumed.parameters().initialize(99);
        History history = trainer(resumed).resume(file).fit(EXAMPLES, 3);

        assertThat(resumed.allValues()).containsExactly(whole.allValues());
        assertThat(history.epochs()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(history.epochs().get(i).values())
                    .containsExactlyEntriesOf(wholeHistory.epochs().get(i).values());
            assertThat(history.epochs().get(i).learningRate())
                    .isEqualTo(wholeHistory.epochs().get(i).learningRate());
        }
    }

    /** Whatever a rule remembers, and whatever a metric counts, is in the checkpoint. */
    @ParameterizedTest
    @ValueSource(strings = {"sgd", "adagrad", "rmsprop", "adam", "amsgrad", "adamw", "nadam", "adamax", "adadelta"})
    void equalsItWithEveryOptimizer(String name) throws IOException {
        Path file = folder.resolve("run.checkpoint");
        for (String dialect : new String[] {"keras.", "torch."}) {
            TinyNetwork whole = new TinyNetwork(true, 0.25);
            History wholeHistory = with(dialect + name, whole).fit(EXAMPLES, 2);
            Callback crash = new Callback() {
                @Override
                public void batchEnds(TrainingContext training) {
                    if (training.step() == 6) {
                        throw new IllegalStateException("crash");
                    }
                }
            };
            assertThatThrownBy(() -> with(dialect + name, new TinyNetwork(true, 0.25))
                            .checkpoint(file, 1)
                            .callbacks(crash)
                            .fit(EXAMPLES, 2))
                    .hasMessage("crash");
            TinyNetwork resumed = new TinyNetwork(true, 0.25);
            History history = with(dialect + name, resumed).resume(file).fit(EXAMPLES, 2);

            assertThat(resumed.allValues()).as(dialect + name).containsExactly(whole.allValues());
            assertThat(history.epochs().get(0).values())
                    .containsExactlyEntriesOf(wholeHistory.epochs().get(0).values());
        }
    }

    private static Trainer with(String optimizer, TinyNetwork network) {
        return trainer(network)
                .optimizer(Optimizers.parse(optimizer))
                .metrics("digit", Metrics.parse("accuracy"))
                .metrics("size", Metrics.parse("r2_score"), Metrics.parse("mean_absolute_error"));
    }

    @Test
    void aKilledProcessGoesOn() throws IOException, InterruptedException {
        Path checkpoint = folder.resolve("run.checkpoint");
        Path weights = folder.resolve("weights.safetensors");
        Path csv = folder.resolve("history.csv");
        long lastStep = 0;
        for (int kill = 0; kill < 4; kill++) {
            Process process = start(checkpoint, weights, csv);
            // Until it has come further than the one before; then somewhere within a write, or between two.
            while (stepOf(checkpoint) <= lastStep && process.isAlive()) {
                Thread.sleep(1);
            }
            TimeUnit.MICROSECONDS.sleep(300L * kill);
            process.destroyForcibly().waitFor();
            assertThat(process.exitValue()).as("it was still running").isNotZero();
            lastStep = stepOf(checkpoint);
            assertThat(lastStep).isPositive().isLessThan((long) TinyTraining.EPOCHS * TinyTraining.BATCHES);
        }
        assertThat(start(checkpoint, weights, csv).waitFor()).isZero();

        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));

        TinyNetwork whole = new TinyNetwork(true, 0.25);
        History history = trainer(whole).fit(EXAMPLES, TinyTraining.EPOCHS);
        TinyNetwork killed = new TinyNetwork(true, 0.25);
        killed.parameters().load(weights);
        assertThat(killed.allValues()).containsExactly(whole.allValues());
        Path wholeCsv = folder.resolve("whole.csv");
        history.writeCsv(wholeCsv);
        assertThat(withoutSeconds(csv)).isEqualTo(withoutSeconds(wholeCsv)).hasLineCount(TinyTraining.EPOCHS + 1);
    }

    private static String withoutSeconds(Path csv) throws IOException {
        return Files.readString(csv).replaceAll("(?m),[^,\n]*$", "");
    }

    private static long stepOf(Path checkpoint) throws IOException {
        return Files.exists(checkpoint)
                ? Long.parseLong(SafetensorsFile.metadata(checkpoint).getOrDefault("state.step", ""))
                : 0;
    }

    private Process start(Path checkpoint, Path weights, Path csv) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Stream.of(Model.class, Trainer.class, TinyTraining.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> Path.of(URI.create(place.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
        return new ProcessBuilder(
                        java,
                        "-cp",
                        classes,
                        TinyTraining.class.getName(),
                        checkpoint.toString(),
                        weights.toString(),
                        csv.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }

    @Test
    void aFinishedRunIsNotTrainedAgainAndCanBeProlonged() throws IOException {
        Path file = folder.resolve("run.checkpoint");
        TinyNetwork whole = new TinyNetwork(true, 0.25);
        trainer(whole).fit(EXAMPLES, 4);
        TinyNetwork network = new TinyNetwork(true, 0.25);
        trainer(network).checkpoint(file).fit(EXAMPLES, 2);
        float[] before = network.allValues();

        assertThat(trainer(network).resume(file).fit(EXAMPLES, 2).epochs()).hasSize(2);
        assertThat(network.allValues()).containsExactly(before);
        trainer(network).resume(file).fit(EXAMPLES, 4);
        assertThat(network.allValues()).containsExactly(whole.allValues());
    }

    @Test
    void anEarlyStopStaysOne() throws IOException {
        Path file = folder.resolve("run.checkpoint");
        Callback stop = new Callback() {
            @Override
            public void epochEnds(TrainingContext training) {
                training.stop("enough");
            }
        };
        trainer(new TinyNetwork(true, 0)).callbacks(stop).checkpoint(file).fit(EXAMPLES, 5);

        History history = trainer(new TinyNetwork(true, 0)).resume(file).fit(EXAMPLES, 5);

        assertThat(history.epochs()).hasSize(1);
        assertThat(history.stopped()).contains("enough");
    }

    @Test
    void anotherTrainingIsRefused() throws IOException {
        Path file = folder.resolve("run.checkpoint");
        trainer(new TinyNetwork(true, 0)).checkpoint(file).fit(EXAMPLES, 1);

        refused(trainer(new TinyNetwork(true, 0)).batchSize(64), file, "batch size: 10 in the checkpoint, 64 here");
        refused(trainer(new TinyNetwork(true, 0)).seed(1), file, "seed: 42 in the checkpoint, 1 here");
        refused(
                trainer(new TinyNetwork(true, 0)).optimizer(new Momentum(0.02, 0.8f)),
                file,
                "optimizer: Momentum[learningRate=0.02, momentum=0.9] in the checkpoint, "
                        + "Momentum[learningRate=0.02, momentum=0.8] here");
        refused(
                trainer(new TinyNetwork(true, 0)).schedule(CosineDecay.keras(0.1, 10, 0)),
                file,
                "schedule: none in the checkpoint, CosineDecay[initial=0.1, end=0.0, steps=10, periodic=false] here");
        refused(
                trainer(new TinyNetwork(true, 0)).schedule(step -> 0.1),
                file,
                "schedule: none in the checkpoint, one that cannot be printed here");
        refused(
                trainer(new TinyNetwork(true, 0, false)),
                file,
                "parameter hidden.weight: [5, 3] in the checkpoint, [5, 3], not trainable here");
        refused(
                Trainer.of(new TinyNetwork(false, 0))
                        .loss(new TinyLosses.CrossEntropy(false))
                        .optimizer(new Momentum(0.02, 0.9f)),
                new TinyExamples(100, false),
                file,
                "output size: [1] in the checkpoint, there is none here");
    }

    /** Generated losses have settings too, as have the cross entropies that choose among them. */
    @Test
    void otherSettingsOfALossAreRefused() throws IOException {
        Path file = folder.resolve("run.checkpoint");
        withLosses(0.1, 0.5).checkpoint(file).fit(EXAMPLES, 1);

        assertThat(withLosses(0.1, 0.5).resume(file).fit(EXAMPLES, 2).epochs()).hasSize(2);
        refused(
                withLosses(0.1, 2),
                file,
                "loss of size: huber(delta=0.5) times 1.0 in the checkpoint, huber(delta=2.0) times 1.0 here");
        refused(
                withLosses(0, 0.5),
                file,
                "loss of digit: categorical_cross_entropy(label_smoothing=0.1) times 1.0 in the checkpoint,"
                        + " categorical_cross_entropy(label_smoothing=0.0) times 1.0 here");
    }

    private static Trainer withLosses(double labelSmoothing, double delta) {
        return trainer(new TinyNetwork(true, 0))
                .loss("digit", Losses.categoricalCrossEntropy(labelSmoothing), 1)
                .loss("size", Losses.huber(delta), 1);
    }

    private static void refused(Trainer trainer, Path file, String difference) throws IOException {
        refused(trainer, EXAMPLES, file, difference);
    }

    private static void refused(Trainer trainer, TinyExamples examples, Path file, String difference)
            throws IOException {
        trainer.resume(file);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.fit(examples, 2))
                .withMessageStartingWith(file + " does not fit this training: ")
                .withMessageContaining(difference)
                .withMessageContaining("go on with what it was written with, or train anew without it");
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path weights = folder.resolve("weights.safetensors");
        new TinyNetwork(true, 0).save(weights);
        assertThatThrownBy(() -> trainer(new TinyNetwork(true, 0)).resume(weights))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("is no checkpoint of a training");
        assertThatThrownBy(() -> trainer(new TinyNetwork(true, 0)).resume(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
        Path file = folder.resolve("run.checkpoint");
        trainer(new TinyNetwork(true, 0)).checkpoint(file).fit(EXAMPLES, 1);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
        assertThatThrownBy(() -> trainer(new TinyNetwork(true, 0)).resume(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("it is cut off");
    }

    @Test
    void metricsThatCannotBeKeptAllowCheckpointsOfWholeEpochsOnly() {
        Path file = folder.resolve("run.checkpoint");
        Metric forgetful = new Metric() {
            @Override
            public String name() {
                return "forgetful";
            }

            @Override
            public void reset() {}

            @Override
            public void update(
                    float[] predictions,
                    float[] targets,
                    int rows,
                    int width,
                    int targetWidth,
                    float @Nullable [] weights) {}

            @Override
            public double result() {
                return 0;
            }
        };
        Trainer trainer = trainer(new TinyNetwork(true, 0)).metrics("size", forgetful);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.checkpoint(file, 3).fit(EXAMPLES, 1))
                .withMessage(
                        "checkpoints every 3 batches: the metric forgetful cannot be kept in the middle of an epoch:"
                                + " write checkpoints after whole epochs only");
        trainer.checkpoint(file).fit(EXAMPLES, 1);
        assertThat(file).exists();
    }

    @Test
    void bestWeightsSurvive() throws IOException {
        Path file = folder.resolve("run.checkpoint");
        TinyNetwork network = new TinyNetwork(true, 0);
        Trainer.of(network)
                .loss("digit", new TinyLosses.CrossEntropy(false), 1)
                .loss("size", new TinyLosses.SquaredError(), 1)
                .optimizer(new Momentum(0.02, 0.9f))
                .callbacks(new EarlyStopping("loss", 9).restoreBest())
                .checkpoint(file)
                .fit(EXAMPLES, 3);
        float[] best = network.allValues();
        network.parameters().initialize(5);

        // Far too large a learning rate from here on: the best epoch stays the third.
        Trainer.of(network)
                .loss("digit", new TinyLosses.CrossEntropy(false), 1)
                .loss("size", new TinyLosses.SquaredError(), 1)
                .optimizer(new Momentum(0.02, 0.9f))
                .callbacks(new EarlyStopping("loss", 9).restoreBest(), new Callback() {
                    @Override
                    public void epochBegins(TrainingContext training) {
                        training.setLearningRate(50);
                    }
                })
                .resume(file)
                .fit(EXAMPLES, 5);

        assertThat(network.allValues()).containsExactly(best);
    }
}
