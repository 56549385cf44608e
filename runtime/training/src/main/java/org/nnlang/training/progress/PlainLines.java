package org.nnlang.training.progress;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.nnlang.training.Progress;
import org.nnlang.training.text.KerasNumber;

/**
 * One line an epoch, for logs and files: {@code Epoch 1/2 - 9/9 - 1s - 142ms/step - accuracy: 0.1181 - loss: 2.3914}.
 *
 * <p>Keras' {@code verbose=2}, without a line of its own for the epoch.
 */
public final class PlainLines implements Progress {
    private final PrintStream out;
    private final StepTimer timer;
    private String title = "";
    private int total;

    /**
     * Makes one.
     *
     * @param nanoClock the time in nanoseconds, such as {@code System::nanoTime}
     */
    public PlainLines(PrintStream out, LongSupplier nanoClock) {
        this.out = Objects.requireNonNull(out, "out");
        this.timer = new StepTimer(nanoClock);
    }

    @Override
    public void begins(String newTitle, int steps) {
        title = newTitle.isEmpty() ? "" : newTitle + " - ";
        total = steps;
        timer.restart();
    }

    @Override
    public void steps(int step, List<String> names, double[] values) {}

    @Override
    public void ends(int step, List<String> names, double[] values) {
        double now = timer.elapsed();
        String each = StepTimer.perStepText(timer.perStep(step, now));
        says(title + KerasBar.padded(step, total) + " - " + KerasNumber.fixed(now, 0) + "s - " + each
                + KerasBar.valuesText(names, values));
    }

    @Override
    public void says(String message) {
        out.print(message + "\n");
        out.flush();
    }
}
