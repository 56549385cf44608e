package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowsTest {
    private static final float[] VALUES = {99, 3, -1, 4, 1, 99};

    @Test
    void reducesOnlyTheRow() {
        assertThat(Rows.sum(VALUES, 1, 5)).isEqualTo(7);
        assertThat(Rows.product(VALUES, 1, 5)).isEqualTo(-12);
        assertThat(Rows.max(VALUES, 1, 5)).isEqualTo(4);
        assertThat(Rows.min(VALUES, 1, 5)).isEqualTo(-1);
        assertThat(Rows.mean(VALUES, 1, 5)).isEqualTo(1.75f);
        assertThat(Rows.dot(VALUES, 1, VALUES, 2, 3)).isEqualTo(-3 - 4 + 4);
    }

    @Test
    void addsFromLeftToRight() {
        assertThat(Rows.sum(new float[] {1e8f, 1, -1e8f}, 0, 3)).isZero();
        assertThat(Rows.sum(new float[] {1e8f, -1e8f, 1}, 0, 3)).isEqualTo(1);
    }

    @Test
    void sortsAndAccumulatesInPlaceToo() {
        float[] sorted = new float[6];
        Rows.sortDescending(VALUES, 1, sorted, 2, 4);
        assertThat(sorted).containsExactly(0, 0, 4, 3, 1, -1);

        Rows.cumulativeSum(sorted, 2, sorted, 2, 4);
        assertThat(sorted).containsExactly(0, 0, 4, 7, 8, 7);
    }

    @Test
    void anEmptyRowHasTheNeutralElement() {
        assertThat(Rows.sum(VALUES, 2, 2)).isZero();
        assertThat(Rows.product(VALUES, 2, 2)).isEqualTo(1);
        assertThat(Rows.max(VALUES, 2, 2)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(Rows.min(VALUES, 2, 2)).isEqualTo(Float.POSITIVE_INFINITY);
    }
}
