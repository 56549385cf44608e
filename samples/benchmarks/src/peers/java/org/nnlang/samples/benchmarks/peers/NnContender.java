package org.nnlang.samples.benchmarks.peers;

import java.util.Optional;
import org.nnlang.runtime.kernel.Kernels;
import org.nnlang.samples.benchmarks.Network;
import org.nnlang.samples.benchmarks.Prediction;
import org.nnlang.samples.benchmarks.TrainingStep;

/**
 * The generated classes.
 *
 * @param threads the most that a calculation may use
 */
record NnContender(int threads) implements Contender {
    @Override
    public String version() {
        return "nnlang, kernels " + Kernels.best().name() + ", threads " + threads;
    }

    @Override
    public Task predict(Network network, int batch) {
        return new Prediction(network.create(), batch, threads)::run;
    }

    @Override
    public Optional<Task> train(Network network, int batch) {
        TrainingStep training = new TrainingStep(network.create(), batch, threads);
        float[] loss = new float[1];
        return Optional.of(() -> {
            loss[0] = training.run();
            return loss;
        });
    }
}
