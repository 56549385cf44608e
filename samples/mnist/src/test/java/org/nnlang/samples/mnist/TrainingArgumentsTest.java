package org.nnlang.samples.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingArgumentsTest {
    private static TrainingArguments of(String words) throws UsageException {
        return TrainingArguments.of(words.isEmpty() ? new String[0] : words.split(" "), 5);
    }

    @Test
    void haveDefaults() throws Exception {
        assertThat(of("")).isEqualTo(new TrainingArguments(null, 5, 42, null));
    }

    @Test
    void comeInAnyOrder() throws Exception {
        TrainingArguments all = new TrainingArguments(Path.of("data"), 2, -7, Path.of("w.npz"));
        assertThat(of("data --epochs 2 --seed -7 --save w.npz")).isEqualTo(all);
        assertThat(of("--save w.npz --seed -7 data --epochs 2")).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --epochs many      | --epochs takes a whole number, got many
            --epochs 0         | --epochs takes a number from 1 to 10000, got 0
            --epochs           | expected [FOLDER] [--epochs N] [--seed N] [--save FILE], got --epochs without what comes after it
            --rate 1           | expected [FOLDER] [--epochs N] [--seed N] [--save FILE], got --rate
            data weights.npz   | expected [FOLDER] [--epochs N] [--seed N] [--save FILE], got the folders data and weights.npz; \
            ClassifyDigits takes a folder and weights
            """)
    void sayWhatIsWrong(String words, String message) {
        assertThatThrownBy(() -> of(words)).isInstanceOf(UsageException.class).hasMessage(message);
    }
}
