package org.nnlang.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelGradients;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.kernel.ParameterStorage;

/** The buffers of one step, from examples to gradients; repeated steps allocate nothing. */
final class StepCalculation {
    private final GradientSession session;
    private final Batch batch;
    private final Head[] heads;
    private final float[][] outputs;
    private final float[][] logits;
    private final float[][] outputGradients;
    private final boolean[] atLogits;
    private final Scores scores;
    private long dropoutSeed;

    /** @throws IllegalArgumentException if the examples do not fit the network */
    StepCalculation(Settings settings, Slice slice) {
        Model model = settings.model;
        ModelGradients gradients = model.gradients();
        List<OutputActivation> activations = gradients.outputActivations();
        ExampleFit.requireInputs(model, slice.examples());
        int capacity = slice.capacity(settings.batchSize);
        List<Head> list = ExampleFit.heads(model, slice.examples(), settings.goals(), activations::get, capacity);
        this.session = settings.newSession(capacity);
        this.batch = new Batch(slice.examples(), classWeights(model, slice, settings.classWeights), capacity);
        this.heads = list.toArray(Head[]::new);
        this.scores = new Scores(list);
        this.outputs = Batch.outputs(model.outputs(), capacity);
        this.outputGradients = Batch.outputs(model.outputs(), capacity);
        this.logits = Batch.logits(activations, outputs);
        this.atLogits = new boolean[heads.length];
        for (int h = 0; h < heads.length; h++) {
            atLogits[h] = heads[h].ofLogits();
        }
    }

    private static @Nullable ClassWeights classWeights(Model model, Slice slice, float @Nullable [] weights) {
        if (weights == null) {
            return null;
        }
        if (model.outputs().size() != 1) {
            throw new IllegalArgumentException("class weights need a network of one output, " + model.name() + " has "
                    + model.outputs().size() + ": weigh the examples instead");
        }
        TargetRows rows = TargetRows.of(
                model.outputs().get(0), slice.examples().targetShapes().get(0));
        return new ClassWeights(weights, model.outputs().get(0).name(), rows);
    }

    Scores scores() {
        return scores;
    }

    List<ParameterStorage> gradients() {
        return session.gradients();
    }

    /**
     * Calculates the loss and the gradients of a batch.
     *
     * @return the mean loss of the batch
     */
    double calculate(int[] order, int from, int count, long seed) {
        dropoutSeed = seed;
        batch.fill(order, from, count);
        session.forward(batch.inputs(), count, outputs, logits, seed);
        double loss = 0;
        for (int h = 0; h < heads.length; h++) {
            loss += heads[h].take(
                    outputs[h], logits[h], batch.targets()[h], count, batch.weights(), outputGradients[h]);
        }
        scores.add(count);
        session.backward(outputGradients, atLogits);
        return loss;
    }

    /** Where the numbers of the last batch stop being finite. */
    String whatBroke(Model model) {
        return new Breakage(model, session).find(batch.inputs(), batch.count(), outputs, logits, dropoutSeed);
    }
}
