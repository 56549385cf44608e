package org.nnlang.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void makesEachByItsName() {
        assertThat(Metrics.names())
                .contains("accuracy", "top_k_categorical_accuracy", "precision", "recall_micro", "f1_score_weighted")
                .contains("mean_absolute_error", "mean_squared_error", "root_mean_squared_error", "r2_score")
                .allSatisfy(name -> assertThat(Metrics.parse(name).name()).isEqualTo(name));
        assertThat(Metrics.parse("accuracy")).isInstanceOf(Accuracy.class).isNotSameAs(Metrics.parse("accuracy"));
        assertThat(Metrics.parse("top_3_categorical_accuracy").name()).isEqualTo("top_3_categorical_accuracy");
        assertThat(Metrics.parse("rmse")).isInstanceOf(RootMeanSquaredError.class);
        assertThat(Metrics.parse("f1")).isInstanceOf(F1.class);
    }

    @Test
    void namesTheNearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metrics.parse("acuracy"))
                .withMessageStartingWith(
                        "there is no metric acuracy; did you mean accuracy? There are accuracy, binary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metrics.parse("top_0_categorical_accuracy"))
                .withMessageContaining("did you mean top_k_categorical_accuracy?");
    }
}
