package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.testing.GeneratedModels;
import org.nnlang.compiler.testing.Golden;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Scalar;

/** Losses of which the gradient finds a part where the loss has left it, and losses with no such part. */
class KeptPartsTest {
    private static final int ROWS = 3;
    private static final int WIDTH = 5;
    private static final String TEXT = """
            /// The gradient is what is kept.
            loss exponential(prediction: [n], target: [n]) = sum(exp(prediction - target))

            /// Three reductions of the same exp, one of which needs the others.
            loss peaked(prediction: [n], target: [n]) =
              sum(square(exp(prediction) / (sum(exp(prediction)) + sum(target * exp(prediction))) - target))

            /// The gradient needs the exp of few elements.
            loss one_sided(prediction: [n], target: [n]) =
              sum(if target > 0.9 then exp(prediction) * prediction else prediction)

            /// Each element needs the exp, on one side or on the other.
            loss two_sided(prediction: [n], target: [n]) =
              sum(if target > 0.5 then exp(prediction) * target else prediction - exp(prediction))

            /// The gradient needs other functions than the loss.
            loss logarithmic(prediction: [n], target: [n]) = sum(target * log(abs(prediction) + 1))

            model Net {
              input x: [4]
              output y = x -> Dense(3)
            }
            """;
    private static final GeneratedModels GENERATED = GeneratedModels.ofText(TEXT);

    @Test
    void theJavaOfThem() throws IOException {
        CompilationResult result =
                NnCompiler.compile(new CompilationRequest(List.of(new SourceFile("test.nn", TEXT)), List.of()));
        for (String name : List.of("Exponential", "Peaked", "OneSided", "TwoSided", "Logarithmic")) {
            String text = result.files().stream()
                    .filter(file -> file.path().equals(name + ".java"))
                    .findFirst()
                    .orElseThrow()
                    .text();
            Golden.check(name + ".java", text);
        }
    }

    /** Neither whether gradients are wanted nor what was in their array before makes a difference. */
    @ParameterizedTest
    @ValueSource(strings = {"Exponential", "Peaked", "OneSided", "TwoSided", "Logarithmic"})
    void lossesAreTheSameWithoutGradients(String name) {
        Loss loss = GENERATED.loss(name);
        float[] predictions = drawn(1);
        float[] targets = drawn(2);
        float[] alone = new float[ROWS];
        float[] losses = new float[ROWS];
        float[] gradients = new float[ROWS * WIDTH];
        float[] again = new float[ROWS * WIDTH];
        Arrays.fill(again, Float.NaN);

        loss.evaluate(predictions, targets, ROWS, WIDTH, alone, null);
        loss.evaluate(predictions, targets, ROWS, WIDTH, losses, gradients);
        loss.evaluate(predictions, targets, ROWS, WIDTH, losses, again);

        assertThat(bits(losses)).isEqualTo(bits(alone));
        assertThat(bits(again)).isEqualTo(bits(gradients));
    }

    @Test
    void theKeptPartAloneMayBeTheGradient() {
        float[] predictions = drawn(1);
        float[] targets = drawn(2);
        float[] losses = new float[ROWS];
        float[] gradients = new float[ROWS * WIDTH];
        GENERATED.loss("Exponential").evaluate(predictions, targets, ROWS, WIDTH, losses, gradients);
        for (int row = 0; row < ROWS; row++) {
            float sum = 0;
            for (int i = row * WIDTH; i < (row + 1) * WIDTH; i++) {
                float exp = Scalar.exp(predictions[i] - targets[i]);
                sum += exp;
                assertThat(gradients[i]).isEqualTo(exp);
            }
            assertThat(losses[row]).isEqualTo(sum);
        }
    }

    private static float[] drawn(long seed) {
        Random random = new Random(seed);
        float[] values = new float[ROWS * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }
}
