package org.nnlang.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.training.Goldens;

class SchedulesTest {
    @TestFactory
    Stream<DynamicTest> givesTheRatesOfTheFrameworks() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode node : Goldens.read("optimizers.json").get("cases")) {
            if (node.get("kind").asText().equals("schedule")) {
                String name = node.get("name").asText();
                tests.add(DynamicTest.dynamicTest(name + " " + node.get("parameters"), () -> check(name, node)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static void check(String name, JsonNode node) {
        LearningRateSchedule schedule =
                ReferenceSchedules.of(name, node.get("dialect").asText(), node.get("parameters"));
        JsonNode rates = node.get("learning_rate").get("data");
        for (int i = 0; i < rates.size(); i++) {
            double expected = rates.get(i).asDouble();
            assertThat(schedule.rate(node.get("steps").get(i).asLong()))
                    .as("rate of update %s", node.get("steps").get(i))
                    .isCloseTo(expected, within(1e-12 + 1e-9 * expected));
        }
    }

    @Test
    void warmsUpToTheFirstRateOfAnySchedule() {
        LearningRateSchedule schedule = new ExponentialDecay(0.1, 10, 0.5, true).afterWarmUp(4, 0.2);

        assertThat(schedule.rate(0)).isCloseTo(0.02, within(1e-15));
        assertThat(schedule.rate(2)).isCloseTo(0.06, within(1e-15));
        assertThat(schedule.rate(4)).isEqualTo(0.1);
        assertThat(schedule.rate(13)).isEqualTo(0.1);
        assertThat(schedule.rate(14)).isEqualTo(0.05);
    }

    @Test
    void changesAfterKerasBoundariesAndAtTorchsMilestones() {
        LearningRateSchedule keras = PiecewiseConstant.keras(List.of(5L), List.of(1.0, 0.5));
        LearningRateSchedule torch = PiecewiseConstant.torch(1, List.of(5L), 0.5);

        assertThat(Stream.of(4L, 5L, 6L).map(keras::rate)).containsExactly(1.0, 1.0, 0.5);
        assertThat(Stream.of(4L, 5L, 6L).map(torch::rate)).containsExactly(1.0, 0.5, 0.5);
    }

    @Test
    void knowsRatesWithoutReferenceFile() {
        assertThat(CosineDecay.keras(1, 10, 0).rate(5)).isCloseTo(0.5, within(1e-15));
        assertThat(CosineDecay.keras(1, 10, 0.1).rate(30)).isEqualTo(0.1);
        assertThat(CosineDecay.torch(1, 10, 0).rate(20)).isEqualTo(1);
        assertThat(CosineRestarts.torch(1, 10, 1, 0).rate(40)).isEqualTo(1);
        assertThat(CosineRestarts.keras(1, 10, 2, 0.5, 0).rate(30)).isEqualTo(0.25);
        assertThat(new PolynomialDecay(1, 0, 10, 2, false).rate(5)).isEqualTo(0.25);
        assertThat(new InverseTimeDecay(1, 10, 1, false).rate(10)).isEqualTo(0.5);
        assertThat(OneCycle.torch(1, 100).rate(29)).isEqualTo(1);
        assertThat(OneCycle.torch(1, 100).rate(0)).isCloseTo(0.04, within(1e-15));
        assertThat(OneCycle.torch(1, 100).rate(1000)).isCloseTo(4e-6, within(1e-15));
    }

    @Test
    void saysWhatIsWrongWithSettings() {
        assertThatThrownBy(() -> new ExponentialDecay(0.1, 0, 0.5, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps must be at least 1, got 0");
        assertThatThrownBy(() -> new ExponentialDecay(Double.NaN, 1, 0.5, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the initial rate must be 0 or more, and finite, got NaN");
        assertThatThrownBy(() -> new PiecewiseConstant(List.of(1L, 2L), List.of(0.1, 0.2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 boundaries need 3 rates, one for each part, got 2");
        assertThatThrownBy(() -> new PiecewiseConstant(List.of(2L, 2L), List.of(0.1, 0.2, 0.3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boundaries must rise, got [2, 2]");
    }
}
