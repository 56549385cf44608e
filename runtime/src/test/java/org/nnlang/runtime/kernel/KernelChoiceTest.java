package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KernelChoiceTest {
    @Test
    void takesTheFastestWhereNothingIsSaid() {
        assertThat(KernelChoice.named(null).name()).isEqualTo("adaptive");
    }

    @Test
    void takesTheNamedOnes() {
        assertThat(KernelChoice.named("vector").name()).isEqualTo("vector");
        assertThat(KernelChoice.named("plain").name()).isEqualTo("plain");
        assertThat(KernelChoice.named("simple").name()).isEqualTo("simple");
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> KernelChoice.named("fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("system property org.nnlang.kernels=fast: there are no such kernels;"
                        + " use adaptive, vector, plain or simple, or leave the property out");
    }

    @Test
    void choosesOnce() {
        assertThat(Kernels.best()).isSameAs(Kernels.best());
    }

    @Test
    void refusesVectorsOfLengthsThatThereAreNot() {
        System.setProperty(VectorModule.BITS, "abc");
        try {
            assertThatThrownBy(() -> KernelChoice.named("vector"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("system property org.nnlang.vectorBits=abc: vectors have 512, 256 or 128 bits");
        } finally {
            System.clearProperty(VectorModule.BITS);
        }
    }
}
