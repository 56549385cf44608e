package org.nnlang.samples.benchmarks.peers;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nnlang.samples.benchmarks.Inputs;
import org.nnlang.samples.benchmarks.Network;

/** The Deep Java Library with PyTorch: its own blocks, predictor and trainer. */
record DjlContender() implements Contender {
    private static final float LEARNING_RATE = 0.001f;

    @Override
    public String version() {
        Engine engine = Engine.getInstance();
        return "DJL " + Engine.getDjlVersion() + " with " + engine.getEngineName() + " " + engine.getVersion();
    }

    @Override
    public Task predict(Network network, int batch) {
        List<Layer> layers = Layer.of(network);
        float[] x = Inputs.uniform(batch, layers.get(0).inputs());
        Predictor<float[], float[]> predictor = model(layers, true)
                .newPredictor(new Arrays(new Shape(batch, layers.get(0).inputs())));
        return () -> predictor.predict(x);
    }

    @Override
    public Optional<Task> train(Network network, int batch) {
        List<Layer> layers = Layer.of(network);
        int classes = layers.get(layers.size() - 1).units();
        Shape inputs = new Shape(batch, layers.get(0).inputs());
        float[] x = Inputs.uniform(batch, layers.get(0).inputs());
        float[] targets = Inputs.targets(batch, classes);
        Loss loss = new SoftmaxCrossEntropyLoss("loss", 1, -1, false, true);
        Trainer trainer = model(layers, false)
                .newTrainer(new DefaultTrainingConfig(loss)
                        .optOptimizer(Optimizer.adam()
                                .optLearningRateTracker(Tracker.fixed(LEARNING_RATE))
                                .build()));
        trainer.initialize(inputs);
        return Optional.of(() -> {
            float[] result;
            try (NDManager step = trainer.getManager().newSubManager()) {
                try (GradientCollector collector = trainer.newGradientCollector()) {
                    NDList outputs = trainer.forward(new NDList(step.create(x, inputs)));
                    NDArray labels = step.create(targets, new Shape(batch, classes));
                    NDArray value = loss.evaluate(new NDList(labels), outputs);
                    collector.backward(value);
                    result = value.toFloatArray();
                }
                trainer.step();
            }
            return result;
        });
    }

    /** @param softmax whether the last activation is part of it: the loss wants logits */
    private static Model model(List<Layer> layers, boolean softmax) {
        SequentialBlock block = new SequentialBlock();
        for (Layer layer : layers) {
            block.add(Linear.builder().setUnits(layer.units()).build());
            switch (layer.activation()) {
                case SIGMOID -> block.add(Activation::sigmoid);
                case RELU -> block.add(Activation::relu);
                case SOFTMAX -> {
                    if (softmax) {
                        block.add(list -> new NDList(list.singletonOrThrow().softmax(-1)));
                    }
                }
            }
        }
        Model model = Model.newInstance("network");
        block.initialize(
                model.getNDManager(),
                DataType.FLOAT32,
                new Shape(1, layers.get(0).inputs()));
        int i = 0;
        for (Parameter parameter : block.getParameters().values()) {
            Layer layer = layers.get(i / 2);
            parameter.getArray().set(i % 2 == 0 ? layer.weights() : layer.bias());
            i++;
        }
        model.setBlock(block);
        return model;
    }

    /** From an array to an array: a batch as one tensor. */
    private record Arrays(Shape shape) implements Translator<float[], float[]> {
        @Override
        public NDList processInput(TranslatorContext context, float[] input) {
            return new NDList(context.getNDManager().create(input, shape));
        }

        @Override
        public float[] processOutput(TranslatorContext context, NDList list) {
            return list.singletonOrThrow().toFloatArray();
        }

        @Override
        public @Nullable Batchifier getBatchifier() {
            return null;
        }
    }
}
