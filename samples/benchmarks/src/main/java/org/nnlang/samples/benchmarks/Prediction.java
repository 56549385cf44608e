package org.nnlang.samples.benchmarks;

import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;

/** The prediction of one batch, over and over, from one array to another. */
public final class Prediction {
    private final ModelSession session;
    private final int batch;
    private final float[][] inputs;
    private final float[][] outputs;

    /** @param threads the most that a calculation may use */
    public Prediction(Model model, int batch, int threads) {
        this.batch = batch;
        this.session = model.newSession(batch);
        session.useThreads(threads);
        this.inputs = new float[][] {Inputs.of(model, batch)};
        this.outputs =
                new float[][] {new float[batch * model.outputs().get(0).shape().elements()]};
    }

    /** Predicts the batch and gives the outputs, row by row, in an array that the next call overwrites. */
    public float[] run() {
        session.run(inputs, batch, outputs);
        return outputs[0];
    }
}
