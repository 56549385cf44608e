package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.testing.CheckedModelInterpreter;
import org.nnlang.compiler.testing.Compilation;
import org.nnlang.compiler.testing.InMemoryJavac;
import org.nnlang.compiler.testing.RandomNetworks;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;

/** Generated classes compute what their models mean, whatever the network, and each example for itself. */
class GeneratedNetworksTest {
    private static final int NETWORKS = 400;
    private static final int EXAMPLES = 5;

    @Test
    void computesWhatTheModelMeans() throws ReflectiveOperationException {
        List<Compilation> compilations = new ArrayList<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (int seed = 0; seed < NETWORKS; seed++) {
            Compilation compilation = Compilation.of(RandomNetworks.of(seed));
            compilations.add(compilation);
            sources.put(compilation.file().path(), compilation.file().text());
            sources.put(compilation.gradients().path(), compilation.gradients().text());
        }
        ClassLoader loader = InMemoryJavac.load(InMemoryJavac.compile(sources));
        for (Compilation compilation : compilations) {
            CheckedModel model = compilation.model();
            Model generated = (Model) loader.loadClass(model.name())
                    .getMethod("create", long.class)
                    .invoke(null, 7);
            check(compilation, generated);
        }
    }

    private static void check(Compilation compilation, Model generated) {
        CheckedModel model = compilation.model();
        Random random = new Random(1);
        float[][] inputs = arrays(model.inputs(), EXAMPLES);
        for (float[] input : inputs) {
            for (int i = 0; i < input.length; i++) {
                input[i] = (float) random.nextGaussian();
            }
        }
        float[][] together = arrays(model.outputs(), EXAMPLES);
        ModelSession session = generated.newSession(EXAMPLES);
        session.run(inputs, EXAMPLES, together);
        ModelSession single = generated.newSession(1);
        for (int example = 0; example < EXAMPLES; example++) {
            float[][] input = row(model.inputs(), inputs, example);
            float[][] alone = arrays(model.outputs(), 1);
            single.run(input, 1, alone);
            List<double[]> expected = CheckedModelInterpreter.run(
                    model,
                    weight -> doubles(generated.parameters().get(weight.path()).toArray()),
                    Arrays.stream(input).map(GeneratedNetworksTest::doubles).toList());
            float[][] row = row(model.outputs(), together, example);
            for (int output = 0; output < row.length; output++) {
                String place = compilation.file().text() + "\n" + compilation.graph() + compilation.plan() + "output "
                        + output;
                assertThat(row[output]).as("batch of one: %s", place).isEqualTo(alone[output]);
                for (int i = 0; i < row[output].length; i++) {
                    double exact = expected.get(output)[i];
                    assertThat((double) row[output][i])
                            .as("element %s of %s", i, place)
                            .isCloseTo(exact, within(2e-4 * Math.max(1, Math.abs(exact))));
                }
            }
        }
    }

    private static float[][] arrays(List<CheckedModel.Port> ports, int count) {
        return ports.stream()
                .map(port -> new float[(int) port.value().shape().elements() * count])
                .toArray(float[][]::new);
    }

    private static float[][] row(List<CheckedModel.Port> ports, float[][] arrays, int example) {
        float[][] rows = new float[arrays.length][];
        for (int i = 0; i < rows.length; i++) {
            int size = (int) ports.get(i).value().shape().elements();
            rows[i] = Arrays.copyOfRange(arrays[i], example * size, (example + 1) * size);
        }
        return rows;
    }

    private static double[] doubles(float[] values) {
        double[] result = new double[values.length];
        Arrays.setAll(result, i -> values[i]);
        return result;
    }
}
