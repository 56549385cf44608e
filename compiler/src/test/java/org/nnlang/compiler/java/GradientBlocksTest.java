package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.testing.GeneratedModels;
import org.nnlang.compiler.testing.RandomNetworks;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.Parameter;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.kernel.ParameterStorage;

/**
 * Training in blocks, by one thread and by several, has the bits of a batch at once: outputs, logits and the gradients of all weights.
 *
 * <p>A session that is observed calculates at once.
 */
class GradientBlocksTest {
    private static final int EXAMPLES = 2003;
    private static final int RANDOM_NETWORKS = 12;

    /** All that gradients know: dropout, weights that every example meets, rows in groups, choices, sorted rows. */
    private static final Path NETWORKS = Path.of("src/test/resources/gradients/networks.nn");

    /** A weight whose product passes no gradient back, and that is met element by element twice besides. */
    private static final String STOPPED = """
        model Stopped {
          input  x: [4]
          param  weight: [3, 4] = normal(0, 1)
          output y = stop_gradient(dot(weight, x)) * sum(sum(weight)) + sum(sum(weight * weight))
        }
        """;

    static Stream<Model> models() throws IOException {
        List<CheckedModel> random =
                IntStream.range(0, RANDOM_NETWORKS).mapToObj(RandomNetworks::of).toList();
        return Stream.of(
                        GeneratedModels.ofText(Files.readString(NETWORKS)),
                        GeneratedModels.ofText(STOPPED),
                        GeneratedModels.of(random))
                .flatMap(generated -> generated.models().stream().map(model -> generated.create(model, 1)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void blocksHaveTheBitsOfABatchAtOnce(Model model) {
        float[][] inputs = numbers(model.inputs(), 2);
        GradientSession atOnce = model.gradients().newSession(EXAMPLES);
        List<String> observed = new ArrayList<>();
        atOnce.observe((path, values, length) -> observed.add(path));
        for (int count : new int[] {EXAMPLES, 961, 47}) {
            float[][] expected = step(model, atOnce, inputs, count);
            for (int threads = 1; threads <= 3; threads++) {
                GradientSession inBlocks = model.gradients().newSession(EXAMPLES);
                inBlocks.useThreads(threads);
                // Twice, since buffers hold the values of the step before then.
                step(model, inBlocks, inputs, EXAMPLES);
                assertThat(step(model, inBlocks, inputs, count))
                        .as("%s: %d examples by %d threads", model.name(), count, threads)
                        .isDeepEqualTo(expected);
            }
        }
        assertThat(observed).isNotEmpty();
    }

    /** The outputs, the logits, and the gradients. */
    private static float[][] step(Model model, GradientSession session, float[][] inputs, int count) {
        float[][] outputs = zeros(model.outputs());
        float[][] logits = zeros(model.outputs());
        session.forward(inputs, count, outputs, logits, 5);
        boolean[] atLogits = new boolean[outputs.length];
        for (int i = 0; i < atLogits.length; i++) {
            atLogits[i] = count != 961 && model.gradients().outputActivations().get(i) != OutputActivation.OTHER;
        }
        session.backward(numbers(model.outputs(), 3), atLogits);
        List<float[]> results = new ArrayList<>(List.of(outputs));
        results.addAll(List.of(logits));
        Iterator<ParameterStorage> storages = session.gradients().iterator();
        for (Parameter parameter : model.parameters()) {
            float[] values = new float[parameter.shape().elements()];
            storages.next().read(values);
            results.add(values);
        }
        return results.toArray(float[][]::new);
    }

    private static float[][] numbers(List<Port> ports, long seed) {
        Random random = new Random(seed);
        float[][] arrays = zeros(ports);
        for (float[] array : arrays) {
            for (int i = 0; i < array.length; i++) {
                array[i] = random.nextFloat() - 0.5f;
            }
        }
        return arrays;
    }

    private static float[][] zeros(List<Port> ports) {
        return ports.stream()
                .map(port -> new float[port.shape().elements() * EXAMPLES])
                .toArray(float[][]::new);
    }
}
