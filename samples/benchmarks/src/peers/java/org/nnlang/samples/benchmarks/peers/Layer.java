package org.nnlang.samples.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nnlang.runtime.Parameter;
import org.nnlang.samples.benchmarks.Network;

/**
 * A fully connected layer, as other libraries take it.
 *
 * @param weights [units, inputs], row by row
 * @param bias [units]
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Layer(int inputs, int units, float[] weights, float[] bias, Activation activation) {
    /** What a layer ends with. */
    public enum Activation {
        SIGMOID,
        RELU,
        SOFTMAX;

        /** The word in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The layers of W1 or W2, with their weights. */
    public static List<Layer> of(Network network) {
        Activation hidden = switch (network) {
            case W1 -> Activation.SIGMOID;
            case W2 -> Activation.RELU;
            default -> throw new IllegalArgumentException(network + " is not among the networks that peers have");
        };
        List<Parameter> parameters = network.create().parameters().stream().toList();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i += 2) {
            Parameter weights = parameters.get(i);
            boolean last = i + 2 == parameters.size();
            layers.add(new Layer(
                    weights.shape().size(1),
                    weights.shape().size(0),
                    weights.toArray(),
                    parameters.get(i + 1).toArray(),
                    last ? Activation.SOFTMAX : hidden));
        }
        return layers;
    }

    /** The weights as [inputs, units], row by row. */
    public float[] transposed() {
        float[] result = new float[weights.length];
        for (int unit = 0; unit < units; unit++) {
            for (int input = 0; input < inputs; input++) {
                result[input * units + unit] = weights[unit * inputs + input];
            }
        }
        return result;
    }
}
