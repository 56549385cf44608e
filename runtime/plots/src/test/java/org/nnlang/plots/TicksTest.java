package org.nnlang.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 8, 0.0 0.2 0.4 0.6 0.8 1.0",
        "-0.1, 1.1, 8, 0.0 0.2 0.4 0.6 0.8 1.0",
        "-7.2, 7.3, 8, -6 -4 -2 0 2 4 6",
        "0, 100, 3, 0 50 100",
        "0, 47040, 3, 0 20000 40000",
        "0.001, 0.0042, 4, 0.001 0.002 0.003 0.004",
        "-1, 1, 3, -1 0 1",
        "-0.3, 0.3, 4, -0.2 0.0 0.2"
    })
    void areRoundNumbers(double from, double to, int most, String labels) {
        Ticks ticks = Ticks.between(from, to, most);
        assertThat(IntStream.range(0, ticks.count()).mapToObj(ticks::label).collect(Collectors.joining(" ")))
                .isEqualTo(labels);
    }
}
