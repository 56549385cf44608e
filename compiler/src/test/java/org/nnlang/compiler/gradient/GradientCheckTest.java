package org.nnlang.compiler.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.graph.GraphBuilder;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.pass.PassList;
import org.nnlang.compiler.testing.Batch;
import org.nnlang.compiler.testing.CentralDifferences;
import org.nnlang.compiler.testing.CentralDifferences.Place;
import org.nnlang.compiler.testing.GeneratedModels;
import org.nnlang.compiler.testing.RandomNetworks;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Parameter;

/** The gradients of generated classes against differences of what their models mean, in double precision. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradientCheckTest {
    private static final Path NETWORKS = Path.of("src/test/resources/gradients/networks.nn");
    private static final int RANDOM_NETWORKS = 120;
    private static final List<Integer> COUNTS = List.of(1, 3, 6);
    private static final int EXAMPLES = 6;
    private static final int CAPACITY = 8;

    private final GeneratedModels written;
    private final GeneratedModels drawn;

    GradientCheckTest() throws IOException {
        written = GeneratedModels.ofText(Files.readString(NETWORKS));
        drawn = GeneratedModels.of(LongStream.range(0, RANDOM_NETWORKS)
                .mapToObj(RandomNetworks::of)
                .toList());
    }

    List<CheckedModel> written() {
        return written.models();
    }

    List<CheckedModel> drawn() {
        return drawn.models();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("written")
    void ofEveryOperation(CheckedModel meaning) {
        check(meaning, written.create(meaning, 7));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("drawn")
    void ofRandomNetworks(CheckedModel meaning) {
        check(meaning, drawn.create(meaning, 7));
    }

    private static void check(CheckedModel meaning, Model model) {
        disturb(model);
        List<Place> places = CentralDifferences.places(model, 3);
        Batch batch = new Batch(model, EXAMPLES, 5);
        double[][] differences = differences(new CentralDifferences(meaning, model), places, batch);
        GradientSession session = model.gradients().newSession(CAPACITY);
        for (int count : COUNTS) {
            float[][] gradients = batch.gradients(session, count);
            requireOutputsOfTheModel(model, batch, count);
            requireClose(meaning, places, sums(differences, count), gradients, count);
            assertThat(batch.gradients(session, count)).isDeepEqualTo(gradients);
            requireNoneOfStates(model, gradients);
        }
    }

    /** So that no two weights are equal, and no bias is 0. */
    private static void disturb(Model model) {
        Random random = new Random(11);
        for (Parameter parameter : model.parameters()) {
            float[] values = parameter.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] += 0.1f * random.nextFloat();
            }
            parameter.set(values);
        }
    }

    /** One row an example. */
    private static double[][] differences(CentralDifferences differences, List<Place> places, Batch batch) {
        double[][] derivatives = new double[EXAMPLES][places.size()];
        for (int example = 0; example < EXAMPLES; example++) {
            List<double[]> inputs = batch.example(example);
            List<double[]> factors = batch.upstream(example);
            for (int i = 0; i < places.size(); i++) {
                derivatives[example][i] = differences.derivative(places.get(i), inputs, factors);
            }
        }
        return derivatives;
    }

    private static double[] sums(double[][] derivatives, int count) {
        double[] sums = new double[derivatives[0].length];
        for (int example = 0; example < count; example++) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += derivatives[example][i];
            }
        }
        return sums;
    }

    private static void requireClose(
            CheckedModel meaning, List<Place> places, double[] expected, float[][] gradients, int count) {
        double largest = 0;
        int kinks = 0;
        for (double derivative : expected) {
            largest = Double.isNaN(derivative) ? largest : Math.max(largest, Math.abs(derivative));
            kinks += Double.isNaN(derivative) ? 1 : 0;
        }
        assertThat(kinks).as("kinks of %s", meaning.name()).isLessThanOrEqualTo(1 + places.size() / 4);
        for (int i = 0; i < expected.length; i++) {
            Place place = places.get(i);
            double found = gradients[place.parameter()][place.element()];
            double allowed = 1e-3 * Math.abs(expected[i]) + 1e-4 * largest;
            if (!Double.isNaN(expected[i]) && !(Math.abs(found - expected[i]) <= allowed)) {
                throw new AssertionError("the gradient of element " + place.element() + " of " + place.path() + " of "
                        + meaning.name() + " for " + count + " examples is " + found + ", expected " + expected[i]
                        + " (the largest is " + largest + ")\n"
                        + PassList.runForTraining(GraphBuilder.build(meaning)));
            }
        }
    }

    private static void requireOutputsOfTheModel(Model model, Batch batch, int count) {
        Batch predicted = new Batch(model, EXAMPLES, 5);
        model.newSession(CAPACITY).run(predicted.inputs(), count, predicted.outputs());
        assertThat(batch.outputs()).isDeepEqualTo(predicted.outputs());
        for (float[] output : batch.outputs()) {
            java.util.Arrays.fill(output, 0);
        }
    }

    private static void requireNoneOfStates(Model model, float[][] gradients) {
        int index = 0;
        for (Parameter parameter : model.parameters()) {
            if (!parameter.trainable()) {
                assertThat(gradients[index]).as(parameter.path()).containsOnly(0f);
            }
            index++;
        }
    }
}
