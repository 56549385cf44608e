package org.nnlang.samples.benchmarks.bits;

import java.util.List;
import java.util.Random;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.data.Examples;

/**
 * Numbers to predict from and to learn, the same on every machine: by {@link Random}, whose algorithm is specified.
 *
 * @param inputs one array an input, from -2 to 2
 * @param targets one array an output, each row a distribution
 */
record BitsExamples(List<float[]> inputs, List<float[]> targets) {
    private static final long SEED = 20261121;

    static BitsExamples of(Model model, int count) {
        Random random = new Random(SEED);
        return new BitsExamples(
                model.inputs().stream().map(port -> inputs(random, port, count)).toList(),
                model.outputs().stream()
                        .map(port -> targets(random, port, count))
                        .toList());
    }

    Examples forTraining(Model model) {
        return Examples.of(
                model.inputs().stream().map(Port::shape).toList(),
                inputs,
                model.outputs().stream().map(Port::shape).toList(),
                targets);
    }

    private static float[] inputs(Random random, Port port, int count) {
        float[] values = new float[count * port.shape().elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 4 * random.nextFloat() - 2;
        }
        return values;
    }

    private static float[] targets(Random random, Port port, int count) {
        int width = port.shape().elements();
        float[] values = new float[count * width];
        for (int begin = 0; begin < values.length; begin += width) {
            float sum = width == 1 ? 1 : 0;
            for (int i = begin; i < begin + width; i++) {
                values[i] = random.nextFloat();
                sum += width == 1 ? 0 : values[i];
            }
            for (int i = begin; i < begin + width; i++) {
                values[i] /= sum;
            }
        }
        return values;
    }
}
