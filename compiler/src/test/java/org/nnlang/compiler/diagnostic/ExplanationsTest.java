package org.nnlang.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationsTest {
    @ParameterizedTest
    @EnumSource
    void everyCodeHasAPageWithExamples(Code code) {
        assertThat(Explanations.of(code.id()).orElseThrow())
                .startsWith("# " + code.id() + ": ")
                .contains("\nWrong:\n", "\nRight:\n");
    }

    @Test
    void knowsNothingOfOthers() {
        assertThat(Explanations.of("N999")).isEmpty();
        assertThat(Explanations.of("n301")).isPresent();
    }
}
