package org.nnlang.samples.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.runtime.Parameter;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.runtime.data.DrawnDigits;

class DigitClassifierTest {
    private static final Dataset IMAGES = DrawnDigits.of(3, 250);

    private final DigitClassifier model = DigitClassifier.create(1);

    @Test
    void predictsTheSameOneByOneAndInBatches() {
        float[] inBatches = new float[IMAGES.size() * 10];
        model.newSession(IMAGES.size()).run(IMAGES.features(), IMAGES.size(), inBatches);
        for (int i = 0; i < IMAGES.size(); i++) {
            float[] alone = model.digit(IMAGES.row(i));
            assertThat(alone).isEqualTo(model.forward(IMAGES.row(i)).digit());
            for (int digit = 0; digit < 10; digit++) {
                assertThat(inBatches[i * 10 + digit]).isEqualTo(alone[digit]);
            }
        }
        assertThat(Predictions.inBatches(model, IMAGES, 100)).isEqualTo(Predictions.oneByOne(model, IMAGES));
    }

    @Test
    void hasTypedWeights() {
        assertThat(model.parameters())
                .extracting(Parameter::toString)
                .containsExactly(
                        "hidden1.weight [50, 784]",
                        "hidden1.bias [50]",
                        "hidden2.weight [100, 50]",
                        "hidden2.bias [100]",
                        "logits.weight [10, 100]",
                        "logits.bias [10]");
        assertThat(model.logits().weight()).isSameAs(model.parameters().get("logits.weight"));
    }

    @Test
    void predictsTheSameAfterSavingAndLoading(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("digits.safetensors");
        model.save(file);
        assertThat(DigitClassifier.load(file).digit(IMAGES.row(0))).isEqualTo(model.digit(IMAGES.row(0)));
        assertThat(DigitClassifier.create(2).digit(IMAGES.row(0))).isNotEqualTo(model.digit(IMAGES.row(0)));
    }

    @Test
    void summaryIsAsInKeras() {
        assertThat(model.summary().toString()).isEqualTo("""
                        Model: "DigitClassifier"
                        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
                        ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
                        ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
                        │ hidden1 (Dense)                 │ (None, 50)             │        39,250 │
                        ├─────────────────────────────────┼────────────────────────┼───────────────┤
                        │ hidden2 (Dense)                 │ (None, 100)            │         5,100 │
                        ├─────────────────────────────────┼────────────────────────┼───────────────┤
                        │ logits (Dense)                  │ (None, 10)             │         1,010 │
                        └─────────────────────────────────┴────────────────────────┴───────────────┘
                         Total params: 45,360 (177.19 KB)
                         Trainable params: 45,360 (177.19 KB)
                         Non-trainable params: 0 (0.00 B)""");
    }
}
