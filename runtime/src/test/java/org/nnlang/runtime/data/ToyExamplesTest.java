package org.nnlang.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ToyExamplesTest {
    @Test
    void hasTheFourCasesOfXor() {
        Dataset xor = ToyExamples.xor();
        for (int i = 0; i < 4; i++) {
            assertThat((float) xor.label(i)).isEqualTo(Math.abs(xor.row(i)[0] - xor.row(i)[1]));
        }
    }

    @Test
    void drawsMoonsAsScikitLearn() {
        Dataset moons = ToyExamples.moons(101, 0, 1);
        assertThat(moons.classCounts()).containsExactly(50, 51);
        for (int i = 0; i < moons.size(); i++) {
            float x = moons.row(i)[0];
            float y = moons.row(i)[1];
            if (moons.label(i) == 0) {
                assertThat(x * x + y * y).isCloseTo(1, within(1e-6f));
                assertThat(y).isGreaterThan(-1e-6f);
            } else {
                assertThat((x - 1) * (x - 1) + (y - 0.5f) * (y - 0.5f)).isCloseTo(1, within(1e-6f));
                assertThat(y).isLessThan(0.5f + 1e-6f);
            }
        }
        assertThat(moons.range(0, 50).classCounts()[0]).isBetween(10, 40);
    }

    @Test
    void drawsCirclesAsScikitLearn() {
        Dataset circles = ToyExamples.circles(40, 0, 0.5, 1);
        TreeSet<Float> xs = new TreeSet<>();
        for (int i = 0; i < circles.size(); i++) {
            float x = circles.row(i)[0];
            float y = circles.row(i)[1];
            assertThat(x * x + y * y).isCloseTo(circles.label(i) == 0 ? 1 : 0.25f, within(1e-6f));
            xs.add(x);
        }
        assertThat(circles.classCounts()).containsExactly(20, 20);
        assertThat(xs.last()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> ToyExamples.circles(40, 0, 1, 1));
    }

    @Test
    void drawsTheSpiralsOfThePaper() {
        Dataset spirals = ToyExamples.spirals(194, 0, 1);
        assertThat(spirals.classCounts()).containsExactly(97, 97);
        boolean first = false;
        boolean last = false;
        for (int i = 0; i < spirals.size(); i++) {
            float x = spirals.row(i)[0];
            float y = spirals.row(i)[1];
            // i = 0 and i = 96 of the paper: radii 6.5 and 0.5, both on the axis after three whole turns.
            first |= spirals.label(i) == 0 && Math.abs(x) < 1e-5 && Math.abs(y - 6.5) < 1e-5;
            last |= spirals.label(i) == 0 && Math.abs(x) < 1e-5 && Math.abs(y - 0.5) < 1e-5;
            assertThat(Math.hypot(x, y)).isBetween(0.5 - 1e-6, 6.5 + 1e-6);
        }
        assertThat(first).isTrue();
        assertThat(last).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> ToyExamples.spirals(3, 0, 1));
    }

    @Test
    void drawsBlobsAroundTheirCentres() {
        Dataset blobs = ToyExamples.blobs(3001, 3, 0.5, 1);
        assertThat(blobs.classCounts()).containsExactly(1001, 1000, 1000);
        for (int label = 0; label < 3; label++) {
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (int i = 0; i < blobs.size(); i++) {
                if (blobs.label(i) == label) {
                    sum += blobs.row(i)[0];
                    squares += blobs.row(i)[0] * blobs.row(i)[0];
                    count++;
                }
            }
            double mean = sum / count;
            assertThat(mean).isBetween(-10.1, 10.1);
            assertThat(Math.sqrt(squares / count - mean * mean)).isCloseTo(0.5, within(0.05));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ToyExamples.blobs(2, 3, 1, 1));
    }

    @Test
    void dependsOnTheSeedOnly() {
        assertThat(ToyExamples.moons(20, 0.1, 5).features())
                .isEqualTo(ToyExamples.moons(20, 0.1, 5).features())
                .isNotEqualTo(ToyExamples.moons(20, 0.1, 6).features());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ToyExamples.moons(20, -1, 5))
                .withMessage("a standard deviation must be finite and not negative, got -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> ToyExamples.moons(1, 0, 5));
    }
}
