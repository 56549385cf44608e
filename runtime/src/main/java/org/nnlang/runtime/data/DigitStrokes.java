package org.nnlang.runtime.data;

/**
 * How people write the ten digits: for each digit a few ways, for each way the strokes of the pen.
 *
 * <p>A stroke is a list of points x, y that the pen passes in a smooth curve, in a box 100 wide and 140 high, y
 * downwards. Where the pen turns a corner, a new stroke begins.
 */
final class DigitStrokes {
    private static final int[][][][] DIGITS = {
        { // 0: an oval, closed; an oval whose end passes its beginning
            {{50, 0, 15, 25, 3, 70, 15, 115, 50, 140, 85, 115, 97, 70, 85, 25, 50, 0}},
            {{62, 4, 25, 15, 5, 65, 20, 120, 55, 138, 90, 105, 95, 55, 80, 15, 50, 0, 34, 10}},
        },
        { // 1: a line, alone; with a flag; with a flag and a foot
            {{54, 0, 50, 70, 47, 140}},
            {{24, 36, 42, 20, 56, 0}, {56, 0, 54, 70, 53, 140}},
            {{26, 32, 42, 18, 54, 0}, {54, 0, 53, 70, 52, 140}, {24, 140, 52, 139, 82, 140}},
        },
        { // 2: with a corner at the foot; with a loop there
            {{8, 35, 20, 8, 50, 0, 82, 12, 88, 42, 65, 80, 30, 115, 5, 138}, {5, 138, 50, 134, 98, 136}},
            {{10, 30, 35, 3, 75, 8, 85, 40, 60, 90, 22, 130, 5, 128, 14, 108, 45, 118, 70, 135, 98, 128}},
        },
        { // 3: two bows; a flat top
            {{12, 18, 40, 0, 78, 12, 80, 45, 42, 64}, {42, 64, 85, 75, 95, 105, 70, 135, 30, 138, 4, 118}},
            {{10, 5, 48, 4, 88, 3}, {88, 3, 65, 30, 45, 55}, {45, 55, 85, 70, 92, 105, 65, 137, 28, 136, 5, 118}},
        },
        { // 4: open above; closed
            {{25, 0, 15, 40, 10, 78}, {10, 78, 50, 80, 98, 76}, {78, 10, 74, 70, 70, 140}},
            {{70, 0, 40, 45, 5, 95}, {5, 95, 50, 95, 100, 92}, {70, 0, 70, 70, 68, 140}},
        },
        { // 5: with corners; rounded, in one go
            {{90, 3, 58, 5, 25, 5}, {25, 5, 20, 35, 15, 62}, {15, 62, 45, 50, 82, 65, 92, 100, 70, 132, 35, 138, 5, 122}
            },
            {{92, 0, 34, 6, 18, 56, 55, 54, 90, 85, 75, 128, 35, 140, 5, 125}},
        },
        { // 6: a curved back; a steep one
            {{75, 2, 40, 30, 12, 75, 12, 115, 45, 140, 82, 125, 85, 90, 55, 75, 22, 92, 12, 112}},
            {{58, 0, 25, 50, 8, 100, 30, 138, 70, 135, 90, 105, 65, 80, 30, 90, 12, 112}},
        },
        { // 7: plain; with a bar; with a hook
            {{5, 8, 50, 6, 95, 4}, {95, 4, 65, 60, 42, 140}},
            {{5, 8, 50, 6, 95, 4}, {95, 4, 65, 60, 42, 140}, {30, 74, 58, 70, 86, 69}},
            {{8, 34, 9, 20, 12, 6}, {12, 6, 50, 8, 95, 4}, {95, 4, 70, 60, 55, 140}},
        },
        { // 8: from the middle; from the upper right
            {{50, 68, 18, 45, 20, 12, 52, 0, 82, 14, 80, 45, 50, 68, 15, 95, 15, 125, 50, 140, 85, 122, 84, 92, 50, 68}
            },
            {{80, 14, 45, 0, 18, 22, 40, 56, 75, 90, 80, 122, 48, 140, 15, 122, 22, 90, 60, 55, 82, 28, 80, 14}},
        },
        { // 9: a straight tail; a curved one
            {{86, 38, 62, 3, 22, 12, 10, 45, 35, 70, 70, 60, 86, 28}, {86, 28, 82, 80, 72, 140}},
            {{86, 42, 52, 0, 12, 25, 18, 62, 55, 68, 86, 35}, {86, 35, 88, 90, 65, 135, 25, 132}},
        },
    };

    private DigitStrokes() {}

    /** The number of ways to write a digit. */
    static int variants(int digit) {
        return DIGITS[digit].length;
    }

    /** The strokes of one way to write a digit, each a list of x, y, x, y, ... */
    static double[][] of(int digit, int variant) {
        int[][] strokes = DIGITS[digit][variant];
        double[][] copy = new double[strokes.length][];
        for (int s = 0; s < strokes.length; s++) {
            copy[s] = new double[strokes[s].length];
            for (int i = 0; i < strokes[s].length; i++) {
                copy[s][i] = strokes[s][i];
            }
        }
        return copy;
    }
}
