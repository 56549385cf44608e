package org.nnlang.training.progress;

import java.util.function.LongSupplier;
import org.nnlang.training.text.KerasNumber;

/** The time of an epoch and of its steps, in seconds, as Keras estimates and prints it: the first step is not representative. */
final class StepTimer {
    private static final double NANOS = 1e-9;

    private final LongSupplier nanoClock;
    private long start;
    private double afterFirstStep;
    private boolean hasFirstStep;

    StepTimer(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    void restart() {
        start = nanoClock.getAsLong();
        hasFirstStep = false;
    }

    /** Since the start. */
    double elapsed() {
        return (nanoClock.getAsLong() - start) * NANOS;
    }

    /** What one of {@code step} steps takes, {@code elapsed} after the start. */
    double perStep(int step, double elapsed) {
        if (step == 0) {
            return 0;
        }
        double each = hasFirstStep && step > 1 ? (elapsed - afterFirstStep) / (step - 1) : elapsed / step;
        if (step == 1) {
            afterFirstStep = elapsed;
            hasFirstStep = true;
        }
        return each;
    }

    /** Such as {@code 142ms/step}. */
    static String perStepText(double seconds) {
        if (seconds >= 1 || seconds == 0) {
            return KerasNumber.fixed(seconds, 0) + "s/step";
        }
        if (seconds >= 1e-3) {
            return KerasNumber.fixed(seconds * 1000, 0) + "ms/step";
        }
        return KerasNumber.fixed(seconds * 1_000_000, 0) + "us/step";
    }

    /** What remains, such as {@code 7s}, {@code 1:05} or {@code 2:00:00}. */
    static String remaining(double seconds) {
        long whole = (long) seconds;
        if (seconds > 3600) {
            return whole / 3600 + ":" + twoDigits(whole % 3600 / 60) + ":" + twoDigits(whole % 60);
        }
        return seconds > 60 ? whole / 60 + ":" + twoDigits(whole % 60) : whole + "s";
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
