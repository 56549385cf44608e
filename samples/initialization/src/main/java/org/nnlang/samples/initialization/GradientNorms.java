package org.nnlang.samples.initialization;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.LossForm;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.training.Losses;

/** How large the gradient of each hidden layer's weights is before the first step of a training. */
final class GradientNorms {
    private static final int CLASSES = RandomExamples.CLASSES;

    private GradientNorms() {}

    /**
     * The Euclidean norm of the derivatives of the mean cross entropy by each layer's weights.
     *
     * @return one number a hidden layer, from the first to the last
     */
    static double[] of(Model model, int examples) {
        OutputActivation activation = model.gradients().outputActivations().get(0);
        LossForm form = Losses.categoricalCrossEntropy().form(activation, CLASSES, CLASSES);
        Loss loss = form.loss();
        GradientSession session = model.gradients().newSession(examples);
        Dataset data = RandomExamples.of(examples);
        float[][] inputs = {data.features()};
        float[][] outputs = new float[1][examples * CLASSES];
        float[][] logits = new float[1][examples * CLASSES];
        float[][] gradients = new float[1][examples * CLASSES];

        session.forward(inputs, examples, outputs, logits, 0);
        float[] predictions = form.ofLogits() ? logits[0] : outputs[0];
        loss.evaluate(predictions, data.targets(), examples, CLASSES, new float[examples], gradients[0]);
        for (int i = 0; i < gradients[0].length; i++) {
            gradients[0][i] /= examples;
        }
        session.backward(gradients, new boolean[] {form.ofLogits()});
        return norms(model, session);
    }

    private static double[] norms(Model model, GradientSession session) {
        List<Double> norms = new ArrayList<>();
        List<String> paths = List.copyOf(model.parameters().paths());
        for (int i = 0; i < paths.size(); i++) {
            if (paths.get(i).matches("hidden\\[\\d+]\\.weight")) {
                norms.add(StrictMath.sqrt(session.gradients().get(i).sumOfSquares()));
            }
        }
        return norms.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
