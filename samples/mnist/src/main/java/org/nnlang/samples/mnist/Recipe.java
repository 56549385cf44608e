package org.nnlang.samples.mnist;

import org.nnlang.runtime.Model;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.training.Losses;
import org.nnlang.training.Trainer;
import org.nnlang.training.metric.Accuracy;
import org.nnlang.training.optimizer.AdamW;
import org.nnlang.training.schedule.CosineDecay;

/**
 * How a network learns: Adam with decoupled weight decay, at a learning rate that falls to 0 along a cosine.
 *
 * <p>Of the settings that were tried, these had the lowest loss on the validation's images, which are the last tenth of those to learn
 * from. The test set had no say in them, or it could not judge.
 *
 * @param learningRate of the first step
 * @param weightDecay the part of a weight that decays in a step, in learning rates
 */
record Recipe(double learningRate, double weightDecay) {
    /** For the 784-50-100-10 network. */
    static final Recipe SMALL = new Recipe(0.02, 0.05);
    /** For the 784-512-512-10 network. */
    static final Recipe WIDE = new Recipe(0.001, 0.2);

    private static final double VALIDATION = 0.1;
    private static final int BATCH = 100;

    /** A trainer that is ready to fit a model to these images. */
    Trainer trainer(Model model, Dataset images, int epochs, long seed) {
        long training = (long) Math.floor(images.size() * (1 - VALIDATION));
        long steps = epochs * ((training + BATCH - 1) / BATCH);
        return Trainer.of(model)
                .loss(Losses.categoricalCrossEntropy())
                .optimizer(AdamW.keras().withDecoupledWeightDecay(weightDecay))
                .schedule(CosineDecay.keras(learningRate, steps, 0))
                .metrics(new Accuracy())
                .validationSplit(VALIDATION)
                .batchSize(BATCH)
                .seed(seed);
    }
}
