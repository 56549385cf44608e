package org.nnlang.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NamedSchedulesTest {
    private static final Schedules.Run RUN = new Schedules.Run(0.1, 50, 4);

    static List<String> names() {
        return Schedules.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void makesTheScheduleOfEachName(String name) {
        LearningRateSchedule schedule = Schedules.parse(name, RUN);
        for (int step = 0; step < 200; step++) {
            assertThat(schedule.rate(step)).isBetween(0.0, 0.1 + 1e-12);
        }
        assertThat(schedule)
                .hasToString(Schedules.parse(name.toUpperCase(Locale.ROOT), RUN).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "constant | 0 | 0.1",
                "constant | 199 | 0.1",
                "step | 49 | 0.1",
                "step | 50 | 0.01",
                "step:epochs=2,factor=0.5 | 99 | 0.1",
                "step:epochs=2,factor=0.5 | 100 | 0.05",
                "step:steps=10,factor=0.5 | 10 | 0.05",
                "exponential:steps=1,factor=0.5 | 3 | 0.0125",
                "inverse_time:steps=10,decay=2 | 10 | 0.03333333333333333",
                "cosine | 100 | 0.05",
                "cosine:end=0.02 | 200 | 0.02",
                "cosine:epochs=1 | 50 | 0",
                "linear | 150 | 0.025",
                "polynomial:power=3 | 100 | 0.0125",
                "warm_up:epochs=1 | 0 | 0",
                "warm_up:epochs=1 | 25 | 0.05",
                "warm_up:epochs=1 | 50 | 0.1",
                "warm_up:epochs=1,from=0.5 | 0 | 0.05",
                "cosine:warm_up_steps=100 | 50 | 0.05",
                "cosine:warm_up_steps=100 | 150 | 0.05",
                "cosine:warm_up_steps=100 | 200 | 0"
            })
    void countsEpochsAndSteps(String text, long step, double rate) {
        assertThat(Schedules.parse(text, RUN).rate(step)).isCloseTo(rate, within(1e-12));
    }

    @Test
    void namesTheHighestRateOfACycle() {
        assertThat(Schedules.parse("one_cycle", RUN)).isEqualTo(OneCycle.torch(0.1, 200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cosin | no schedule cosin; did you mean cosine? There are constant, warm_up, step,",
                "step:gamma=1 | step has no setting gamma; did you mean",
                "step:factor=-1 | step: the factor must be 0 or more",
                "step:steps=0 | step: steps=0.0: that is less than a step",
                "step:steps=1e30 | step: steps=1.0E30: that is more steps than can be counted",
                "linear:epochs=Infinity | linear: epochs=Infinity: that is more steps than can be counted",
                "cosine:warm_up_epochs=1,warm_up_steps=50 | cosine: give warm_up_steps or warm_up_epochs, not both",
                "warm_up:epochs=1,steps=50 | warm_up: give steps or epochs, not both",
                "step:steps=5,epochs=1 | step: give steps or epochs, not both",
                "cosine:warm_up_epochs=4 | a warm-up of 200 steps leaves nothing of a training of 4 epochs of 50 steps"
            })
    void refusesWhatIsNone(String text, String message) {
        assertThatThrownBy(() -> Schedules.parse(text, RUN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
