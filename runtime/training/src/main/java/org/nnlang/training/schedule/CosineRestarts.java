package org.nnlang.training.schedule;

import org.nnlang.training.math.Power;

/**
 * Half a cosine from a rate down to another, again and again (Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with
 * Warm Restarts, 2017): Keras' {@code CosineDecayRestarts}, PyTorch's {@code CosineAnnealingWarmRestarts}.
 *
 * @param initial the rate of the first update
 * @param end the rate that each way would end at
 * @param steps how long the first way takes
 * @param stretch how many times longer each way is than the one before, 1 or more
 * @param factor what the height of the cosine above the end is multiplied by at each restart
 */
public record CosineRestarts(double initial, double end, long steps, double stretch, double factor)
        implements LearningRateSchedule {
    /** Checks the settings. */
    public CosineRestarts {
        Rates.notNegative("the initial rate", initial);
        Rates.notNegative("the end rate", end);
        Rates.steps("steps", steps);
        if (!(stretch >= 1 && stretch < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the stretch must be 1 or more, and finite, got " + stretch);
        }
        Rates.notNegative("the factor", factor);
    }

    /**
     * As Keras: the height shrinks, and ends at a part of the initial rate.
     *
     * @param alpha the part of the initial rate that each way would end at
     */
    public static CosineRestarts keras(double initial, long steps, double stretch, double factor, double alpha) {
        return new CosineRestarts(initial, initial * Rates.notNegative("alpha", alpha), steps, stretch, factor);
    }

    /** As PyTorch: every restart has the initial rate again. */
    public static CosineRestarts torch(double initial, long steps, double stretch, double end) {
        return new CosineRestarts(initial, end, steps, stretch, 1);
    }

    @Override
    public double rate(long step) {
        double length = steps;
        double within = step;
        long restarts = 0;
        if (stretch == 1) {
            restarts = step / steps;
            within = step % steps;
        } else {
            while (within >= length) {
                within -= length;
                length *= stretch;
                restarts++;
            }
        }
        double height = (initial - end) * Power.of(factor, restarts);
        return height * Rates.cosine(within / length) + end;
    }
}
