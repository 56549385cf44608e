package org.nnlang.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.runtime.init.Initializers;
import org.nnlang.runtime.kernel.ArrayStorage;

class FreezingTest {
    private final Parameters parameters = Parameters.of(
            parameter("encoder.dense.weight", true, 6),
            parameter("encoder.dense.bias", true, 2),
            parameter("encoder.norm.mean", false, 2),
            parameter("encoder2.weight", true, 4));

    private static Parameter parameter(String path, boolean trainable, int elements) {
        return new Parameter(path, Shape.of(elements), trainable, new ArrayStorage(elements), Initializers.constant(0));
    }

    @Test
    void freezesAndUnfreezesByPattern() {
        assertThat(parameters.freeze("encoder.*")).isEqualTo(2);

        assertThat(parameters.stream().filter(Parameter::trainable).map(Parameter::path))
                .containsExactly("encoder2.weight");
        assertThat(parameters.freeze("encoder.dense.bias")).isZero();
        assertThat(parameters.unfreeze("*.bias")).isEqualTo(1);
        assertThat(parameters.stream().filter(Parameter::trainable).map(Parameter::path))
                .containsExactly("encoder.dense.bias", "encoder2.weight");
        assertThat(parameters.unfreeze("*")).isEqualTo(1);
        assertThat(parameters.unfreeze("*")).isZero();
    }

    @Test
    void countsWhatIsFrozenAsNotTrainable() {
        assertThat(parameters.trainableCount("encoder.*")).isEqualTo(8);
        assertThat(parameters.nonTrainableCount("encoder.*")).isEqualTo(2);

        parameters.freeze("encoder.dense.weight");

        assertThat(parameters.trainableCount("encoder.*")).isEqualTo(2);
        assertThat(parameters.nonTrainableCount("encoder.*")).isEqualTo(8);
        assertThat(parameters.trainableCount()).isEqualTo(6);
        assertThat(parameters.count()).isEqualTo(14);
    }

    @Test
    void neverMakesAStateTrainable() {
        assertThat(parameters.freeze("encoder.norm.*")).isZero();
        assertThat(parameters.unfreeze("encoder.norm.*")).isZero();
        assertThat(parameters.get("encoder.norm.mean").trainable()).isFalse();
        assertThatThrownBy(() -> parameters.get("encoder.norm.mean").setTrainable(true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("encoder.norm.mean is a state, which no gradient reaches: it cannot become trainable");
    }

    @Test
    void suggestsThePathThatWasMeant() {
        assertThatThrownBy(() -> parameters.freeze("encoder3.*"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no parameter fits encoder3.*; did you mean encoder2.weight?");
        assertThatThrownBy(() -> parameters.unfreeze("encoder"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageStartingWith("no parameter fits encoder; did you mean ");
    }

    @ParameterizedTest
    @CsvSource({
        "a.b, a.b, true",
        "a.b, a.bc, false",
        "a.*, a.b, true",
        "a.*, a., true",
        "a.*, axb, false",
        "*, '', true",
        "*.b, x.a.b, true",
        "*.b, x.b.c, false",
        "a*b, ab, true",
        "a*a, a, false",
        "*a*b*, xaxbx, true",
        "*a*b*, xbxax, false",
        "a[0].*, a[0].w, true",
        "a[*].w, a[10].w, true",
        "a**b, axb, true"
    })
    void takesAStarForAnyText(String pattern, String path, boolean fits) {
        assertThat(new PathPattern(pattern).fits(path)).isEqualTo(fits);
    }
}
