package org.nnlang.training;

import java.util.Map;
import org.nnlang.runtime.kernel.ParameterStorage;

/** Gradient descent with momentum, by hand. */
record Momentum(double learningRate, float momentum) implements Optimizer {
    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public Optimizer withLearningRate(double newRate) {
        return new Momentum(newRate, momentum);
    }

    @Override
    public ParameterUpdate update(ParameterStorage weights) {
        ParameterStorage velocity = weights.sameLayout();
        float[] v = velocity.arrays()[0];
        float[] w = weights.arrays()[0];
        return new ParameterUpdate() {
            @Override
            public void step(ParameterStorage gradient, float scale, double rate, long step) {
                float[] g = gradient.arrays()[0];
                for (int i = 0; i < w.length; i++) {
                    v[i] = momentum * v[i] - (float) rate * scale * g[i];
                    w[i] += v[i];
                }
            }

            @Override
            public Map<String, ParameterStorage> memory() {
                return Map.of("velocity", velocity);
            }
        };
    }
}
