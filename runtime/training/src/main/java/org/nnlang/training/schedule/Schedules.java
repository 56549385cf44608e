package org.nnlang.training.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.nnlang.runtime.text.NamedSettings;
import org.nnlang.runtime.text.NearestName;

/** Schedules by name, for command lines and files of settings. */
public final class Schedules {
    private static final Map<String, BiFunction<NamedSettings, Run, LearningRateSchedule>> BY_NAME = byName();

    private Schedules() {}

    /**
     * The training that a schedule is for.
     *
     * @param learningRate the rate that the schedule starts from; of a cycle, the highest one
     * @param stepsOfEpoch how many updates an epoch has
     * @param epochs how many there are
     */
    public record Run(double learningRate, long stepsOfEpoch, int epochs) {
        /** Checks that there are steps. */
        public Run {
            Rates.notNegative("the learning rate", learningRate);
            Rates.steps("the steps of an epoch", stepsOfEpoch);
            Rates.steps("the epochs", epochs);
        }

        private long steps() {
            return Math.multiplyExact(stepsOfEpoch, epochs);
        }
    }

    /** All names that {@link #parse} takes. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * Reads a schedule, such as {@code step:epochs=10,factor=0.5}, {@code cosine} or {@code cosine:warm_up_epochs=1}.
     *
     * <p>There are {@code constant}, {@code step} and {@code exponential} (settings {@code factor}; how long a factor takes:
     * {@code epochs} or {@code steps}, 1 epoch unless set), {@code inverse_time} ({@code decay}), and, over the whole training or
     * so many {@code epochs} or {@code steps}, {@code linear}, {@code polynomial} ({@code power}), {@code cosine} (all of them
     * down to {@code end}) and {@code one_cycle}. Each may begin with {@code warm_up_epochs} or {@code warm_up_steps}, in a
     * straight line from {@code warm_up_from} times its first rate; {@code warm_up:epochs=1} is nothing but that.
     *
     * @throws IllegalArgumentException if there is no such schedule or setting, or a value is none; the message says what there is
     */
    public static LearningRateSchedule parse(String text, Run run) {
        NamedSettings settings = NamedSettings.parse(text);
        for (Map.Entry<String, BiFunction<NamedSettings, Run, LearningRateSchedule>> each : BY_NAME.entrySet()) {
            if (NamedSettings.plain(each.getKey()).equals(NamedSettings.plain(settings.name()))) {
                try {
                    return parse(settings, run, each.getKey(), each.getValue());
                } catch (IllegalArgumentException e) {
                    String message = String.valueOf(e.getMessage());
                    throw message.startsWith(settings.name() + ":") || message.startsWith(settings.name() + " ")
                            ? e
                            : new IllegalArgumentException(settings.name() + ": " + message, e);
                }
            }
        }
        throw new IllegalArgumentException("no schedule " + settings.name() + "; did you mean "
                + NearestName.of(settings.name(), BY_NAME.keySet()).orElseThrow() + "? There are "
                + String.join(", ", BY_NAME.keySet()));
    }

    private static LearningRateSchedule parse(
            NamedSettings settings, Run run, String name, BiFunction<NamedSettings, Run, LearningRateSchedule> making) {
        boolean only = name.equals("warm_up");
        long warmUp = only ? length(settings, run, "", run.stepsOfEpoch()) : length(settings, run, "warm_up_", 0);
        double from = settings.number(only ? "from" : "warm_up_from", 0);
        long left = run.steps() - warmUp;
        if (left < 1) {
            throw new IllegalArgumentException("a warm-up of " + warmUp + " steps leaves nothing of a training of "
                    + run.epochs() + " epochs of " + run.stepsOfEpoch() + " steps");
        }
        LearningRateSchedule schedule = making.apply(settings, run);
        settings.requireAllKnown();
        return warmUp == 0 ? schedule : schedule.afterWarmUp(warmUp, from);
    }

    private static Map<String, BiFunction<NamedSettings, Run, LearningRateSchedule>> byName() {
        Map<String, BiFunction<NamedSettings, Run, LearningRateSchedule>> schedules = new LinkedHashMap<>();
        schedules.put("constant", (it, run) -> constant(run));
        schedules.put("warm_up", (it, run) -> constant(run));
        schedules.put(
                "step",
                (it, run) -> new ExponentialDecay(
                        run.learningRate(), length(it, run, "", run.stepsOfEpoch()), it.number("factor", 0.1), true));
        schedules.put(
                "exponential",
                (it, run) -> new ExponentialDecay(
                        run.learningRate(), length(it, run, "", run.stepsOfEpoch()), it.number("factor", 0.9), false));
        schedules.put(
                "inverse_time",
                (it, run) -> new InverseTimeDecay(
                        run.learningRate(), length(it, run, "", run.stepsOfEpoch()), it.number("decay", 1), false));
        schedules.put("linear", (it, run) -> polynomial(it, run, 1));
        schedules.put("polynomial", (it, run) -> polynomial(it, run, it.number("power", 2)));
        schedules.put(
                "cosine", (it, run) -> new CosineDecay(run.learningRate(), it.number("end", 0), whole(it, run), false));
        schedules.put("one_cycle", (it, run) -> OneCycle.torch(run.learningRate(), whole(it, run)));
        return schedules;
    }

    private static LearningRateSchedule constant(Run run) {
        return new LinearFactor(run.learningRate(), 1, 1, 1);
    }

    private static LearningRateSchedule polynomial(NamedSettings settings, Run run, double power) {
        return new PolynomialDecay(run.learningRate(), settings.number("end", 0), whole(settings, run), power, false);
    }

    /** So long as is written, or the training without its warm-up. */
    private static long whole(NamedSettings settings, Run run) {
        return length(settings, run, "", run.steps() - length(settings, run, "warm_up_", 0));
    }

    private static long length(NamedSettings settings, Run run, String prefix, long otherwise) {
        double epochs = settings.number(prefix + "epochs", Double.NaN);
        double steps = settings.number(prefix + "steps", Double.NaN);
        if (settings.has(prefix + "steps") && settings.has(prefix + "epochs")) {
            throw new IllegalArgumentException("give " + prefix + "steps or " + prefix + "epochs, not both");
        }
        if (Double.isNaN(epochs) && Double.isNaN(steps)) {
            return otherwise;
        }
        double length = Double.isNaN(steps) ? epochs * run.stepsOfEpoch() : steps;
        if (!(length >= 1 && length < Long.MAX_VALUE)) {
            throw new IllegalArgumentException(prefix
                    + (Double.isNaN(steps) ? "epochs=" + epochs : "steps=" + steps)
                    + (length < 1 ? ": that is less than a step" : ": that is more steps than can be counted"));
        }
        return Math.round(length);
    }
}
