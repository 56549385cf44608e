package org.nnlang.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.nnlang.training.metric.Judge.column;
import static org.nnlang.training.metric.Judge.result;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nnlang.training.Metric;

class RegressionMetricsTest {
    /** Errors 1, -2; 0, 3. */
    private final float[][] predictions = {{1, 0}, {3, 7}};

    private final float[][] targets = {{0, 2}, {3, 4}};

    @Test
    void averagesErrors() {
        assertThat(result(new MeanAbsoluteError(), predictions, targets)).isEqualTo(1.5);
        assertThat(result(new MeanSquaredError(), predictions, targets)).isEqualTo(3.5);
        assertThat(result(new RootMeanSquaredError(), predictions, targets)).isEqualTo(Math.sqrt(3.5));
    }

    @Test
    void weighsRows() {
        assertThat(result(new MeanAbsoluteError(), predictions, targets, 3, 1)).isEqualTo((3 * 1.5 + 1.5) / 4);
        assertThat(result(new MeanSquaredError(), predictions, targets, 3, 1)).isEqualTo((3 * 2.5 + 4.5) / 4);
        assertThat(result(new MeanSquaredError(), predictions, targets, 0, 0)).isZero();
        float[][] withNan = {{1, 0}, {Float.NaN, 7}};
        assertThat(result(new MeanSquaredError(), withNan, targets, 1, 0)).isEqualTo(2.5);
    }

    @Test
    void passesNanOn() {
        float[][] withNan = {{1, 0}, {Float.NaN, 7}};
        assertThat(result(new MeanAbsoluteError(), withNan, targets)).isNaN();
        assertThat(result(new RootMeanSquaredError(), withNan, targets)).isNaN();
        assertThat(result(new R2(), withNan, targets)).isNaN();
    }

    @Test
    void keepsWhatFloatsWouldLose() {
        MeanAbsoluteError error = new MeanAbsoluteError();
        float[] zeros = new float[1000];
        float[] tenths = new float[1000];
        Arrays.fill(tenths, 0.1f);
        for (int batch = 0; batch < 10_000; batch++) {
            error.update(tenths, zeros, 1000, 1, 1, null);
        }
        assertThat(error.result()).isEqualTo(0.1f, within(1e-12));
    }

    @Test
    void explainsVariance() {
        // scikit-learn's example: 1 - 1.5 / 29.1875.
        float[][] wanted = column(3, -0.5f, 2, 7);
        assertThat(result(new R2(), column(2.5f, 0, 2, 8), wanted)).isEqualTo(0.9486081370449679, within(1e-15));
        assertThat(result(new R2(), wanted, wanted)).isEqualTo(1);
        // The mean of the targets explains nothing, a worse guess less than nothing.
        assertThat(result(new R2(), column(2.875f, 2.875f, 2.875f, 2.875f), wanted))
                .isZero();
        assertThat(result(new R2(), column(9, 9, 9, 9), wanted)).isNegative();
    }

    @Test
    void explainsColumnsApart() {
        // scikit-learn's example of raw values: 0.965, 0.908.
        float[][] wanted = {{0.5f, 1}, {-1, 1}, {7, -6}};
        float[][] found = {{0, 2}, {-1, 2}, {8, -5}};
        double first = 1 - 1.25 / sumOfSquares(0.5, -1, 7);
        assertThat(result(new R2(), found, wanted))
                .isEqualTo((first + 1 - 3 / sumOfSquares(1, 1, -6)) / 2, within(1e-12));
    }

    @Test
    void hasAnAnswerForConstantTargets() {
        assertThat(result(new R2(), column(0.1f, 0.1f, 0.1f), column(0.1f, 0.1f, 0.1f)))
                .isEqualTo(1);
        assertThat(result(new R2(), column(0.1f, 0.2f, 0.1f), column(0.1f, 0.1f, 0.1f)))
                .isZero();
        assertThat(new R2().result()).isZero();
    }

    @Test
    void weighsWhatItExplains() {
        // A weight of 2 is the same as twice the row.
        double twice = result(new R2(), column(1, 2, 2, 4), column(0, 2, 2, 7));
        assertThat(result(new R2(), column(1, 2, 4), column(0, 2, 7), 1, 2, 1)).isEqualTo(twice, within(1e-15));
        R2 metric = new R2();
        assertThat(result(metric, column(1, 2), column(5, 9))).isNotZero();
        metric.reset();
        assertThat(result(metric, column(1, 2, 2, 4), column(0, 2, 2, 7))).isEqualTo(twice);
    }

    @Test
    void refusesClassIndicesForRows() {
        for (Metric metric : new Metric[] {new MeanAbsoluteError(), new MeanSquaredError(), new R2()}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> result(metric, predictions, column(1, 1)))
                    .withMessage(metric.name()
                            + " takes a target for each prediction, got 2 predictions and 1 targets a row");
        }
    }

    private static double sumOfSquares(double... numbers) {
        double mean = Arrays.stream(numbers).average().orElseThrow();
        return Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
    }
}
