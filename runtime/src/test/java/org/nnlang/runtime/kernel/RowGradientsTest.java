package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowGradientsTest {
    @Test
    void sendsTheGradientBackToWhereTheSortedElementsCameFrom() {
        float[] x = {99, 3, -1, 4, 1, 99};
        float[] g = {0, 0, 10, 20, 30, 40};
        float[] dx = {7, 7, 7, 7, 7, 7};
        Rows.sortDescendingGradient(x, 1, g, 2, dx, 1, 4);

        assertThat(dx).containsExactly(7, 20, 40, 10, 30, 7);
    }

    @Test
    void equalElementsTakeTheirPlacesInTheOrderOfTheirIndices() {
        float[] dx = new float[5];
        Rows.sortDescendingGradient(new float[] {2, 5, 2, 2, 5}, 0, new float[] {1, 2, 3, 4, 5}, 0, dx, 0, 5);

        assertThat(dx).containsExactly(3, 1, 4, 5, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 7, 8, 31, 64, 100, 1031})
    void agreesWithSortingOfAnyRow(int n) {
        SplittableRandom random = new SplittableRandom(n);
        float[] kinds = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, 1, 2, -3};
        float[] x = new float[n];
        float[] g = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextInt(3) == 0 ? kinds[random.nextInt(kinds.length)] : (float) random.nextDouble();
            g[i] = i % 5 == 0 ? Float.NaN : -i;
        }
        float[] expected = new float[n];
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> x[i]).reversed())
                .mapToInt(i -> i)
                .toArray();
        float[] sorted = new float[n];
        Rows.sortDescending(x, 0, sorted, 0, n);
        for (int place = 0; place < n; place++) {
            assertThat(Float.floatToIntBits(x[order[place]])).isEqualTo(Float.floatToIntBits(sorted[place]));
            expected[order[place]] = g[place];
        }
        float[] dx = new float[n];
        Rows.sortDescendingGradient(x, 0, g, 0, dx, 0, n);

        assertThat(dx).containsExactly(expected);
    }

    @Test
    void theGradientOfAProductIsTheProductOfTheOthers() {
        float[] dx = {9, 9, 9, 9, 9};
        Rows.productGradient(new float[] {99, 2, 3, 5}, 1, 10, dx, 2, 3);

        assertThat(dx).containsExactly(9, 9, 150, 100, 60);
    }

    @Test
    void theGradientOfAProductIsRightWithZerosAmongTheElements() {
        assertThat(productGradient(2, 0, 5)).containsExactly(0, 10, 0);
        assertThat(productGradient(0, 3, 0)).containsExactly(0, 0, 0);
        assertThat(productGradient(0)).containsExactly(1);
        assertThat(productGradient()).isEmpty();
    }

    @Test
    void theGradientOfAProductAgreesWithTheQuotient() {
        SplittableRandom random = new SplittableRandom(3);
        float[] x = new float[37];
        double product = 1;
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (0.5 + random.nextDouble());
            product *= x[i];
        }
        float[] dx = productGradient(x);
        for (int i = 0; i < x.length; i++) {
            double expected = product / x[i];
            assertThat((double) dx[i]).isBetween(expected * (1 - 1e-5), expected * (1 + 1e-5));
        }
    }

    @Test
    void allocateNothing() {
        float[] x = new float[100];
        float[] dx = new float[100];
        Allocation.assertNone(() -> Rows.sortDescendingGradient(x, 0, x, 0, dx, 0, 100));
        Allocation.assertNone(() -> Rows.productGradient(x, 0, 1, dx, 0, 100));
    }

    private static float[] productGradient(float... x) {
        float[] dx = new float[x.length];
        Rows.productGradient(x, 0, 1, dx, 0, x.length);
        return dx;
    }
}
