package org.nnlang.plots;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** The lines on which a function has one value, by marching squares (Lorensen and Cline, 1987, in the plane). */
final class Contour {
    private Contour() {}

    /**
     * Finds the lines, in pieces.
     *
     * @param values of the function at the points of a grid: [row][column]
     * @param level the value
     * @return pieces within one square of the grid each, x counted in columns and y in rows
     */
    static List<Line2D> of(double[][] values, double level) {
        List<Line2D> pieces = new ArrayList<>();
        for (int row = 0; row + 1 < values.length; row++) {
            for (int column = 0; column + 1 < values[row].length; column++) {
                square(values, level, row, column, pieces);
            }
        }
        return pieces;
    }

    /** A line enters through one side and leaves through another; on a saddle there are two. */
    private static void square(double[][] values, double level, int row, int column, List<Line2D> pieces) {
        int[] x = {column, column + 1, column + 1, column};
        int[] y = {row, row, row + 1, row + 1};
        double enteredX = 0;
        double enteredY = 0;
        boolean entered = false;
        for (int side = 0; side < 4; side++) {
            int next = (side + 1) % 4;
            double from = values[y[side]][x[side]] - level;
            double to = values[y[next]][x[next]] - level;
            if (from < 0 == to < 0) {
                continue;
            }
            double part = from / (from - to);
            double crossingX = x[side] + part * (x[next] - x[side]);
            double crossingY = y[side] + part * (y[next] - y[side]);
            if (entered) {
                pieces.add(new Line2D.Double(enteredX, enteredY, crossingX, crossingY));
            }
            entered = !entered;
            enteredX = crossingX;
            enteredY = crossingY;
        }
    }
}
