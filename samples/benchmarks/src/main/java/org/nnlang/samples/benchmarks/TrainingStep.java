package org.nnlang.samples.benchmarks;

import java.util.List;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.LossForm;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelGradients;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.Losses;
import org.nnlang.training.Optimizer;
import org.nnlang.training.ParameterUpdate;
import org.nnlang.training.optimizer.Adam;

/**
 * One step of training, over and over on one batch: forward, cross entropy, backward, Adam.
 *
 * <p>By the runtime's public contracts, as a trainer does it: what is timed is the step, not the shuffling of examples.
 */
public final class TrainingStep {
    private final GradientSession session;
    private final int batch;
    private final int classes;
    private final float[][] inputs;
    private final float[][] outputs;
    private final float[][] logits;
    private final float[][] outputGradients;
    private final float[] targets;
    private final float[] losses;
    private final LossForm form;
    private final boolean[] atLogits;
    private final double learningRate;
    private final ParameterUpdate[] updates;
    private final List<ParameterStorage> gradients;
    private long step;

    /** @param threads the most that a calculation may use */
    public TrainingStep(Model model, int batch, int threads) {
        ModelGradients derivatives = model.gradients();
        Optimizer optimizer = Adam.keras();
        this.batch = batch;
        this.classes = model.outputs().get(0).shape().elements();
        this.session = derivatives.newSession(batch);
        session.useThreads(threads);
        this.inputs = new float[][] {Inputs.of(model, batch)};
        this.outputs = new float[][] {new float[batch * classes]};
        this.logits = new float[][] {new float[batch * classes]};
        this.outputGradients = new float[][] {new float[batch * classes]};
        this.targets = Inputs.targets(batch, classes);
        this.losses = new float[batch];
        this.form = Losses.categoricalCrossEntropy()
                .form(derivatives.outputActivations().get(0), classes, classes);
        this.atLogits = new boolean[] {form.ofLogits()};
        this.learningRate = optimizer.learningRate();
        this.gradients = session.gradients();
        this.updates = model.parameters().stream()
                .map(parameter -> optimizer.update(parameter.storage()))
                .toArray(ParameterUpdate[]::new);
        for (ParameterUpdate update : updates) {
            update.useThreads(threads);
        }
    }

    /** Changes the weights and gives the mean loss before. */
    public float run() {
        session.forward(inputs, batch, outputs, logits, step);
        float[] predictions = form.ofLogits() ? logits[0] : outputs[0];
        form.loss().evaluate(predictions, targets, batch, classes, losses, outputGradients[0]);
        float share = 1f / batch;
        for (int i = 0; i < outputGradients[0].length; i++) {
            outputGradients[0][i] *= share;
        }
        session.backward(outputGradients, atLogits);
        step++;
        for (int i = 0; i < updates.length; i++) {
            updates[i].step(gradients.get(i), 1, learningRate, step);
        }
        return mean();
    }

    private float mean() {
        float sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return sum / batch;
    }
}
