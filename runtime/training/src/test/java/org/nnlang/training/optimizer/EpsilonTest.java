package org.nnlang.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.training.Optimizer;
import org.nnlang.training.ParameterUpdate;

/**
 * Gradients so small that it matters where epsilon goes, against each framework's formula in double precision.
 *
 * <p>The rules multiply epsilon by constants, so that one loop serves both dialects; here the formulas are as published.
 */
class EpsilonTest {
    private static final float[] GRADIENTS = {3e-7f, -2e-6f, 1e-7f, 5e-6f, 4e-7f};

    /** A framework's rule for one weight, which remembers what it needs in {@code m}, {@code v} and {@code p}. */
    private abstract static class Rule {
        double m;
        double v;
        double p = 1;

        /** What is taken from the weight at step t, without the learning rate. */
        abstract double move(double g, int t);
    }

    private interface Formula {
        double of(Rule memory, double g, int t);
    }

    private static Arguments rule(Optimizer optimizer, Formula formula) {
        return Arguments.of(optimizer, new Rule() {
            @Override
            double move(double g, int t) {
                return formula.of(this, g, t);
            }
        });
    }

    private static void adam(Rule r, double g) {
        r.m = 0.9 * r.m + 0.1 * g;
        r.v = 0.999 * r.v + 0.001 * g * g;
    }

    private static double nadam(Rule r, double g, int t, double decay, double epsilon) {
        adam(r, g);
        double now = 0.9 * (1 - 0.5 * StrictMath.pow(0.96, t * decay));
        double next = 0.9 * (1 - 0.5 * StrictMath.pow(0.96, (t + 1) * decay));
        r.p *= now;
        double mean = next * r.m / (1 - r.p * next) + (1 - now) * g / (1 - r.p);
        return mean / (Math.sqrt(r.v / (1 - StrictMath.pow(0.999, t))) + epsilon);
    }

    private static double adadelta(Rule r, double g, double rho, double epsilon) {
        r.v = rho * r.v + (1 - rho) * g * g;
        double move = Math.sqrt(r.m + epsilon) / Math.sqrt(r.v + epsilon) * g;
        r.m = rho * r.m + (1 - rho) * move * move;
        return move;
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(Adam.keras(), (r, g, t) -> {
                    adam(r, g);
                    double rate = Math.sqrt(1 - StrictMath.pow(0.999, t)) / (1 - StrictMath.pow(0.9, t));
                    return rate * r.m / (Math.sqrt(r.v) + 1e-7);
                }),
                rule(Adam.torch(), (r, g, t) -> {
                    adam(r, g);
                    double root = Math.sqrt(r.v) / Math.sqrt(1 - StrictMath.pow(0.999, t));
                    return r.m / (1 - StrictMath.pow(0.9, t)) / (root + 1e-8);
                }),
                rule(RMSprop.keras(), (r, g, t) -> {
                    r.v = 0.9 * r.v + 0.1 * g * g;
                    return g / Math.sqrt(r.v + 1e-7);
                }),
                rule(RMSprop.torch(), (r, g, t) -> {
                    r.v = 0.99 * r.v + 0.01 * g * g;
                    return g / (Math.sqrt(r.v) + 1e-8);
                }),
                rule(Adagrad.keras().withInitialAccumulator(0), (r, g, t) -> {
                    r.v += g * g;
                    return g / Math.sqrt(r.v + 1e-7);
                }),
                rule(Adagrad.torch().withEpsilon(1e-7), (r, g, t) -> {
                    r.v += g * g;
                    return g / (Math.sqrt(r.v) + 1e-7);
                }),
                rule(Adamax.keras(), (r, g, t) -> {
                    r.m = 0.9 * r.m + 0.1 * g;
                    r.v = Math.max(0.999 * r.v, Math.abs(g));
                    return r.m / ((1 - StrictMath.pow(0.9, t)) * (r.v + 1e-7));
                }),
                rule(Adamax.torch(), (r, g, t) -> {
                    r.m = 0.9 * r.m + 0.1 * g;
                    r.v = Math.max(0.999 * r.v, Math.abs(g) + 1e-8);
                    return r.m / (1 - StrictMath.pow(0.9, t)) / r.v;
                }),
                rule(Nadam.keras(), (r, g, t) -> nadam(r, g, t, 1, 1e-7)),
                rule(Nadam.torch(), (r, g, t) -> nadam(r, g, t, 0.004, 1e-8)),
                rule(Adadelta.keras(), (r, g, t) -> adadelta(r, g, 0.95, 1e-7)),
                rule(Adadelta.torch(), (r, g, t) -> adadelta(r, g, 0.9, 1e-6)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void goesWhereTheFrameworkPutsIt(Optimizer optimizer, Rule rule) {
        ArrayStorage weights = new ArrayStorage(1);
        ArrayStorage gradient = new ArrayStorage(1);
        ParameterUpdate update = optimizer.update(weights);
        double expected = 0;
        double farthest = 0;
        for (int t = 1; t <= GRADIENTS.length; t++) {
            gradient.write(new float[] {GRADIENTS[t - 1]});
            update.step(gradient, 1, optimizer.learningRate(), t);
            double move = optimizer.learningRate() * rule.move(GRADIENTS[t - 1], t);
            expected -= move;
            farthest = Math.max(farthest, Math.abs(expected));
            assertThat((double) weights.values()[0])
                    .as("after step %d", t)
                    .isCloseTo(expected, within(1e-5 * Math.abs(move) + 5e-7 * farthest));
        }
    }
}
