package org.nnlang.command;

import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.text.NamedSettings;
import org.nnlang.training.Callback;
import org.nnlang.training.Optimizer;
import org.nnlang.training.Trainer;
import org.nnlang.training.callback.LearningRateOnPlateau;
import org.nnlang.training.metric.Direction;
import org.nnlang.training.schedule.LearningRateSchedule;
import org.nnlang.training.schedule.ReduceOnPlateau;
import org.nnlang.training.schedule.Schedules;

/** How the learning rate goes: by the steps, or by what the epochs bring. */
record ScheduleChoice(
        @Nullable LearningRateSchedule schedule, @Nullable Callback callback) {
    /**
     * Reads the option.
     *
     * @param batches the steps of an epoch
     * @param watched the value that a plateau is one of
     */
    static ScheduleChoice of(String text, Optimizer optimizer, int batches, int epochs, String watched) {
        try {
            NamedSettings settings = NamedSettings.parse(text);
            if (NamedSettings.plain(settings.name()).equals("plateau")) {
                return new ScheduleChoice(null, plateau(settings, watched));
            }
            Schedules.Run run = new Schedules.Run(optimizer.learningRate(), Math.max(1, batches), epochs);
            return new ScheduleChoice(Schedules.parse(text, run), null);
        } catch (IllegalArgumentException e) {
            throw new Failure("--schedule: " + e.getMessage());
        }
    }

    private static Callback plateau(NamedSettings settings, String watched) {
        ReduceOnPlateau.Settings preset = ReduceOnPlateau.Settings.keras(Direction.MIN);
        ReduceOnPlateau.Settings rule = new ReduceOnPlateau.Settings(
                preset.direction(),
                settings.number("factor", preset.factor()),
                (int) settings.number("patience", preset.patience()),
                settings.number("min_delta", preset.minDelta()),
                (int) settings.number("cooldown", preset.cooldown()),
                settings.number("min_rate", preset.minRate()));
        settings.requireAllKnown();
        return new LearningRateOnPlateau(watched, new ReduceOnPlateau(rule));
    }

    void giveTo(Trainer trainer) {
        if (schedule != null) {
            trainer.schedule(schedule);
        }
        if (callback != null) {
            trainer.callbacks(callback);
        }
    }
}
