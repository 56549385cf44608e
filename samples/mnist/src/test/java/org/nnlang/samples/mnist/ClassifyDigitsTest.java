package org.nnlang.samples.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.runtime.data.DrawnDigits;

class ClassifyDigitsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void drawDigits() throws Exception {
        DrawnDigits.writeIdx(folder, 5, 10, 120);
    }

    private SampleRun classify(Object... arguments) {
        return SampleRun.of(ClassifyDigits::run, folder.resolve("pictures"), arguments);
    }

    @Test
    void classifiesTheImagesOfAFolderWithTheShippedWeights() throws Exception {
        SampleRun run = classify(folder);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "MNIST, from " + folder,
                        "Weights: those that come with the sample, trained on MNIST",
                        "one by one:",
                        "in batches of 100:",
                        "of 120 right",
                        "Both ways predict the same.");
        assertThat(Files.readAllBytes(folder.resolve("pictures/digits.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void classifiesWithGivenWeights() throws Exception {
        Path weights = folder.resolve("weights.npz");
        DigitClassifier.create(7).save(weights);
        SampleRun run = classify(folder, weights);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("Weights: " + weights);
    }

    @Test
    void namesAMissingFolder() {
        Path missing = folder.resolve("nowhere");
        SampleRun run = classify(missing);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("error: MNIST's four files are not in " + missing + "; fetch them: nn mnist fetch " + missing
                        + "\n");
    }

    @Test
    void namesAMissingFileOfWeights() {
        Path missing = folder.resolve("weights.npz");
        SampleRun run = classify(folder, missing);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("error: no file of weights at " + missing + "; give one in safetensors or npz form\n");
    }

    @Test
    void namesAFileThatIsNoFileOfWeights() throws Exception {
        Path file = Files.writeString(folder.resolve("weights.safetensors"), "no weights");
        SampleRun run = classify(folder, file);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("error: ").contains(file.toString()).hasLineCount(1);
    }

    @Test
    void takesAtMostTwoArguments() {
        SampleRun run = classify("a", "b", "c");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("expected at most [FOLDER [WEIGHTS]], got a b c\n");
    }
}
