package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowSumsTest {
    @Test
    void addsTheColumns() {
        float[] sums = {100, 200, 300, 400};
        Rows.addColumnSums(new float[] {1, 2, 3, 4, 5, 6, 99}, 2, 3, sums);

        assertThat(sums).containsExactly(105, 207, 309, 400);
    }

    @Test
    void writesTheSumsOfTheColumns() {
        ElementFunctions functions = KernelChoice.named("plain").workspace(0).functions();
        float[] sums = {100, 200, 300, 400};
        functions.columnSums(new float[] {1, 2, 3, 4, 5, 6, 99}, 2, 3, sums);
        assertThat(sums).containsExactly(5, 7, 9, 400);

        functions.columnSums(new float[] {-0f}, 1, 1, sums);
        assertThat(Float.floatToRawIntBits(sums[0])).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 1", "1, 8", "2, 7", "3, 9", "100, 10", "101, 17", "100, 50", "33, 127", "7, 1031"})
    void addsTheRowsOfEveryColumnInTheirOrder(int rows, int width) {
        float[] values = numbers(1, rows * width);
        float[] sums = numbers(2, width);
        float[] expected = sums.clone();
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < width; j++) {
                expected[j] += values[row * width + j];
            }
        }
        Rows.addColumnSums(values, rows, width, sums);

        assertThat(sums).containsExactly(expected);
        for (String name : List.of("vector", "plain", "simple")) {
            ElementFunctions functions = KernelChoice.named(name).workspace(0).functions();
            float[] theirs = numbers(2, width);
            functions.addColumnSums(values, rows, width, theirs);
            assertThat(theirs).as(name).containsExactly(expected);
            float[] fromZero = new float[width];
            Rows.addColumnSums(values, rows, width, fromZero);
            functions.columnSums(values, rows, width, theirs);
            assertThat(theirs).as(name).containsExactly(fromZero);
        }
    }

    @Test
    void aBatchInPartsGivesTheBitsOfTheWhole() {
        float[] values = numbers(3, 50 * 13);
        float[] whole = new float[13];
        Rows.addColumnSums(values, 50, 13, whole);
        float[] inParts = new float[13];
        Rows.addColumnSums(values, 17, 13, inParts);
        Rows.addColumnSums(Arrays.copyOfRange(values, 17 * 13, values.length), 33, 13, inParts);

        assertThat(inParts).containsExactly(whole);
    }

    @Test
    void sumsGroupsOfRowsFromZero() {
        float[] in = {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60};
        float[] out = {9, 9, 9, 9, 9};
        Rows.sumRows(in, 3, 0, 2, 2, out);
        assertThat(out).containsExactly(9, 12, 90, 120, 9);

        out[0] = 7;
        Rows.sumRows(in, 3, 1, 1, 2, out);
        assertThat(out).containsExactly(7, 12, 90, 120, 9);

        Rows.sumRows(in, 0, 0, 2, 2, out);
        assertThat(out).containsExactly(0, 0, 0, 0, 9);
    }

    @Test
    void aSumOfMinusZeroIsZeroSinceItBeginsThere() {
        float[] out = {1};
        Rows.sumRows(new float[] {-0f}, 1, 0, 1, 1, out);

        assertThat(out).containsExactly(0f);
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 3", "4, 1, 9", "7, 3, 1", "3, 4, 17"})
    void sumsOfGroupsAreTheirColumnSums(int group, int groups, int width) {
        float[] in = numbers(4, group * groups * width);
        float[] out = new float[groups * width];
        Rows.sumRows(in, group, 0, groups, width, out);
        for (int i = 0; i < groups; i++) {
            float[] sums = new float[width];
            Rows.addColumnSums(Arrays.copyOfRange(in, i * group * width, (i + 1) * group * width), group, width, sums);
            assertThat(Arrays.copyOfRange(out, i * width, (i + 1) * width)).containsExactly(sums);
        }
    }

    @Test
    void repeatsEachRow() {
        float[] out = new float[13];
        Rows.repeatRows(new float[] {1, 2, 3, 4}, 0, 2, 3, 2, out);
        assertThat(out).containsExactly(1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4, 0);

        Rows.repeatRows(new float[] {5, 6}, 0, 2, 3, 1, out);
        assertThat(out).containsExactly(5, 5, 5, 6, 6, 6, 3, 4, 3, 4, 3, 4, 0);

        Rows.repeatRows(new float[] {1, 2, 8, 9}, 1, 1, 2, 2, out);
        assertThat(out).containsExactly(5, 5, 5, 6, 8, 9, 8, 9, 3, 4, 3, 4, 0);

        Rows.repeatRows(new float[] {5, 6}, 0, 2, 0, 1, out);
        assertThat(out).startsWith(5, 5, 5, 6);
    }

    @Test
    void allocateNothing() {
        float[] values = new float[100 * 13];
        float[] sums = new float[10 * 13];
        Allocation.assertNone(() -> Rows.addColumnSums(values, 100, 13, sums));
        Allocation.assertNone(() -> Rows.sumRows(values, 10, 0, 10, 13, sums));
        Allocation.assertNone(() -> Rows.repeatRows(sums, 0, 10, 10, 13, values));
    }

    private static float[] numbers(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (random.nextDouble() - 0.5);
        }
        return numbers;
    }
}
