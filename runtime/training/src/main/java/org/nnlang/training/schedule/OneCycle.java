package org.nnlang.training.schedule;

/**
 * Up to a high rate, then down to almost nothing (Smith and Topin, Super-Convergence, 2018): PyTorch's {@code OneCycleLR}.
 *
 * @param initial the rate of the first update
 * @param highest the rate between
 * @param end the rate of the last update, and of any after it
 * @param steps the number of all updates
 * @param rising the part of the updates in which the rate rises, above 0 and below 1
 * @param form the form of the curve
 */
public record OneCycle(double initial, double highest, double end, long steps, double rising, Form form)
        implements LearningRateSchedule {
    /** The form of a curve. */
    public enum Form {
        /** Half a cosine. */
        COSINE,
        /** A straight line. */
        LINEAR
    }

    /** Checks the settings. */
    public OneCycle {
        Rates.notNegative("the initial rate", initial);
        Rates.notNegative("the highest rate", highest);
        Rates.notNegative("the end rate", end);
        Rates.steps("steps", steps);
        if (!(rising > 0 && rising < 1)) {
            throw new IllegalArgumentException("the rising part must be above 0 and below 1, got " + rising);
        }
    }

    /** As PyTorch with its defaults: from 1/25 of the highest rate, in 3 tenths of the steps, to 1/10,000 of the initial one. */
    public static OneCycle torch(double highest, long steps) {
        return new OneCycle(highest / 25, highest, highest / 25 / 1e4, steps, 0.3, Form.COSINE);
    }

    @Override
    public double rate(long step) {
        // PyTorch counts in such a way that the highest rate may fall between two updates.
        double top = rising * steps - 1;
        double last = steps - 1.0;
        if (step < top) {
            return between(initial, highest, step / top);
        }
        return between(highest, end, Math.min(1, (step - top) / (last - top)));
    }

    private double between(double from, double to, double part) {
        return form == Form.COSINE ? (from - to) * Rates.cosine(part) + to : from + (to - from) * part;
    }
}
