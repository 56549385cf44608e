package org.nnlang.samples.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.training.optimizer.SGD;

class DescentTest {
    static List<Contender> contenders() {
        return Contender.inValley();
    }

    @ParameterizedTest
    @MethodSource("contenders")
    void comesNearTheLowestPlace(Contender contender) {
        Descent descent = Descent.of(contender.optimizer(), 30);
        assertThat(descent.x()).hasSize(31).startsWith(-7);
        assertThat(descent.y()).hasSize(31).startsWith(2);
        assertThat(descent.heights()[0]).isCloseTo(6.45, within(1e-6));
        assertThat(descent.lastHeight()).isLessThan(0.15);
    }

    @Test
    void plainDescentMultipliesEachCoordinate() {
        Descent descent = Descent.of(SGD.keras().withLearningRate(0.95), 10);
        // The derivatives are x / 10 and 2 y, so a step leaves 0.905 of x and -0.9 of y.
        for (int step = 1; step <= 10; step++) {
            assertThat(descent.x()[step]).isCloseTo(0.905 * descent.x()[step - 1], within(1e-5));
            assertThat(descent.y()[step]).isCloseTo(-0.9 * descent.y()[step - 1], within(1e-5));
        }
    }

    @Test
    void momentumFollowsItsFormula() {
        Descent descent = Descent.of(SGD.keras().withLearningRate(0.1).withMomentum(0.9), 5);
        double x = -7;
        double v = 0;
        for (int step = 1; step <= 5; step++) {
            v = 0.9 * v - 0.1 * x / 10;
            x += v;
            assertThat(descent.x()[step]).isCloseTo(x, within(1e-5));
        }
    }
}
