package org.nnlang.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.kernel.ArrayStorage;

class OptimizersTest {
    @Test
    void readsPresetsOfBothDialects() {
        assertThat(Optimizers.parse("sgd")).isEqualTo(SGD.keras());
        assertThat(Optimizers.parse("keras.adam")).isEqualTo(Adam.keras());
        assertThat(Optimizers.parse("torch.adam")).isEqualTo(Adam.torch());
        assertThat(Optimizers.parse("torch.AdamW")).isEqualTo(AdamW.torch());
        assertThat(Optimizers.parse("amsgrad")).isEqualTo(AMSGrad.keras());
        assertThat(Optimizers.parse("torch.rmsprop")).isEqualTo(RMSprop.torch());
        assertThat(Optimizers.parse("adagrad:")).isEqualTo(Adagrad.keras());
        assertThat(Optimizers.parse("nadam")).isEqualTo(Nadam.keras());
        assertThat(Optimizers.parse("adamax")).isEqualTo(Adamax.keras());
        assertThat(Optimizers.parse("torch.adadelta")).isEqualTo(Adadelta.torch());
    }

    @Test
    void readsSettingsUnderAllTheirNames() {
        assertThat(Optimizers.parse("adam:lr=0.01, beta_1=0.8,beta2=0.99,eps=1e-6,amsgrad=true,clipnorm=2"))
                .isEqualTo(Adam.keras()
                        .withLearningRate(0.01)
                        .withBeta1(0.8)
                        .withBeta2(0.99)
                        .withEpsilon(1e-6)
                        .withAmsgrad(true)
                        .withClipNorm(2));
        assertThat(Optimizers.parse("adam:learning-rate=0.1"))
                .isEqualTo(Adam.keras().withLearningRate(0.1));
        assertThat(Optimizers.parse("torch.rmsprop:alpha=0.5,momentum=0.1,centered=true,learningRate=1"))
                .isEqualTo(RMSprop.torch()
                        .withRho(0.5)
                        .withMomentum(0.1)
                        .withCentered(true)
                        .withLearningRate(1));
    }

    @Test
    void takesWeightDecayAsTheFrameworkDoes() {
        assertThat(Optimizers.parse("adam:weight_decay=0.1"))
                .isEqualTo(Adam.keras().withDecoupledWeightDecay(0.1));
        assertThat(Optimizers.parse("torch.adam:weight_decay=0.1"))
                .isEqualTo(Adam.torch().withL2(0.1));
        assertThat(Optimizers.parse("torch.adamw:weight_decay=0.1"))
                .isEqualTo(Adam.torch().withDecoupledWeightDecay(0.1));
        assertThat(Optimizers.parse("adam:l2=0.1")).isEqualTo(Adam.keras().withL2(0.1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "adm | no optimizer adm; did you mean adam?",
                "tensor.adam | no dialect tensor of optimizers",
                "adam:beta3=1 | adam has no setting beta3; did you mean beta1?",
                "adam:lr | adam: settings are written setting=value and joined by commas, got \"lr\"",
                "adam:lr=1, | adam: settings are written setting=value and joined by commas, got \"\"",
                "adam:lr=1,learning_rate=2 | adam: learning_rate is set twice",
                "adam:lr=fast | adam: lr=fast: \"fast\" is no number",
                "adam:amsgrad=yes | adam: amsgrad=yes: \"yes\" is neither true nor false",
                "adam:beta1=1 | adam: beta1=1: beta1 must be from 0 to below 1, got 1.0"
            })
    void saysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> Optimizers.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesBadSettings(double bad) {
        assertThatThrownBy(() -> SGD.keras().withLearningRate(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("learning rate must be 0 or more, and finite, got " + bad);
        assertThatThrownBy(() -> SGD.keras().withMomentum(bad)).hasMessageStartingWith("momentum must be from 0");
        assertThatThrownBy(() -> Adam.keras().withEpsilon(bad)).hasMessageStartingWith("epsilon must be positive");
        assertThatThrownBy(() -> Adam.keras().withL2(bad)).hasMessageStartingWith("weight decay must be 0 or more");
    }

    @Test
    void refusesBoundsThatLeaveNothing() {
        assertThatThrownBy(() -> SGD.keras().withClipNorm(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the clip norm must be positive (infinite where nothing is clipped), got 0.0");
        assertThatThrownBy(() -> SGD.keras().withClipValue(Double.NaN)).hasMessageStartingWith("the clip value must");
        assertThatThrownBy(() -> SGD.keras().withGlobalClipNorm(-1)).hasMessageStartingWith("the global clip norm");
    }

    @Test
    void nesterovNeedsMomentumThatIsNotDampedInPyTorch() {
        ArrayStorage weights = new ArrayStorage(1);
        SGD torch = SGD.torch().withNesterov(true);
        for (SGD bad : List.of(torch, torch.withMomentum(0.9).withDampening(0.1))) {
            assertThatThrownBy(() -> bad.update(weights))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Nesterov's momentum needs a momentum and no dampening, got momentum " + bad.momentum()
                            + " and dampening " + bad.dampening());
        }
        assertThat(torch.withMomentum(0.9).update(weights).memory()).containsOnlyKeys("momentum");
        assertThat(SGD.keras().withNesterov(true).update(weights).memory()).isEmpty();
    }

    @Test
    void namesWhatPeopleCallThem() {
        assertThat(AdamW.keras().name()).isEqualTo("adamw");
        assertThat(AMSGrad.torch().name()).isEqualTo("amsgrad");
        assertThat(Adam.torch().withL2(0.1).name()).isEqualTo("adam");
    }
}
