package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nnlang.compiler.testing.Compilation;
import org.nnlang.compiler.testing.Networks;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;

/** The 784-50-100-10 classifier, from its checked model to running Java. */
class DigitClassifierTest {
    @Test
    void givesProbabilitiesOfDigits() throws ReflectiveOperationException {
        Compilation compilation = Compilation.of(Networks.digitClassifier());
        Model model = compilation.create(42);
        ModelSession session = model.newSession(2);
        float[] digits = new float[20];
        session.run(new float[][] {new float[2 * 784]}, 2, new float[][] {digits});
        float sum = 0;
        for (float digit : digits) {
            sum += digit;
        }
        assertThat(sum).isCloseTo(2, org.assertj.core.data.Offset.offset(1e-5f));
    }

    @Test
    void countsFrozenWeightsInItsSummary() throws ReflectiveOperationException {
        Model model = Compilation.of(Networks.digitClassifier()).create(42);
        assertThat(model.summary().trainable()).isEqualTo(39_250 + 5_100 + 1_010);
        assertThat(model.summary().nonTrainable()).isZero();

        assertThat(model.parameters().freeze("hidden*.weight")).isEqualTo(2);

        assertThat(model.summary().trainable()).isEqualTo(50 + 100 + 1_010);
        assertThat(model.summary().nonTrainable()).isEqualTo(39_200 + 5_000);
        assertThat(model.summary().toString())
                .contains("Trainable params: 1,160 (4.53 KB)")
                .contains("Non-trainable params: 44,200 (172.66 KB)");
    }
}
