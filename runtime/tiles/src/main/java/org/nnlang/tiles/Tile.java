package org.nnlang.tiles;

/**
 * The shape of a tile: how many sums go on together, and how many vectors each of them has.
 *
 * @param sums rows of a product, inputs of a weight's gradient
 * @param vectors side by side
 * @param stride the Java expression of the distance between two terms
 */
record Tile(int sums, int vectors, String stride) {
    /** The class of the tile. */
    String className() {
        return "VectorTile" + sums + "x" + vectors;
    }

    /** The registers that its loop needs: the sums, the vectors of a term, and one factor. */
    int registers() {
        return sums * vectors + vectors + 1;
    }
}
