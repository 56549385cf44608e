package org.nnlang.samples.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.nnlang.runtime.data.DrawnDigits;

class ShippedWeightsTest {
    /** The figure of the sample's README: 98.13 %. */
    private static final int RIGHT = 9_813;

    @Test
    void areTheClassifiers() throws Exception {
        DigitClassifier model = ShippedWeights.load();
        assertThat(model.parameters().get("hidden1.weight").toArray()).hasSize(50 * 784);
        assertThat(model.digit(new float[784])).hasSize(10).doesNotContain(Float.NaN);
    }

    @Test
    void areSmall() throws Exception {
        try (InputStream in = ShippedWeights.open()) {
            assertThat(in.readAllBytes()).hasSizeLessThan(200_000);
        }
    }

    /** They were made of MNIST, and never saw a drawn digit: chance would be a tenth. */
    @Test
    void knowDrawnDigitsToo() throws Exception {
        Answers answers = Answers.of(ShippedWeights.load(), DrawnDigits.of(3, 500));
        assertThat(answers.right()).isGreaterThan(250);
    }

    @Test
    void knowAsManyOfMnistsTestImagesAsTheReadmeSays() throws Exception {
        assertThat(Answers.of(ShippedWeights.load(), RealMnist.images().test()).right())
                .isEqualTo(RIGHT);
    }
}
