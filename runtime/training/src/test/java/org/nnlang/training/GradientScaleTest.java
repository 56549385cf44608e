package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.Parameter;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.Shape;

/** What goes back into a network is the derivative of the loss that is reported: of the batch's weighted mean. */
class GradientScaleTest {
    /** One step of plain descent at rate 1 moves the weights by the gradient. */
    @Test
    void aStepIsTheDerivativeOfTheEvaluatedLoss() {
        float[] weights = {1, 2, 0.5f, 0, 3, 1, 1};
        TinyExamples examples = new TinyExamples(7, true, weights);
        TinyNetwork stepped = new TinyNetwork(true, 0);
        trainer(stepped).optimizer(new Momentum(1, 0)).fit(examples, 1);

        TinyNetwork network = new TinyNetwork(true, 0);
        float epsilon = 1 / 64f;
        for (String path : network.parameters().paths()) {
            Parameter parameter = network.parameters().get(path);
            float[] before = parameter.toArray();
            float[] after = stepped.parameters().get(path).toArray();
            for (int i = 0; i < before.length; i++) {
                double above = lossAt(network, parameter, before, i, epsilon, examples);
                double below = lossAt(network, parameter, before, i, -epsilon, examples);
                assertThat((double) before[i] - after[i])
                        .as("%s at %d", path, i)
                        .isCloseTo((above - below) / (2 * epsilon), within(3e-4));
            }
            parameter.set(before);
        }
    }

    private static Trainer trainer(TinyNetwork network) {
        return Trainer.of(network)
                .loss("digit", new TinyLosses.CrossEntropy(false), 1)
                .loss("size", new TinyLosses.SquaredError(), 0.3);
    }

    private static double lossAt(
            TinyNetwork network, Parameter parameter, float[] values, int index, float by, TinyExamples examples) {
        float[] moved = values.clone();
        moved[index] += by;
        parameter.set(moved);
        return trainer(network).evaluate(examples).loss();
    }

    /** An output [2, 3] has two rows of three: their losses are averaged, and their gradients share the example's part. */
    @Test
    void rowsOfAnExampleAreAveraged() {
        Head head = head(Shape.of(2, 3), Shape.of(2, 3), 0.5);
        float[] outputs = {1, 0, 0, 0, 0, 3, 6, 0, 0, 0, 0, 0};
        float[] gradients = new float[12];

        double loss = head.take(outputs, new float[0], new float[12], 2, new float[] {1, 2}, gradients);

        // Rows: 1/3, 9/3; 36/3, 0. Examples: 5/3, 6. With weights: (5/3 + 12) / 2, times 0.5.
        assertThat(loss).isCloseTo((5 / 3.0 + 12) / 4, within(1e-6));
        assertThat(head.lossSum()).isCloseTo(5 / 3.0 + 12, within(1e-6));
        // d/dx of x^2 / 3, over two rows and two examples, times 0.5.
        assertThat(gradients[0]).isCloseTo(2 / 3f / 8, within(1e-6f));
        assertThat(gradients[5]).isCloseTo(6 / 3f / 8, within(1e-6f));
        assertThat(gradients[6]).isCloseTo(2 * 12 / 3f / 8, within(1e-6f));
    }

    @Test
    void targetsMayLackTheInnermostDimension() {
        assertThat(TargetRows.of(new Port("y", Shape.of(4, 10)), Shape.of(4))).isEqualTo(new TargetRows(4, 10, 1));
        assertThat(TargetRows.of(new Port("y", Shape.of(4, 10)), Shape.of(4, 1)))
                .isEqualTo(new TargetRows(4, 10, 1));
        assertThat(TargetRows.of(new Port("y", Shape.of(10)), Shape.of())).isEqualTo(new TargetRows(1, 10, 1));
        assertThat(TargetRows.of(new Port("y", Shape.of()), Shape.of(1))).isEqualTo(new TargetRows(1, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetRows.of(new Port("y", Shape.of(4, 10)), Shape.of(5, 10)))
                .withMessage("output y: [4, 10] needs targets of 4 rows, one for each of its innermost rows, such as"
                        + " [4, 10], but the examples have targets of [5, 10]: give them that shape");
    }

    private static Head head(Shape output, Shape target, double weight) {
        Goal goal = new Goal(new TinyLosses.SquaredError(), weight, List.of(), List.of());
        return new Head(new Port("y", output), OutputActivation.OTHER, target, goal, 2);
    }
}
