package org.nnlang.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    private static final List<String> KNOWN =
            List.of("Dense", "Dropout", "relu", "relu6", "sigmoid", "xavier_normal", "xavier_uniform", "x");

    @ParameterizedTest
    @CsvSource({
        "Dens, Dense",
        "dense, Dense",
        "Dnese, Dense",
        "sigmiod, sigmoid",
        "rel, relu",
        "xavier_norml, xavier_normal"
    })
    void findsTheNearest(String name, String expected) {
        assertThat(DidYouMean.nearest(name, KNOWN)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"Convolution", "softmax", "ab"})
    void findsNothingFarAway(String name) {
        assertThat(DidYouMean.nearest(name, KNOWN)).isEmpty();
    }

    @Test
    void countsASwapAsOne() {
        assertThat(DidYouMean.distance("abcd", "acbd")).isEqualTo(1);
        assertThat(DidYouMean.distance("", "abc")).isEqualTo(3);
        assertThat(DidYouMean.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void prefersTheFirstOfEquallyNearOnes() {
        assertThat(DidYouMean.nearest("wat", List.of("war", "was", "bat"))).contains("bat");
    }
}
