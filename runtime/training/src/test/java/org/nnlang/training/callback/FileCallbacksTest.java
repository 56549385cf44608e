package org.nnlang.training.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.runtime.io.SafetensorsFile;
import org.nnlang.training.Callback;
import org.nnlang.training.FakeTraining;

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

    @Test
    void aResumedLogHasNoEpochTwice() throws IOException {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, "epoch,accuracy,loss\n1,0.5,9.0\n2,0.5,9.0\n1,0.5,4.0\n2,0.5,3.0\n3,0.5,2.0\n4,0.5");
        run(new CsvLog(file), FakeTraining.resumedAfter(1, "loss"), 5, 6);
        assertThat(file).hasContent("epoch,accuracy,loss\n1,0.5,9.0\n2,0.5,9.0\n1,0.5,4.0\n2,0.5,5.0\n3,0.5,6.0\n");
    }

    @Test
    void anotherLogIsRefused() throws IOException {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, "epoch,loss\n1,0.5\n");
        assertThatThrownBy(() -> run(new CsvLog(file), new FakeTraining("loss")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write the log " + file + ": its first line is 'epoch,loss', expected"
                        + " 'epoch,accuracy,loss': it is the log of another training; give this one another file");
    }
}
