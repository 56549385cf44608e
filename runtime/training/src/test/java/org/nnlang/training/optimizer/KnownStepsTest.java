package org.nnlang.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.training.Optimizer;
import org.nnlang.training.ParameterUpdate;

/** The weights after three steps from 1 by the gradients 0.1, 0.2, -0.3, as Keras 3 and PyTorch have them. */
class KnownStepsTest {
    static Stream<Arguments> known() {
        return Stream.of(
                Arguments.of(Adam.keras(), .999000032, .998034863, .998101462),
                Arguments.of(Adam.torch(), .999000000, .998034818, .998101417),
                Arguments.of(SGD.keras().withLearningRate(0.1).withMomentum(0.9), .99, .961, .9649),
                Arguments.of(SGD.torch().withLearningRate(0.1).withMomentum(0.9), .99, .961, .9649),
                Arguments.of(RMSprop.torch(), .900000100, .810467844, .890818272),
                Arguments.of(Adagrad.keras(), .999698489, .999182091, .999794463));
    }

    @ParameterizedTest
    @MethodSource("known")
    void comesToTheKnownWeights(Optimizer optimizer, double first, double second, double third) {
        ArrayStorage weights = new ArrayStorage(1);
        weights.write(new float[] {1});
        ArrayStorage gradient = weights.sameLayout();
        ParameterUpdate update = optimizer.update(weights);
        float[] gradients = {0.1f, 0.2f, -0.3f};
        double[] expected = {first, second, third};
        for (int step = 1; step <= 3; step++) {
            gradient.write(new float[] {gradients[step - 1]});
            update.step(gradient, 1, optimizer.learningRate(), step);
            // Two units in the last place of a float near 1.
            assertThat((double) weights.values()[0])
                    .as("after step %d", step)
                    .isCloseTo(expected[step - 1], within(1.3e-7));
        }
    }
}
