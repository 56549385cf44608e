package org.nnlang.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.nnlang.runtime.init.Initializer;
import org.nnlang.runtime.init.Initializers;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.Kernels;

class ParametersTest {
    private final Parameters parameters = Parameters.of(
            new Parameter(
                    "hidden1.weight",
                    Shape.of(50, 784),
                    true,
                    Kernels.best().denseWeights(50, 784),
                    Initializers.normal(0, 1)),
            parameter("hidden1.bias", true, Initializers.constant(0), 50),
            parameter("norm.mean", false, Initializers.constant(1), 3));

    @Test
    void keepsTheOrderOfDeclaration() {
        assertThat(parameters.paths()).containsExactly("hidden1.weight", "hidden1.bias", "norm.mean");
        assertThat(parameters).extracting(Parameter::path).containsExactlyElementsOf(parameters.paths());
    }

    @Test
    void countsParametersAndTheirValues() {
        assertThat(parameters.size()).isEqualTo(3);
        assertThat(parameters.count()).isEqualTo(39_253);
        assertThat(parameters.trainableCount()).isEqualTo(39_250);
    }

    @Test
    void suggestsTheNearestPath() {
        assertThatThrownBy(() -> parameters.get("hiden1.weigth"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no parameter hiden1.weigth; did you mean hidden1.weight?");
        assertThatThrownBy(() -> Parameters.of().get("x")).hasMessage("no parameter x; this model has none");
    }

    @Test
    void refusesTwoParametersOfOnePath() {
        Parameter one = parameter("a.bias", true, Initializers.constant(0), 1);
        Parameter two = parameter("a.bias", true, Initializers.constant(0), 2);

        assertThatThrownBy(() -> Parameters.of(one, two)).hasMessage("two parameters have the path a.bias");
    }

    @Test
    void copiesValuesInAndOut() {
        float[] values = {1, 2, 3};
        parameters.get("norm.mean").set(values);
        values[0] = 9;
        float[] read = parameters.get("norm.mean").toArray();
        read[1] = 9;

        assertThat(parameters.get("norm.mean").toArray()).containsExactly(1, 2, 3);
    }

    @Test
    void refusesAnotherNumberOfValues() {
        assertThatThrownBy(() -> parameters.get("norm.mean").set(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("norm.mean [3] takes 3 values, got 2");
    }

    @Test
    void equalSeedsGiveEqualWeightsAndOthersDoNot() {
        parameters.initialize(42);
        float[] first = parameters.get("hidden1.weight").toArray();
        parameters.initialize(42);
        assertThat(parameters.get("hidden1.weight").toArray()).containsExactly(first);
        assertThat(parameters.get("norm.mean").toArray()).containsExactly(1, 1, 1);

        parameters.initialize(43);
        assertThat(parameters.get("hidden1.weight").toArray()).isNotEqualTo(first);
    }

    @Test
    void anAddedLayerLeavesTheOthersAsTheyAre() {
        Initializer normal = Initializers.normal(0, 1);
        Parameter alone = parameter("b.weight", true, normal, 20);
        Parameters.of(alone).initialize(7);
        Parameter accompanied = parameter("b.weight", true, normal, 20);
        Parameter added = parameter("a.weight", true, normal, 20);
        Parameters.of(added, accompanied).initialize(7);

        assertThat(accompanied.toArray()).containsExactly(alone.toArray());
        assertThat(added.toArray()).isNotEqualTo(alone.toArray());
    }

    @Test
    void printsATable() {
        assertThat(parameters.toString()).isEqualTo("""
                        parameter       shape       count
                        hidden1.weight  [50, 784]  39,200
                        hidden1.bias    [50]           50
                        norm.mean       [3]             3
                        total                      39,253""");
    }

    private static Parameter parameter(String path, boolean trainable, Initializer initializer, int size) {
        return new Parameter(path, Shape.of(size), trainable, new ArrayStorage(size), initializer);
    }
}
