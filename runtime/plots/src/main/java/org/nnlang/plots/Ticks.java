package org.nnlang.plots;

import java.util.Locale;

/**
 * The numbers that are written on an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param first the smallest
 * @param step between two of them
 * @param count how many
 */
record Ticks(double first, double step, int count) {
    /** The densest ones of at most {@code most} in a range. */
    static Ticks between(double from, double to, int most) {
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10((to - from) / most)));
        double step = power;
        for (double factor : new double[] {1, 2, 5, 10}) {
            step = factor * power;
            if (count(from, to, step) <= most) {
                break;
            }
        }
        return new Ticks(StrictMath.ceil(from / step - 1e-9) * step, step, count(from, to, step));
    }

    private static int count(double from, double to, double step) {
        return (int) (StrictMath.floor(to / step + 1e-9) - StrictMath.ceil(from / step - 1e-9)) + 1;
    }

    double value(int i) {
        return first + i * step;
    }

    /** The number with as many decimals as the step has. */
    String label(int i) {
        int decimals = (int) Math.max(0, -StrictMath.floor(StrictMath.log10(step) + 1e-9));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value(i));
        return text.startsWith("-") && Double.parseDouble(text) == 0 ? text.substring(1) : text;
    }
}
