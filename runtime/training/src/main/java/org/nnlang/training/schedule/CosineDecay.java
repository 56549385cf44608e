package org.nnlang.training.schedule;

/**
 * Half a cosine from a rate down to another (Loshchilov and Hutter, SGDR, 2017): Keras' {@code CosineDecay}, PyTorch's
 * {@code CosineAnnealingLR}.
 *
 * @param initial the rate of the first update
 * @param end the rate after so many steps
 * @param steps how long the way takes
 * @param periodic whether the rate then goes up and down again, as in PyTorch, rather than stay, as in Keras
 */
public record CosineDecay(double initial, double end, long steps, boolean periodic) implements LearningRateSchedule {
    /** Checks the settings. */
    public CosineDecay {
        Rates.notNegative("the initial rate", initial);
        Rates.notNegative("the end rate", end);
        Rates.steps("steps", steps);
    }

    /**
     * As Keras' {@code CosineDecay} without warm-up: stays at the end.
     *
     * @param alpha the part of the initial rate that it ends at
     */
    public static CosineDecay keras(double initial, long steps, double alpha) {
        return new CosineDecay(initial, initial * Rates.notNegative("alpha", alpha), steps, false);
    }

    /**
     * As Keras' {@code CosineDecay} with warm-up: in a straight line from the initial rate to the target, then the cosine.
     *
     * @param alpha the part of the target that it ends at
     */
    public static LearningRateSchedule keras(
            double initial, long steps, double alpha, double warmUpTarget, long warmUpSteps) {
        return new PolynomialDecay(initial, warmUpTarget, warmUpSteps, 1, false)
                .then(warmUpSteps, keras(warmUpTarget, steps, alpha));
    }

    /** As PyTorch's {@code CosineAnnealingLR}: up and down for ever. */
    public static CosineDecay torch(double initial, long steps, double end) {
        return new CosineDecay(initial, end, steps, true);
    }

    @Override
    public double rate(long step) {
        // A period is two ways: within one the cosine is that of the step, however large the number of the step.
        long within = periodic ? step % (2 * steps) : Math.min(step, steps);
        return (initial - end) * Rates.cosine((double) within / steps) + end;
    }
}
