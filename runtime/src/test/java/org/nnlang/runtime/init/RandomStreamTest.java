package org.nnlang.runtime.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    @Test
    void startsAnewForEqualSeedsAndNames() {
        assertThat(RandomStream.of(1, "a").nextLong())
                .isEqualTo(RandomStream.of(1, "a").nextLong());
    }

    @Test
    void differsByNameAndBySeed() {
        Set<Long> first = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            for (int layer = 0; layer < 100; layer++) {
                first.add(RandomStream.of(seed, "hidden" + layer + ".weight").nextLong());
            }
        }
        assertThat(first).hasSize(10_000);
    }

    @Test
    void drawsEveryWholeNumberBelowTheBoundEquallyOften() {
        RandomStream random = RandomStream.of(5, "dice");
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            counts[random.nextInt(6)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(10_000 - 500, 10_000 + 500);
        }
        assertThat(random.nextInt(1)).isZero();
        assertThatThrownBy(() -> random.nextInt(0)).hasMessage("bound must be positive, got 0");
    }

    @Test
    void drawsFromZeroUpToOne() {
        RandomStream random = RandomStream.of(6, "unit");
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            double drawn = random.nextDouble();
            assertThat(drawn).isGreaterThanOrEqualTo(0).isLessThan(1);
            sum += drawn;
        }
        assertThat(sum / 10_000).isBetween(0.485, 0.515);
    }
}
