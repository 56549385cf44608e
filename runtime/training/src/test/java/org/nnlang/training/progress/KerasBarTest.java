package org.nnlang.training.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.nnlang.training.text.KerasNumber;

class KerasBarTest {
    private static final Pattern BACKSPACES = Pattern.compile("\\\\b\\{([0-9]+)}");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, false, UTF_8);
    private long now;

    /** What Keras 3.15.1 itself wrote at these times for these values: after {@code >}, with escapes. */
    @Test
    void writesWhatKerasWrites() throws IOException {
        KerasBar bar = new KerasBar(out, () -> now);
        StringBuilder expected = new StringBuilder();
        int drawn = 0;
        for (String line : lines("/keras/progress.txt")) {
            if (line.startsWith("> ")) {
                expected.append(unescaped(line.substring(2)));
                drawn++;
                continue;
            }
            String[] words = line.split(" ");
            now = Math.round(Double.parseDouble(words[1]) * 1e9);
            int number = Integer.parseInt(words[2]);
            List<String> pairs = Arrays.asList(words).subList(3, words.length);
            List<String> names = pairs.stream()
                    .map(pair -> pair.substring(0, pair.indexOf('=')))
                    .toList();
            double[] values = pairs.stream()
                    .mapToDouble(pair -> number(pair.substring(pair.indexOf('=') + 1)))
                    .toArray();
            assertThat(bytes.toString(UTF_8)).as("before %s", line).isEqualTo(expected.toString());
            switch (words[0]) {
                case "begin" -> bar.begins("", number);
                case "step" -> bar.steps(number, names, values);
                case "end" -> bar.ends(number, names, values);
                default -> throw new IllegalStateException(line);
            }
        }
        assertThat(bytes.toString(UTF_8)).isEqualTo(expected.toString());
        assertThat(drawn).isEqualTo(37);
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(KerasBarTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private static double number(String python) {
        return switch (python) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(python);
        };
    }

    private static String unescaped(String line) {
        return BACKSPACES
                .matcher(line)
                .replaceAll(run -> "\b".repeat(Integer.parseInt(run.group(1))))
                .replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\e", "\u001b");
    }

    @Test
    void leavesTheLineOfTheDocumentation() {
        KerasBar bar = new KerasBar(out, () -> now);
        bar.begins("Epoch 1/2", 9);
        now = 100_000_000;
        bar.steps(1, List.of("accuracy", "loss"), new double[] {0, 3});
        now = 1_236_000_000;
        bar.ends(
                9, List.of("accuracy", "loss", "val_accuracy", "val_loss"), new double[] {0.1181, 2.3914, 0.2188, 2.2579
                });
        bar.says("stopped");

        String text = bytes.toString(UTF_8).replaceAll("\u001b\\[[0-9]+m", "");
        assertThat(text).startsWith("Epoch 1/2\n\r1/9 ━━━━━━━━━━━━━━━━━━━━ 0s 100ms/step - accuracy: 0.0000e+00");
        assertThat(text.substring(text.lastIndexOf('\r') + 1))
                .isEqualTo("9/9 ━━━━━━━━━━━━━━━━━━━━ 1s 142ms/step - accuracy: 0.1181 - loss: 2.3914"
                        + " - val_accuracy: 0.2188 - val_loss: 2.2579\nstopped\n");
    }

    @Test
    void plainLinesAreOneAnEpoch() {
        PlainLines lines = new PlainLines(out, () -> now);
        lines.begins("Epoch 2/10", 120);
        now = 10_000_000;
        lines.steps(1, List.of("loss"), new double[] {0.5});
        now = 1_600_000_000;
        lines.ends(60, List.of("loss", "val_loss"), new double[] {0.25, 0.00012345});
        lines.begins("", 1);
        lines.ends(1, List.of("loss"), new double[] {0.5});

        assertThat(bytes.toString(UTF_8))
                .hasLineCount(2)
                .startsWith("Epoch 2/10 -  60/120 - 2s - 27ms/step - loss: 0.2500 - val_loss: 1.2345e-04\n")
                .endsWith("\n1/1 - 0s - 0s/step - loss: 0.5000\n");
    }

    /** Tests run with their output in a pipe. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeIsNoTerminal() {
        assertThat(Console.isTerminal()).isFalse();
        assertThat(Console.progress()).isInstanceOf(PlainLines.class);
    }

    @Test
    void numbersRoundAsPythonsDo() {
        assertThat(KerasNumber.of(0.00125)).isEqualTo("0.0013");
        assertThat(KerasNumber.of(2.00005)).isEqualTo("2.0000");
        assertThat(KerasNumber.of(1e-3)).isEqualTo("1.0000e-03");
        assertThat(KerasNumber.of(-1.5e-7)).isEqualTo("-1.5000e-07");
        assertThat(KerasNumber.of(9.9999999e-5)).isEqualTo("1.0000e-04");
        assertThat(KerasNumber.of(-12)).isEqualTo("-12.0000");
        assertThat(KerasNumber.of(1.25e-200)).isEqualTo("1.2500e-200");
        assertThat(KerasNumber.fixed(0.5, 0)).isEqualTo("0");
        assertThat(KerasNumber.fixed(1.5, 0)).isEqualTo("2");
    }
}
