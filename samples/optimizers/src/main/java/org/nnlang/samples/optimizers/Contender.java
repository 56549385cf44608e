package org.nnlang.samples.optimizers;

import java.util.List;
import java.util.Locale;
import org.nnlang.training.Optimizer;
import org.nnlang.training.optimizer.Adagrad;
import org.nnlang.training.optimizer.Adam;
import org.nnlang.training.optimizer.RMSprop;
import org.nnlang.training.optimizer.SGD;

/**
 * An optimizer of the comparison.
 *
 * @param name what people call it
 * @param optimizer with its settings
 */
record Contender(String name, Optimizer optimizer) {
    private static final SGD MOMENTUM = SGD.keras().withMomentum(0.9);
    /** As in the notes and in PyTorch: it begins with nothing remembered, where Keras begins with 0.1. */
    private static final Adagrad ADAGRAD = Adagrad.keras().withInitialAccumulator(0);

    /** With the learning rates of the notes for the valley, which have no RMSprop. */
    static List<Contender> inValley() {
        return List.of(
                new Contender("SGD", SGD.keras().withLearningRate(0.95)),
                new Contender("Momentum", MOMENTUM.withLearningRate(0.1)),
                new Contender("Nesterov", MOMENTUM.withNesterov(true).withLearningRate(0.1)),
                new Contender("AdaGrad", ADAGRAD.withLearningRate(1.5)),
                new Contender("RMSprop", RMSprop.keras().withLearningRate(0.3)),
                new Contender("Adam", Adam.keras().withLearningRate(0.3)));
    }

    /** With the learning rates that the notes and Keras begin with. */
    static List<Contender> onDigits() {
        return List.of(
                new Contender("SGD", SGD.keras().withLearningRate(0.01)),
                new Contender("Momentum", MOMENTUM.withLearningRate(0.01)),
                new Contender("Nesterov", MOMENTUM.withNesterov(true).withLearningRate(0.01)),
                new Contender("AdaGrad", ADAGRAD.withLearningRate(0.01)),
                new Contender("RMSprop", RMSprop.keras().withLearningRate(0.001)),
                new Contender("Adam", Adam.keras().withLearningRate(0.001)));
    }

    String title() {
        return String.format(Locale.ROOT, "%s, rate %s", name, optimizer.learningRate());
    }
}
