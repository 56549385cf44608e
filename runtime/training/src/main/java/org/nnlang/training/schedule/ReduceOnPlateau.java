package org.nnlang.training.schedule;

import java.util.Objects;
import org.nnlang.training.metric.Direction;

/**
 * Lowers the learning rate when a metric stops improving, by the rules of Keras' {@code ReduceLROnPlateau}.
 *
 * <p>Not thread safe; its {@link State} is what a checkpoint has to hold.
 */
public final class ReduceOnPlateau {
    /**
     * The settings.
     *
     * @param direction which values of the metric are better
     * @param factor what the rate is multiplied by, below 1
     * @param patience after how many values without improvement the rate is lowered
     * @param minDelta by how much a value must be better to count as an improvement
     * @param cooldown how many values do not count after the rate was lowered
     * @param minRate what the rate is never lowered below
     */
    public record Settings(
            Direction direction, double factor, int patience, double minDelta, int cooldown, double minRate) {
        /** Checks them. */
        public Settings {
            Objects.requireNonNull(direction, "direction");
            if (!(factor >= 0 && factor < 1)) {
                throw new IllegalArgumentException("the factor must be from 0 to below 1, got " + factor);
            }
            if (patience < 0 || cooldown < 0) {
                throw new IllegalArgumentException(
                        "patience and cooldown must be 0 or more, got " + patience + " and " + cooldown);
            }
            Rates.notNegative("the smallest improvement", minDelta);
            Rates.notNegative("the smallest rate", minRate);
        }

        /** Keras' defaults: factor 0.1, patience 10, improvement 0.0001, no cooldown, no smallest rate. */
        public static Settings keras(Direction direction) {
            return new Settings(direction, 0.1, 10, 1e-4, 0, 0);
        }
    }

    /**
     * What it remembers between two values.
     *
     * @param best the best value so far; infinite before the first
     * @param waited how many values there were without improvement
     * @param cooldownLeft how many values still do not count
     */
    public record State(double best, int waited, int cooldownLeft) {}

    private final Settings settings;
    private State state;

    /** Starts without any value. */
    public ReduceOnPlateau(Settings settings) {
        this.settings = settings;
        this.state = new State(settings.direction().worst(), 0, 0);
    }

    /** The settings. */
    public Settings settings() {
        return settings;
    }

    /** What it remembers. */
    public State state() {
        return state;
    }

    /** Goes on from what was remembered. */
    public void restore(State remembered) {
        state = Objects.requireNonNull(remembered, "remembered");
    }

    /**
     * Takes the metric's next value, such as that of an epoch.
     *
     * @return the learning rate from now on; the current one where it is not lowered
     */
    public double next(double metricValue, double currentRate) {
        int waited = state.waited();
        int cooldownLeft = state.cooldownLeft();
        if (cooldownLeft > 0) {
            cooldownLeft--;
            waited = 0;
        }
        double rate = currentRate;
        double best = state.best();
        if (settings.direction().isBetter(metricValue, best, settings.minDelta())) {
            best = metricValue;
            waited = 0;
        } else if (cooldownLeft == 0) {
            waited++;
            if (waited >= settings.patience() && currentRate > settings.minRate()) {
                rate = Math.max(currentRate * settings.factor(), settings.minRate());
                cooldownLeft = settings.cooldown();
                waited = 0;
            }
        }
        state = new State(best, waited, cooldownLeft);
        return rate;
    }
}
