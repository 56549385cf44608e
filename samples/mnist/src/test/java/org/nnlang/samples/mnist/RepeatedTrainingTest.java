package org.nnlang.samples.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.training.Progress;

/** Whole trainings on MNIST, which take half a minute and minutes: only where they are asked for. */
class RepeatedTrainingTest {
    /** The figure of the sample's README. */
    private static final int RIGHT_OF_WIDE = 9_854;

    @TempDir
    Path folder;

    @Test
    @EnabledIfSystemProperty(named = "mnist.small", matches = ".*")
    void makesTheShippedWeightsToTheBit() throws Exception {
        Path file = folder.resolve("digits.safetensors");
        SampleRun run = SampleRun.of(
                (words, out, err) -> TrainDigits.run(words, Progress.NONE, out, err),
                folder,
                RealMnist.folder(),
                "--epochs",
                25,
                "--save",
                file);
        assertThat(run.status()).as(run.err()).isZero();
        try (InputStream shipped = ShippedWeights.open()) {
            assertThat(Files.readAllBytes(file)).isEqualTo(shipped.readAllBytes());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "mnist.wide", matches = ".*")
    void bringsTheWideClassifierToWhatTheReadmeSays() throws Exception {
        Path file = folder.resolve("wide.safetensors");
        SampleRun run = SampleRun.of(
                (words, out, err) -> TrainWideDigits.run(words, Progress.NONE, out, err),
                folder,
                RealMnist.folder(),
                "--save",
                file);
        assertThat(run.status()).as(run.err()).isZero();
        Answers answers =
                Answers.of(WideDigitClassifier.load(file), RealMnist.images().test());
        assertThat(answers.right()).isEqualTo(RIGHT_OF_WIDE);
    }
}
