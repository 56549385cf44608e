package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nnlang.compiler.testing.GeneratedModels;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Model;

/** Dropout in generated classes: what it zeroes while training, and that predicting knows nothing of it. */
class DropoutTest {
    private static final int WIDTH = 1000;
    private static final int COUNT = 20;
    private static final double RATE = 0.2;

    /** The weight is what is dropped or scaled: its gradient shows what backward did, element by element. */
    private static final String TEXT = """
        model Dropped {
          input  x: [1000]
          param  weight: [1000] = ones
          output first = x * weight -> Dropout(0.2)
          output second = x * weight -> Dropout(0.2)
        }
        """;

    private final Model model = GeneratedModels.only(TEXT, 1);
    private final GradientSession session = model.gradients().newSession(COUNT);

    private float[][] forward(long seed, int count) {
        float[] x = new float[COUNT * WIDTH];
        Arrays.fill(x, 1);
        float[][] outputs = new float[2][COUNT * WIDTH];
        session.forward(new float[][] {x}, count, outputs, new float[2][], seed);
        return outputs;
    }

    @Test
    void zeroesTheShareAndScalesTheRest() {
        for (float[] output : forward(7, COUNT)) {
            int zeros = 0;
            for (float y : output) {
                zeros += y == 0 ? 1 : 0;
                assertThat(y).isIn(0f, (float) (1 / (1 - RATE)));
            }
            double deviation = StrictMath.sqrt(RATE * (1 - RATE) / output.length);
            assertThat((double) zeros / output.length).isCloseTo(RATE, within(5 * deviation));
        }
    }

    @Test
    void everyExampleAndEveryElementIsDrawnForItself() {
        float[] output = forward(7, COUNT)[0];
        int equalRows = 0;
        int pairs = 0;
        for (int i = 0; i < (COUNT - 1) * WIDTH; i++) {
            equalRows += output[i] == 0 && output[i + WIDTH] == 0 ? 1 : 0;
            pairs += output[i] == 0 && output[i + 1] == 0 ? 1 : 0;
        }
        double size = (COUNT - 1) * WIDTH;
        double deviation = StrictMath.sqrt(RATE * RATE / size);
        assertThat(equalRows / size).isCloseTo(RATE * RATE, within(5 * deviation));
        assertThat(pairs / size).isCloseTo(RATE * RATE, within(5 * deviation));
    }

    @Test
    void equalSeedsGiveEqualZeros() {
        float[][] outputs = forward(7, COUNT);
        assertThat(forward(7, COUNT)).isDeepEqualTo(outputs);
        assertThat(forward(8, COUNT)[0]).isNotEqualTo(outputs[0]);
        assertThat(zerosInCommon(forward(8, COUNT)[0], outputs[0])).isCloseTo(RATE * RATE, within(0.02));
    }

    @Test
    void zerosDoNotDependOnTheSizeOfTheBatch() {
        float[] whole = forward(7, COUNT)[1];
        float[] part = forward(7, 3)[1];
        assertThat(Arrays.copyOf(part, 3 * WIDTH)).isEqualTo(Arrays.copyOf(whole, 3 * WIDTH));
    }

    @Test
    void twoLayersDrawDifferently() {
        float[][] outputs = forward(7, COUNT);
        assertThat(zerosInCommon(outputs[0], outputs[1])).isCloseTo(RATE * RATE, within(0.02));
    }

    private static double zerosInCommon(float[] a, float[] b) {
        int common = 0;
        for (int i = 0; i < a.length; i++) {
            common += a[i] == 0 && b[i] == 0 ? 1 : 0;
        }
        return (double) common / a.length;
    }

    @Test
    void backwardDrawsTheSameAsForward() {
        for (int dropped = 0; dropped < 2; dropped++) {
            float[] output = Arrays.copyOf(forward(9, 1)[dropped], WIDTH);
            float[][] upstream = new float[2][WIDTH];
            Arrays.fill(upstream[dropped], 1);
            session.backward(upstream, new boolean[2]);
            float[] gradient = new float[WIDTH];
            session.gradients().get(0).read(gradient);
            assertThat(gradient).isEqualTo(output);
        }
    }

    @Test
    void predictingDropsNothing() {
        float[] x = new float[WIDTH];
        Arrays.fill(x, 3);
        float[][] outputs = new float[2][WIDTH];
        model.newSession(1).run(new float[][] {x}, 1, outputs);
        assertThat(outputs[0]).containsOnly(3f);
        assertThat(outputs[1]).containsOnly(3f);
    }

    /** Two layers of one stage, one after another: the second draws from what the first left. */
    @Test
    void aSharedStageDrawsAnewWhereverItIsUsed() {
        Model twice = GeneratedModels.only("""
            model Twice {
              input  x: [1000]
              let drop = Dropout(0.5)
              output first = x -> drop
              output second = x -> drop
            }
            """, 1);
        float[] x = new float[WIDTH];
        Arrays.fill(x, 1);
        float[][] outputs = new float[2][WIDTH];
        twice.gradients().newSession(1).forward(new float[][] {x}, 1, outputs, new float[2][], 3);
        assertThat(zerosInCommon(outputs[0], outputs[1])).isCloseTo(0.25, within(0.07));
    }
}
