package org.nnlang.tiles;

import java.util.StringJoiner;

/** A tile as its class comment shows it. */
final class TilePicture {
    private TilePicture() {}

    /** The vectors of a term above, the factors at the left, and between them the sums. */
    static String of(Tile tile) {
        StringBuilder picture = new StringBuilder();
        picture.append(" ".repeat(22));
        for (int vector = 0; vector < tile.vectors(); vector++) {
            picture.append(" w").append(vector).append(' ');
        }
        picture.append("       the vectors of term k\n");
        for (int sum = 0; sum < tile.sums(); sum++) {
            picture.append("  factor of sum ")
                    .append(sum)
                    .append("   [")
                    .append(sums(tile, sum))
                    .append(']');
            picture.append(sum == 0 ? "      s += factor w, for all terms k in their order\n" : "\n");
        }
        return picture.toString();
    }

    private static String sums(Tile tile, int sum) {
        StringJoiner joiner = new StringJoiner(" ", " ", " ");
        for (int vector = 0; vector < tile.vectors(); vector++) {
            joiner.add("s" + sum + vector);
        }
        return joiner.toString();
    }
}
