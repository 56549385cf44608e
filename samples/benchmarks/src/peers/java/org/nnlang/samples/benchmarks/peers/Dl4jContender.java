package org.nnlang.samples.benchmarks.peers;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nnlang.samples.benchmarks.Inputs;
import org.nnlang.samples.benchmarks.Network;

/** Deeplearning4j on the processor. */
record Dl4jContender() implements Contender {
    private static final double LEARNING_RATE = 0.001;
    private static final double EPSILON = 1e-7;

    @Override
    public String version() {
        String version = MultiLayerNetwork.class.getPackage().getImplementationVersion();
        return "Deeplearning4j " + (version == null ? "1.0.0-M2.1" : version) + " with "
                + Nd4j.getBackend().getClass().getSimpleName();
    }

    @Override
    public Task predict(Network network, int batch) {
        List<Layer> layers = Layer.of(network);
        MultiLayerNetwork model = model(layers);
        int width = layers.get(0).inputs();
        float[] x = Inputs.uniform(batch, width);
        return () -> {
            try (INDArray inputs = Nd4j.create(x, batch, width);
                    INDArray outputs = model.output(inputs, false)) {
                return outputs.ordering() == 'c'
                        ? outputs.data().asFloat()
                        : outputs.dup('c').data().asFloat();
            }
        };
    }

    @Override
    public Optional<Task> train(Network network, int batch) {
        List<Layer> layers = Layer.of(network);
        MultiLayerNetwork model = model(layers);
        int width = layers.get(0).inputs();
        int classes = layers.get(layers.size() - 1).units();
        float[] x = Inputs.uniform(batch, width);
        float[] targets = Inputs.targets(batch, classes);
        return Optional.of(() -> {
            try (INDArray inputs = Nd4j.create(x, batch, width);
                    INDArray labels = Nd4j.create(targets, batch, classes)) {
                model.fit(inputs, labels);
            }
            return new float[] {(float) model.score()};
        });
    }

    private static MultiLayerNetwork model(List<Layer> layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .updater(new Adam(
                        LEARNING_RATE, Adam.DEFAULT_ADAM_BETA1_MEAN_DECAY, Adam.DEFAULT_ADAM_BETA2_VAR_DECAY, EPSILON))
                .list();
        for (Layer layer : layers) {
            Activation activation = Activation.valueOf(layer.activation().name());
            list.layer(
                    layer.activation() == Layer.Activation.SOFTMAX
                            ? new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                                    .nIn(layer.inputs())
                                    .nOut(layer.units())
                                    .activation(activation)
                                    .build()
                            : new DenseLayer.Builder()
                                    .nIn(layer.inputs())
                                    .nOut(layer.units())
                                    .activation(activation)
                                    .build());
        }
        MultiLayerNetwork model = new MultiLayerNetwork(list.build());
        model.init();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            model.setParam(i + "_W", Nd4j.create(layer.transposed(), layer.inputs(), layer.units()));
            model.setParam(i + "_b", Nd4j.create(layer.bias(), 1, layer.units()));
        }
        return model;
    }
}
