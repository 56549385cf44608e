package org.nnlang.samples.fromscratch;

import java.util.function.LongFunction;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.data.Dataset;

/**
 * What is to be learned, by which network, and how.
 *
 * @param title what people call it
 * @param points what to learn from
 * @param network makes it with random weights, from a seed
 * @param steps how many steps downhill
 * @param learningRate how far each goes
 */
record Problem(String title, Dataset points, LongFunction<? extends Model> network, int steps, double learningRate) {
    private static final long SEED = 42;

    /** The network as it is before it learns: always with the same weights. */
    Model newNetwork() {
        return network.apply(SEED);
    }

    /** How many points a network puts into the right class. */
    int right(Model model) {
        Probability probability = new Probability(model);
        int right = 0;
        for (int i = 0; i < points.size(); i++) {
            float[] point = points.row(i);
            boolean second = probability.applyAsDouble(point[0], point[1]) > 0.5;
            right += second == (points.label(i) == 1) ? 1 : 0;
        }
        return right;
    }
}
