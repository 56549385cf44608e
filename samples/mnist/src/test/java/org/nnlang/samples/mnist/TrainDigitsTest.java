package org.nnlang.samples.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.runtime.data.DrawnDigits;
import org.nnlang.training.Progress;

/** The mains that train, on a few drawn digits. */
class TrainDigitsTest {
    @TempDir
    Path folder;

    private Path images = Path.of("");

    @BeforeEach
    void drawDigits() throws Exception {
        images = folder.resolve("images");
        DrawnDigits.writeIdx(images, 5, 600, 150);
    }

    private static int small(String[] arguments, PrintStream out, PrintStream err) {
        return TrainDigits.run(arguments, Progress.NONE, out, err);
    }

    private static int wide(String[] arguments, PrintStream out, PrintStream err) {
        return TrainWideDigits.run(arguments, Progress.NONE, out, err);
    }

    private SampleRun train(SampleRun.Main main, Object... options) {
        Object[] arguments = new Object[options.length + 1];
        arguments[0] = images;
        System.arraycopy(options, 0, arguments, 1, options.length);
        SampleRun run = SampleRun.of(main, folder.resolve("output"), arguments);
        assertThat(run.status()).as(run.err()).isZero();
        return run;
    }

    private byte[] weightsOf(SampleRun.Main main, int seed) throws IOException {
        Path file = folder.resolve("weights/" + seed + ".safetensors");
        train(main, "--epochs", 1, "--seed", seed, "--save", file);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    @Test
    void learnsAndShowsWhatItLearned() throws Exception {
        SampleRun run = train(TrainDigitsTest::small, "--epochs", 20);
        assertThat(run.out())
                .contains(
                        "MNIST, from " + images,
                        "Test set: accuracy: ",
                        "actual \\ predicted",
                        "Both ways predict the same.");
        for (String picture : new String[] {"curves.png", "confusion.png", "mistakes.png"}) {
            Path file = folder.resolve("output").resolve(picture);
            assertThat(run.out()).contains(file.toString());
            assertThat(Files.readAllBytes(file)).as(picture).startsWith(0x89, 'P', 'N', 'G');
        }
        DigitClassifier model = DigitClassifier.load(folder.resolve("output/digits.safetensors"));
        assertThat(Answers.of(model, new DigitImages(images).test()).right()).isGreaterThan(100);
    }

    @Test
    void makesEqualBytesOfEqualSeeds() throws Exception {
        byte[] weights = weightsOf(TrainDigitsTest::small, 1);
        assertThat(weightsOf(TrainDigitsTest::small, 1)).isEqualTo(weights);
        assertThat(weightsOf(TrainDigitsTest::small, 2)).isNotEqualTo(weights);
    }

    @Test
    void makesEqualBytesOfEqualSeedsAlsoWithDropout() throws Exception {
        byte[] weights = weightsOf(TrainDigitsTest::wide, 1);
        assertThat(weightsOf(TrainDigitsTest::wide, 1)).isEqualTo(weights);
        assertThat(weightsOf(TrainDigitsTest::wide, 2)).isNotEqualTo(weights);
    }

    @Test
    void refusesWhatItDoesNotKnowBeforeItTrains() {
        SampleRun run = SampleRun.of(TrainDigitsTest::small, folder.resolve("output"), images, "--rate", 1);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("expected [FOLDER]").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }
}
