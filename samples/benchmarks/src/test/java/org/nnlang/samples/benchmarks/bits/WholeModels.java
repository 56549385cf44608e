package org.nnlang.samples.benchmarks.bits;

import java.util.List;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;
import org.nnlang.runtime.Parameter;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.data.Examples;
import org.nnlang.runtime.kernel.Kernels;
import org.nnlang.training.History;
import org.nnlang.training.Trainer;
import org.nnlang.training.optimizer.Optimizers;

/**
 * Prints the fingerprints of what the kernels of this virtual machine predict and learn.
 *
 * <p>They are chosen once in a virtual machine, hence a program. Batches and threads of several sizes are tried in it.
 */
public final class WholeModels {
    private static final int PREDICTED = 100;
    private static final int[] BATCHES = {100, 7, 1};
    private static final int[] THREADS = {1, 2, 3};
    private static final int LEARNED = 45;
    private static final int LEARNED_BATCH = 16;
    private static final int EPOCHS = 2;

    private final Fingerprints fingerprints = new Fingerprints();

    /**
     * Calculates everything, and prints a line for each fingerprint.
     *
     * @param arguments the name of the kernels that are expected
     */
    public static void main(String[] arguments) {
        String kernels = Kernels.best().name();
        if (!arguments[0].equals(kernels)) {
            throw new IllegalStateException("the kernels are " + kernels + " and not " + arguments[0]);
        }
        WholeModels models = new WholeModels();
        for (BitsModel model : BitsModel.values()) {
            models.predict(model);
            for (String optimizer : model.optimizers()) {
                for (int threads : THREADS) {
                    models.train(model, optimizer, threads);
                }
            }
        }
        System.out.print(models.fingerprints);
    }

    private void predict(BitsModel each) {
        Model model = each.create();
        for (int threads : THREADS) {
            for (int batch : BATCHES) {
                predict(model, batch, threads);
            }
        }
    }

    private void predict(Model model, int batch, int threads) {
        ModelSession session = model.newSession(batch);
        session.useThreads(threads);
        List<float[]> examples = BitsExamples.of(model, PREDICTED).inputs();
        float[][] inputs = arrays(model.inputs(), batch);
        float[][] outputs = arrays(model.outputs(), batch);
        float[][] predictions = arrays(model.outputs(), PREDICTED);
        for (int from = 0; from < PREDICTED; from += batch) {
            int count = Math.min(batch, PREDICTED - from);
            for (int i = 0; i < inputs.length; i++) {
                int width = inputs[i].length / batch;
                System.arraycopy(examples.get(i), from * width, inputs[i], 0, count * width);
            }
            session.run(inputs, count, outputs);
            for (int i = 0; i < outputs.length; i++) {
                int width = outputs[i].length / batch;
                System.arraycopy(outputs[i], 0, predictions[i], from * width, count * width);
            }
        }
        for (int i = 0; i < predictions.length; i++) {
            String name = model.name() + ", forward, " + model.outputs().get(i).name();
            fingerprints.add(name, "in batches of " + batch + " by " + threads + " threads", predictions[i]);
        }
    }

    private void train(BitsModel each, String optimizer, int threads) {
        Model model = each.create();
        Examples examples = BitsExamples.of(model, LEARNED).forTraining(model);
        Trainer trainer = Trainer.of(model)
                .optimizer(Optimizers.parse(optimizer))
                .batchSize(LEARNED_BATCH)
                .threads(threads);
        for (Port output : model.outputs()) {
            trainer.loss(output.name(), each.loss(output.name()), 1);
        }
        History history = trainer.fit(examples, EPOCHS);
        String name = model.name() + ", training by " + optimizer + ", ";
        String way = "by " + threads + " threads";
        fingerprints.add(name + "loss", way, history.get("loss"));
        for (Parameter parameter : model.parameters()) {
            fingerprints.add(name + parameter.path(), way, parameter.toArray());
        }
    }

    private static float[][] arrays(List<Port> ports, int count) {
        return ports.stream()
                .map(port -> new float[port.shape().elements() * count])
                .toArray(float[][]::new);
    }
}
