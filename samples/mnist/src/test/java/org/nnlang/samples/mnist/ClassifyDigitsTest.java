package org.nnlang.samples.mnist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.runtime.data.DrawnDigits;

class ClassifyDigitsTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void drawDigits() throws Exception {
        DrawnDigits.writeIdx(folder, 5, 10, 120);
    }

    private int run(Object... arguments) {
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return ClassifyDigits.run(words, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    @Test
    void classifiesTheImagesOfAFolderWithGivenWeights() throws Exception {
        Path weights = folder.resolve("weights.npz");
        DigitClassifier.create(7).save(weights);
        Path picture = folder.resolve("pictures/digits.png");
        System.setProperty("mnist.picture", picture.toString());
        try {
            assertThat(run(folder, weights)).as(err.toString(UTF_8)).isZero();
        } finally {
            System.clearProperty("mnist.picture");
        }
        assertThat(out.toString(UTF_8))
                .contains("from " + folder, "Weights: " + weights, "one by one:", "in batches of 100:", "of 120 right")
                .doesNotContain("chance");
        assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void namesAMissingFolder() {
        Path missing = folder.resolve("nowhere");
        assertThat(run(missing)).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualToNormalizingNewlines("error: MNIST's four files are not in " + missing
                        + "; fetch them: nn mnist fetch " + missing + "\n");
    }

    @Test
    void namesAMissingFileOfWeights() {
        Path missing = folder.resolve("weights.npz");
        assertThat(run(folder, missing)).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualToNormalizingNewlines(
                        "error: no file of weights at " + missing + "; give one in safetensors or npz form\n");
    }

    @Test
    void namesAFileThatIsNoFileOfWeights() throws Exception {
        Path file = Files.writeString(folder.resolve("weights.safetensors"), "no weights");
        assertThat(run(folder, file)).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .startsWith("error: ")
                .contains(file.toString())
                .hasLineCount(1);
    }

    @Test
    void takesAtMostTwoArguments() {
        assertThat(run("a", "b", "c")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .isEqualToNormalizingNewlines("expected at most [FOLDER [WEIGHTS]], got a b c\n");
    }
}
