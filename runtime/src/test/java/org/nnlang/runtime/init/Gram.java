package org.nnlang.runtime.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Checks that the rows of a matrix, or its columns where those are fewer, are orthogonal and of one length. */
final class Gram {
    private Gram() {}

    static void assertOrthogonal(float[] matrix, int rows, int columns, double length) {
        boolean byRows = rows < columns;
        int vectors = byRows ? rows : columns;
        int size = byRows ? columns : rows;
        for (int i = 0; i < vectors; i++) {
            for (int j = i; j < vectors; j++) {
                double product = 0;
                for (int k = 0; k < size; k++) {
                    product += byRows
                            ? (double) matrix[i * columns + k] * matrix[j * columns + k]
                            : (double) matrix[k * columns + i] * matrix[k * columns + j];
                }
                if (Math.abs(product - (i == j ? length * length : 0)) > 1e-6 * length * length) {
                    assertThat(product)
                            .as("%d x %d, vectors %d and %d", rows, columns, i, j)
                            .isEqualTo(i == j ? length * length : 0, within(1e-6 * length * length));
                }
            }
        }
    }
}
