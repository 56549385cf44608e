package org.nnlang.tiles;

/** A tile as its class comment shows it: the vectors of a term above, the factors at the left, and between them the sums. */
final class TilePicture {
    private static final String MARGIN = " ".repeat(21);

    private TilePicture() {}

    static String of(Tile tile) {
        StringBuilder picture = new StringBuilder(MARGIN);
        for (int vector = 0; vector < tile.termVectors(); vector++) {
            picture.append(" w").append(vector).append("   ");
        }
        picture.append("  the vectors of term k\n");
        for (int sum : tile.eachSum()) {
            picture.append("  factor of sum %-2d  [%s ]".formatted(sum, sums(tile, sum)));
            picture.append(sum == 0 ? "   s += factor w, for all terms k in their order\n" : "\n");
        }
        return picture.toString();
    }

    private static String sums(Tile tile, int sum) {
        StringBuilder sums = new StringBuilder();
        for (int vector : tile.eachVector()) {
            sums.append(" %-5s".formatted(TileMethod.sum(sum, vector)));
        }
        if (tile.hasQuarters()) {
            sums.append(" 1/4 of shared");
        }
        return sums.toString().stripTrailing();
    }
}
