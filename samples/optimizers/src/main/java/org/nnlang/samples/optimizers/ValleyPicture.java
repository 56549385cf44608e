package org.nnlang.samples.optimizers;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nnlang.plots.Plane;
import org.nnlang.plots.PlanePicture;
import org.nnlang.plots.Sheet;

/** The ways of all optimizers through the valley: a table of heights, and a picture of each. */
final class ValleyPicture {
    private static final int STEPS = 30;
    private static final Plane PLANE = new Plane(-10, 10, -4, 4);
    private static final double[] LEVELS = {0.1, 0.5, 1, 2, 3, 4, 6, 8, 10, 13, 16};

    private final PrintStream out;

    ValleyPicture(PrintStream out) {
        this.out = out;
    }

    /** Prints the table and writes the picture. */
    void write(Path png) throws IOException {
        out.println("== the valley x^2 / 20 + y^2 from -7, 2: height after some steps");
        out.printf("%-22s%10s%10s%10s%10s%n", "optimizer", "0", "5", "10", "30");
        List<BufferedImage> pictures = new ArrayList<>();
        for (Contender contender : Contender.inValley()) {
            Descent descent = Descent.of(contender.optimizer(), STEPS);
            double[] heights = descent.heights();
            out.printf(
                    Locale.ROOT,
                    "%-22s%10.4f%10.4f%10.4f%10.4f%n",
                    contender.title(),
                    heights[0],
                    heights[5],
                    heights[10],
                    descent.lastHeight());
            pictures.add(new PlanePicture(contender.title() + ": " + STEPS + " steps", PLANE)
                    .contours((x, y) -> Descent.STEEPNESS[0] * x * x + Descent.STEEPNESS[1] * y * y, LEVELS)
                    .path(descent.x(), descent.y(), 1)
                    .point(0, 0, 0)
                    .draw("x", "y"));
        }
        Sheet.write(png, pictures, 2);
        out.println("As a picture: " + png);
        out.println();
    }
}
