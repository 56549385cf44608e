package org.nnlang.training.progress;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.nnlang.training.Progress;
import org.nnlang.training.text.KerasNumber;

/**
 * Keras' progress bar for a terminal, to the letter of version 3.15: one line an epoch, drawn over at most every 50 ms.
 *
 * <p>{@code 9/9 ━━━━━━━━━━━━━━━━━━━━ 1s 142ms/step - accuracy: 0.1181 - loss: 2.3914}: steps in bold, the part that is done green, the
 * rest white, the time that remains, or at the end the time that it took, in bold.
 */
public final class KerasBar implements Progress {
    private static final int WIDTH = 20;
    private static final double INTERVAL = 0.05;
    private static final String BOLD = "\u001b[1m";
    private static final String GREEN = "\u001b[32m";
    private static final String WHITE = "\u001b[37m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream out;
    private final StepTimer timer;
    private int total;
    private double lastDrawn;
    private int lastWidth;

    /**
     * Makes one.
     *
     * @param out of an encoding that has the bar's character, such as UTF-8
     * @param nanoClock the time in nanoseconds, such as {@code System::nanoTime}
     */
    public KerasBar(PrintStream out, LongSupplier nanoClock) {
        this.out = Objects.requireNonNull(out, "out");
        this.timer = new StepTimer(nanoClock);
    }

    @Override
    public void begins(String title, int steps) {
        total = steps;
        lastDrawn = Double.NEGATIVE_INFINITY;
        lastWidth = 0;
        timer.restart();
        if (!title.isEmpty()) {
            out.print(title + "\n");
            out.flush();
        }
    }

    @Override
    public void steps(int step, List<String> names, double[] values) {
        double now = timer.elapsed();
        double each = timer.perStep(step, now);
        if (now - lastDrawn >= INTERVAL) {
            draw(step, now, each, StepTimer.remaining(each * (total - step)), names, values, "");
        }
    }

    @Override
    public void ends(int step, List<String> names, double[] values) {
        double now = timer.elapsed();
        // Keras counts all steps as done, whatever ended the epoch.
        double each = timer.perStep(total, now);
        draw(total, now, each, KerasNumber.fixed(now, 0) + "s", names, values, "\n");
    }

    @Override
    public void says(String message) {
        out.print(message + "\n");
        out.flush();
    }

    private void draw(
            int step, double now, double each, String time, List<String> names, double[] values, String ending) {
        String steps = padded(step, total);
        int done = (int) (WIDTH * ((double) step / total));
        String info = " " + StepTimer.perStepText(each) + valuesText(names, values);
        StringBuilder message = new StringBuilder();
        message.append("\b".repeat(lastWidth)).append('\r');
        message.append(BOLD).append(steps).append(PLAIN).append(' ');
        if (done > 0) {
            message.append(GREEN).append("━".repeat(done)).append(PLAIN);
        }
        message.append(WHITE).append("━".repeat(WIDTH - done)).append(PLAIN);
        message.append(' ').append(BOLD).append(time).append(PLAIN).append(info);
        int width = steps.length() + 1 + WIDTH + 1 + time.length() + info.length();
        message.append(" ".repeat(Math.max(0, lastWidth - width))).append(ending);
        out.print(message);
        out.flush();
        lastWidth = width;
        lastDrawn = now;
    }

    /** Such as {@code " 9/10"}. */
    static String padded(int step, int total) {
        String all = Integer.toString(total);
        String done = Integer.toString(step);
        return " ".repeat(Math.max(0, all.length() - done.length())) + done + "/" + all;
    }

    /** Such as {@code " - accuracy: 0.1181 - loss: 2.3914"}. */
    static String valuesText(List<String> names, double[] values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(" - ").append(names.get(i)).append(": ").append(KerasNumber.of(values[i]));
        }
        return text.toString();
    }
}
