package org.nnlang.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContourTest {
    @Test
    void cutsTheSidesWhereTheValueIs() {
        double[][] slope = {{0, 1, 2}, {0, 1, 2}};
        List<Line2D> pieces = Contour.of(slope, 0.25);
        assertThat(pieces).hasSize(1);
        assertThat(pieces.get(0).getX1()).isEqualTo(0.25);
        assertThat(pieces.get(0).getX2()).isEqualTo(0.25);
        assertThat(Math.abs(pieces.get(0).getY1() - pieces.get(0).getY2())).isEqualTo(1);
        assertThat(Contour.of(slope, 3)).isEmpty();
    }

    @Test
    void hasTwoLinesOnASaddle() {
        assertThat(Contour.of(new double[][] {{1, 0}, {0, 1}}, 0.5)).hasSize(2);
    }

    /** The pieces of a circle of radius 8 have its length, and each lies on it. */
    @Test
    void goesAroundACircle() {
        double[][] values = new double[21][21];
        for (int row = 0; row < 21; row++) {
            for (int column = 0; column < 21; column++) {
                values[row][column] = Math.sqrt((row - 10) * (row - 10) + (column - 10) * (column - 10));
            }
        }
        double length = 0;
        for (Line2D piece : Contour.of(values, 8)) {
            length += piece.getP1().distance(piece.getP2());
            assertThat(piece.getP1().distance(10, 10)).isBetween(7.95, 8.05);
        }
        assertThat(length).isBetween(2 * 3.1 * 8, 2 * 3.1416 * 8);
    }
}
