package org.nnlang.samples.fromscratch;

import java.util.List;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.LossForm;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Parameter;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.Losses;

/**
 * Gradient descent with nothing hidden, over all points at once: forward, loss, backward, update.
 *
 * <p>It is for networks of one output that is a probability. {@link org.nnlang.training.Trainer} does the same for any network, in
 * batches; see {@link FromScratch}.
 */
final class GradientDescent {
    private final List<Parameter> parameters;
    private final GradientSession session;
    private final Loss loss;
    private final int count;
    private final float[][] inputs;
    private final float[] targets;
    private final float[][] outputs;
    private final float[][] logits;
    private final float[] losses;
    private final float[][] gradients;
    private final boolean[] atLogits = {true};

    /** Prepares the descent of a model's weights for some points; it allocates all memory that the steps will need. */
    GradientDescent(Model model, Dataset points) {
        this.parameters = model.parameters().stream().toList();
        this.session = model.gradients().newSession(points.size());
        // The output ends with a sigmoid, so the loss is calculated from what the sigmoid is applied to, the logit:
        // nothing is lost where a probability rounds to 0 or 1, and the derivative is simply probability - target.
        LossForm form = Losses.binaryCrossEntropy()
                .form(model.gradients().outputActivations().get(0), 1, 1);
        if (!form.ofLogits()) {
            throw new IllegalArgumentException(model.name() + " must end with a sigmoid");
        }
        this.loss = form.loss();
        this.count = points.size();
        this.inputs = new float[][] {points.features()};
        this.targets = points.targets();
        this.outputs = new float[1][count];
        this.logits = new float[1][count];
        this.losses = new float[count];
        this.gradients = new float[1][count];
    }

    /**
     * Goes one step downhill.
     *
     * @return the mean loss before the step
     */
    double step(float learningRate) {
        // 1. Forward: what does the network say of each point?
        session.forward(inputs, count, outputs, logits, 0);

        // 2. Loss: how wrong is that, and how would each loss change with its logit?
        loss.evaluate(logits[0], targets, count, 1, losses, gradients[0]);
        double sum = 0;
        for (float one : losses) {
            sum += one;
        }
        // The loss is the mean over the points, so each point has a share of 1 / count in it.
        for (int i = 0; i < count; i++) {
            gradients[0][i] *= (float) (1.0 / count);
        }

        // 3. Backward: how would the mean loss change with each weight?
        session.backward(gradients, atLogits);

        // 4. Update: every weight moves against its derivative.
        for (int i = 0; i < parameters.size(); i++) {
            update(parameters.get(i).storage(), session.gradients().get(i), learningRate);
        }
        return sum / count;
    }

    private static void update(ParameterStorage weights, ParameterStorage derivatives, float learningRate) {
        for (int row = 0; row < weights.arrays().length; row++) {
            float[] w = weights.arrays()[row];
            float[] dw = derivatives.arrays()[row];
            for (int j = 0; j < w.length; j++) {
                w[j] -= learningRate * dw[j];
            }
        }
    }
}
