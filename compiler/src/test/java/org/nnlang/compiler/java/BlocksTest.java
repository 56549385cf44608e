package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.testing.Compilation;
import org.nnlang.compiler.testing.NetworkBuilder;
import org.nnlang.compiler.testing.Networks;
import org.nnlang.compiler.testing.Terms;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;
import org.nnlang.runtime.Port;

/** Batches of several blocks, by one thread and by several, have the bits of examples that come alone. */
class BlocksTest {
    /** More than two of the longest blocks, and no multiple of anything. */
    private static final int EXAMPLES = 2003;

    static List<CheckedModel> models() {
        return List.of(
                Networks.digitClassifier(), Networks.faces(), Networks.residual(3, 4), Networks.rows(), activation());
    }

    private static CheckedModel activation() {
        NetworkBuilder network = new NetworkBuilder("Activation");
        network.output("y", network.compute("swish", Terms.swish(Terms.of(network.input("x", 5)))));
        return network.build();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyExampleHasTheBitsThatItHasAlone(CheckedModel checked) throws ReflectiveOperationException {
        Model model = Compilation.of(checked).create(1);
        float[][] inputs = arrays(model.inputs());
        Random random = new Random(2);
        for (float[] input : inputs) {
            for (int i = 0; i < input.length; i++) {
                input[i] = random.nextFloat() - 0.5f;
            }
        }
        float[][] alone = arrays(model.outputs());
        ModelSession single = model.newSession(1);
        for (int example = 0; example < EXAMPLES; example++) {
            int number = example;
            float[][] outputs = IntStream.range(0, alone.length)
                    .mapToObj(i -> new float[alone[i].length / EXAMPLES])
                    .toArray(float[][]::new);
            float[][] one = Arrays.stream(inputs)
                    .map(input -> Arrays.copyOfRange(
                            input, input.length / EXAMPLES * number, input.length / EXAMPLES * (number + 1)))
                    .toArray(float[][]::new);
            single.run(one, 1, outputs);
            for (int i = 0; i < outputs.length; i++) {
                System.arraycopy(outputs[i], 0, alone[i], example * outputs[i].length, outputs[i].length);
            }
        }

        for (int threads = 1; threads <= 3; threads++) {
            ModelSession session = model.newSession(EXAMPLES);
            session.useThreads(threads);
            for (int count : new int[] {EXAMPLES, 961, 47}) {
                float[][] together = arrays(model.outputs());
                session.run(inputs, count, together);
                for (int i = 0; i < together.length; i++) {
                    int length = together[i].length / EXAMPLES * count;
                    assertThat(Arrays.copyOf(together[i], length))
                            .as(
                                    "%s of %d examples by %d threads",
                                    model.outputs().get(i), count, threads)
                            .containsExactly(Arrays.copyOf(alone[i], length));
                    assertThat(Arrays.copyOfRange(together[i], length, together[i].length))
                            .containsOnly(count == EXAMPLES ? new float[0] : new float[1]);
                }
            }
        }
    }

    private static float[][] arrays(List<Port> ports) {
        return ports.stream()
                .map(port -> new float[port.shape().elements() * EXAMPLES])
                .toArray(float[][]::new);
    }
}
