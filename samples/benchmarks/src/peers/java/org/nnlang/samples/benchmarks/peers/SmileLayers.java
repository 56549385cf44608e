package org.nnlang.samples.benchmarks.peers;

import java.util.List;
import java.util.stream.IntStream;
import smile.base.mlp.ActivationFunction;
import smile.base.mlp.Cost;
import smile.base.mlp.HiddenLayer;
import smile.base.mlp.InputLayer;
import smile.base.mlp.LayerBuilder;
import smile.base.mlp.OutputFunction;
import smile.base.mlp.OutputLayer;
import smile.classification.MLP;
import smile.math.TimeFunction;
import smile.math.matrix.Matrix;

/** Smile's layers with given weights, which they otherwise draw: subclasses, since only these can reach them. */
final class SmileLayers {
    private static final double LEARNING_RATE = 0.001;
    private static final double DECAY = 0.9;
    private static final double EPSILON = 1e-7;

    private SmileLayers() {}

    static MLP network(List<Layer> layers) {
        LayerBuilder[] builders = IntStream.rangeClosed(0, layers.size())
                .mapToObj(i -> i == 0 ? input(layers.get(0)) : builder(layers.get(i - 1)))
                .toArray(LayerBuilder[]::new);
        MLP network = new MLP(builders);
        network.setLearningRate(TimeFunction.constant(LEARNING_RATE));
        network.setRMSProp(DECAY, EPSILON);
        return network;
    }

    private static LayerBuilder input(Layer first) {
        return new LayerBuilder(first.inputs(), 0) {
            @Override
            public smile.base.mlp.Layer build(int before) {
                return new InputLayer(neurons);
            }
        };
    }

    private static LayerBuilder builder(Layer layer) {
        return new LayerBuilder(layer.units(), 0) {
            @Override
            public smile.base.mlp.Layer build(int before) {
                return switch (layer.activation()) {
                    case SIGMOID -> new Hidden(layer, ActivationFunction.sigmoid());
                    case RELU -> new Hidden(layer, ActivationFunction.rectifier());
                    case SOFTMAX -> new Output(layer);
                };
            }
        };
    }

    private static void set(Layer layer, Matrix weight, double[] bias) {
        for (int unit = 0; unit < layer.units(); unit++) {
            bias[unit] = layer.bias()[unit];
            for (int input = 0; input < layer.inputs(); input++) {
                weight.set(unit, input, layer.weights()[unit * layer.inputs() + input]);
            }
        }
    }

    private static final class Hidden extends HiddenLayer {
        private static final long serialVersionUID = 1;

        Hidden(Layer layer, ActivationFunction activation) {
            super(layer.units(), layer.inputs(), 0, activation);
            set(layer, weight, bias);
        }
    }

    private static final class Output extends OutputLayer {
        private static final long serialVersionUID = 1;

        Output(Layer layer) {
            super(layer.units(), layer.inputs(), OutputFunction.SOFTMAX, Cost.LIKELIHOOD);
            set(layer, weight, bias);
        }
    }
}
