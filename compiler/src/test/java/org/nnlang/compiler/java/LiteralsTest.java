package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.compiler.graph.Decimals;

class LiteralsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0f, 0.0",
        "-0.0, -0f, -0.0",
        "1, 1f, 1.0",
        "0.1, 0.1f, 0.1",
        "1e-8, 1e-8f, 1e-8",
        "0.044715, 0.044715f, 0.044715",
        "16777216, 16777216f, 16777216.0",
        "1e300, java.lang.Float.POSITIVE_INFINITY, 1e300",
        "-1e300, java.lang.Float.NEGATIVE_INFINITY, -1e300",
        "NaN, java.lang.Float.NaN, java.lang.Double.NaN",
        "3.4028234663852886e38, 3.4028235e38f, 3.4028234663852886e38",
        "1.4012984643248170e-45, 1e-45f, 1.401298464324817e-45"
    })
    void writesNumbers(double value, String asFloat, String asDouble) {
        assertThat(FloatLiterals.of(value)).hasToString(asFloat);
        assertThat(FloatLiterals.ofDouble(value)).hasToString(asDouble);
    }

    @Test
    void readsBackTheSameBits() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            float single = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(single)) {
                assertThat(Float.parseFloat(Decimals.shortest(single))).isEqualTo(single);
            }
            double twice = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(twice)) {
                assertThat(Double.parseDouble(Decimals.shortest(twice))).isEqualTo(twice);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a */ b, a *&#47; b",
        "@param x, &#64;param x",
        "<b> & {@link}, &lt;b&gt; &amp; &#123;&#64;link&#125;",
        "C:\\users, C:&#92;users"
    })
    void escapesJavadoc(String text, String safe) {
        assertThat(JavadocText.escape(text)).isEqualTo(safe);
    }

    @Test
    void beginsParagraphsAtBlankLines() {
        assertThat(JavadocText.paragraphs(" One.\nTwo.\n\n \nThree. ")).isEqualTo("One.\nTwo.\n\n<p>Three.");
    }
}
