package org.nnlang.training.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.io.SafetensorsFile;
import org.nnlang.training.Callback;
import org.nnlang.training.FakeTraining;
import org.nnlang.training.SavedState;
import org.nnlang.training.metric.Direction;

class FileCallbacksTest {
    @TempDir
    Path folder;

    private static void run(Callback callback, FakeTraining training, double... losses) {
        callback.trainingBegins(training);
        for (double loss : losses) {
            training.epoch(callback, loss);
        }
        callback.trainingEnds(training);
    }

    private static float epochIn(Path weights) throws IOException {
        return SafetensorsFile.read(weights).get(0).values()[0];
    }

    @Test
    void keepsTheLastWeights() throws IOException {
        Path file = folder.resolve("last.safetensors");
        run(Checkpoints.last(file), new FakeTraining("loss"), 1, 2, 3);
        assertThat(epochIn(file)).isEqualTo(3);
    }

    @Test
    void keepsTheBestWeights() throws IOException {
        Path file = folder.resolve("best.safetensors");
        run(Checkpoints.best(file, "loss"), new FakeTraining("loss"), 3, 1, 2);
        assertThat(epochIn(file)).isEqualTo(2);
        run(Checkpoints.best(file, "loss", Direction.MAX), new FakeTraining("loss"), 3, 1, 2);
        assertThat(epochIn(file)).isEqualTo(1);
    }

    @Test
    void keepsAllWeightsWhereTheNameHasTheEpoch() throws IOException {
        run(Checkpoints.last(folder.resolve("w-{epoch}.safetensors")), new FakeTraining("loss"), 3, 1);
        assertThat(epochIn(folder.resolve("w-1.safetensors"))).isEqualTo(1);
        assertThat(epochIn(folder.resolve("w-2.safetensors"))).isEqualTo(2);
    }

    @Test
    void saysBeforehandWhereItCannotWrite() {
        Path file = folder.resolve("none/last.safetensors");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Checkpoints.last(file), new FakeTraining("loss")))
                .withMessage(
                        "no folder " + file.getParent() + " to write the weights " + file + " into: create it first");
        assertThatThrownBy(() -> run(new CsvLog(file), new FakeTraining("loss")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write the log " + file + ": ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Checkpoints.best(folder.resolve("x"), "val_loss"), new FakeTraining("loss")))
                .withMessageStartingWith("Checkpoints watches 'val_loss', but this training has [accuracy, loss]");
    }

    @Test
    void logsALineAnEpochAndTheNamesOnce() {
        Path file = folder.resolve("log.csv");
        run(new CsvLog(file), new FakeTraining("loss"), 3, 1e-10);
        assertThat(file).hasContent("epoch,accuracy,loss\n1,0.5,3.0\n2,0.5,1.0E-10\n");
        run(new CsvLog(file), new FakeTraining("loss"), 2);
        assertThat(file).hasContent("epoch,accuracy,loss\n1,0.5,3.0\n2,0.5,1.0E-10\n1,0.5,2.0\n");
    }

    /** Of two runs in one file, the second is killed and goes on; also where it was in its first epoch. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aResumedLogHasNoEpochTwice(int epochOfCheckpoint) throws IOException {
        Path file = folder.resolve("log.csv");
        run(new CsvLog(file), new FakeTraining("loss"), 9, 8);
        CsvLog killed = new CsvLog(file);
        FakeTraining training = new FakeTraining("loss");
        SavedState checkpoint = new SavedState();
        killed.trainingBegins(training);
        for (int epoch = 1; epoch <= 3; epoch++) {
            if (epoch == epochOfCheckpoint + 1) {
                killed.save(checkpoint, training);
            }
            training.epoch(killed, epoch);
        }
        Files.writeString(file, "4,0.5", StandardOpenOption.APPEND);

        CsvLog resumed = new CsvLog(file);
        FakeTraining rest = FakeTraining.resumedAfter(epochOfCheckpoint, "loss");
        resumed.restore(checkpoint, rest);
        run(
                resumed,
                rest,
                IntStream.rangeClosed(epochOfCheckpoint + 1, 3).asDoubleStream().toArray());

        assertThat(Files.readString(file))
                .isEqualTo("epoch,accuracy,loss\n1,0.5,9.0\n2,0.5,8.0\n1,0.5,1.0\n2,0.5,2.0\n3,0.5,3.0\n");
    }

    @Test
    void aLogThatTheCheckpointDoesNotKnowStays() throws IOException {
        Path file = folder.resolve("log.csv");
        run(new CsvLog(file), new FakeTraining("loss"), 9, 8);
        run(new CsvLog(file), FakeTraining.resumedAfter(1, "loss"), 5);
        assertThat(Files.readString(file)).isEqualTo("epoch,accuracy,loss\n1,0.5,9.0\n2,0.5,8.0\n2,0.5,5.0\n");
    }

    @Test
    void aLogMayBeItsFirstLineOnly() throws IOException {
        Path file = folder.resolve("log.csv");
        for (String text : List.of("", "epoch,accuracy,loss", "epoch,accuracy,loss\n", "epoch,accuracy,loss\r\n")) {
            Files.writeString(file, text);
            run(new CsvLog(file), new FakeTraining("loss"), 3);
            assertThat(Files.readAllLines(file)).containsExactly("epoch,accuracy,loss", "1,0.5,3.0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch,loss\n1,0.5\n", "epoch,loss\n1,0.5", "epoch,loss"})
    void anotherFileIsRefusedAndStays(String text) throws IOException {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, text);
        for (FakeTraining training : List.of(new FakeTraining("loss"), FakeTraining.resumedAfter(0, "loss"))) {
            assertThatThrownBy(() -> run(new CsvLog(file), training))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot write the log " + file + ": its first line is 'epoch,loss', expected"
                            + " 'epoch,accuracy,loss': it is the log of another training; give this one another file");
            assertThat(Files.readString(file)).isEqualTo(text);
        }
    }
}
