package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
    private static final int COUNT = 1 << 16;

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5, 0.8})
    void dropsTheShareOfTheRateAndScalesTheRest(double rate) {
        float[] out = dropout(ones(COUNT), rate, 42);
        float kept = (float) (1 / (1 - rate));
        int dropped = 0;
        for (float value : out) {
            if (value == 0) {
                dropped++;
            } else {
                assertThat(value).isEqualTo(kept);
            }
        }

        // Five standard deviations.
        assertThat((double) dropped / COUNT).isCloseTo(rate, within(5 * StrictMath.sqrt(rate * (1 - rate) / COUNT)));
    }

    /** The draw of element i is the upper half of the generator's number i, as documented. */
    @Test
    void drawsTheNumbersOfSplitMix() {
        SplittableRandom random = new SplittableRandom(-7);
        float[] out = dropout(ones(1000), 0.3, -7);
        for (int i = 0; i < 1000; i++) {
            long number = random.nextLong();
            assertThat(Rows.mixSeed(-7, i)).isEqualTo(number);
            assertThat(out[i] == 0).isEqualTo((number >>> 32) * 0x1p-32 < 0.3);
        }
    }

    @Test
    void drawsTheSameForAnySplitAndInPlace() {
        float[] whole = dropout(ones(1000), 0.5, 3);
        float[] inParts = ones(1000);
        Rows.dropout(inParts, inParts, 700, 300, 0.5, 3);
        Rows.dropout(inParts, inParts, 0, 1, 0.5, 3);
        Rows.dropout(inParts, inParts, 1, 699, 0.5, 3);

        assertThat(inParts).containsExactly(whole);
    }

    @Test
    void writesNothingOutsideOfTheRange() {
        float[] out = {9, 9, 9, 9};
        Rows.dropout(new float[] {1, 2, 3, 4}, out, 1, 2, 1, 0);

        assertThat(out).containsExactly(9, 0, 0, 9);
    }

    @Test
    void otherSeedsDrawIndependently() {
        float[] a = dropout(ones(COUNT), 0.5, Rows.mixSeed(1, 0));
        float[] b = dropout(ones(COUNT), 0.5, Rows.mixSeed(1, 1));
        int agreeing = 0;
        for (int i = 0; i < COUNT; i++) {
            agreeing += a[i] == b[i] ? 1 : 0;
        }

        assertThat((double) agreeing / COUNT).isCloseTo(0.5, within(0.01));
    }

    @Test
    void neighboursDrawIndependently() {
        float[] out = dropout(ones(COUNT), 0.5, 0);
        for (int distance : new int[] {1, 2, 3, 4, 8, 16, 64, 512}) {
            int agreeing = 0;
            for (int i = distance; i < COUNT; i++) {
                agreeing += out[i] == out[i - distance] ? 1 : 0;
            }
            assertThat((double) agreeing / (COUNT - distance)).isCloseTo(0.5, within(0.01));
        }
    }

    @Test
    void whatIsDroppedIsZeroWhateverItWas() {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -1}) {
            float[] in = new float[100];
            Arrays.fill(in, value);
            float[] out = dropout(in, 0.5, 5);
            float[] pattern = dropout(ones(100), 0.5, 5);
            for (int i = 0; i < 100; i++) {
                assertThat(Float.floatToRawIntBits(out[i]) == 0).isEqualTo(pattern[i] == 0);
            }
            assertThat(dropout(in, 1, 5)).containsOnly(0f);
        }
    }

    @Test
    void aRateOfZeroCopies() {
        float[] in = {1, -0f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE};

        assertThat(dropout(in, 0, 1)).containsExactly(in);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.5, Double.NaN})
    void refusesARateThatIsNoProbability(double rate) {
        assertThatThrownBy(() -> dropout(new float[1], rate, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the rate of a dropout must be from 0 to 1, got " + rate);
    }

    @Test
    void allocatesNothing() {
        float[] values = new float[100];
        Allocation.assertNone(() -> Rows.dropout(values, values, 0, 100, 0.5, 1));
    }

    private static float[] dropout(float[] in, double rate, long seed) {
        float[] out = new float[in.length];
        Arrays.fill(out, 77);
        Rows.dropout(in, out, 0, in.length, rate, seed);
        return out;
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
