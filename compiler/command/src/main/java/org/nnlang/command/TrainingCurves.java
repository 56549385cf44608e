package org.nnlang.command;

import java.io.IOException;
import java.nio.file.Path;
import org.nnlang.plots.Curves;
import org.nnlang.runtime.train.History;

/** Losses and metrics over the epochs, as a picture. */
final class TrainingCurves {
    private TrainingCurves() {}

    static void write(History history, String title, Path png) throws IOException {
        int epochs = history.epochs().size();
        Curves curves = new Curves(title + " (x: epoch)", 1, Math.max(2, epochs));
        for (String name : history.names()) {
            if (!name.equals(History.LEARNING_RATE) && !name.equals(History.SECONDS)) {
                double[] values = history.get(name);
                curves.add(name, epoch -> between(values, epoch - 1));
            }
        }
        curves.write(png);
    }

    /** The value at a place between two of them, on the straight line. */
    private static double between(double[] values, double place) {
        int before = (int) Math.min(Math.max(0, place), values.length - 1);
        int after = Math.min(before + 1, values.length - 1);
        double part = Math.min(1, place - before);
        return values[before] + (values[after] - values[before]) * part;
    }
}
