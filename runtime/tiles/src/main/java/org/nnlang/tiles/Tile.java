package org.nnlang.tiles;

import java.util.stream.IntStream;

/**
 * The shape of a tile: how many sums go on together, and how many vectors each of them has.
 *
 * @param sums rows of a product, inputs of a weight's gradient
 * @param vectors side by side, that each sum has for itself
 * @param kind what is special about it
 */
record Tile(int sums, int vectors, Kind kind) {
    /** What is special about a tile. */
    enum Kind {
        /** Nothing. */
        WHOLE,
        /** Calculates most of a product, where vectors are as many as here, and may read ahead for the next panel. */
        MAIN,
        /** Likewise, of products only: where sums are many it goes before the tile of one sum less, and the two leave none over. */
        LARGE,
        /** Takes fewer sums as well: those that it lacks are the last one again. */
        UP_TO,
        /** Four sums have one vector more, of which each has a quarter. */
        QUARTERS,
        /** Of the last vector of a sum the first quarter is wanted; takes fewer sums as well. */
        NARROW,
        /** Likewise, of products only that start at 0: where sums are many it goes before the tile of one sum less. */
        LARGE_NARROW
    }

    /** The sums that share a vector. */
    static final int QUARTERS = 4;

    Tile {
        if (kind == Kind.QUARTERS && sums != QUARTERS) {
            throw new IllegalArgumentException("a vector is shared by four sums, got " + sums);
        }
    }

    /** The class of the tile. */
    String className() {
        return "VectorTile" + sums + "x" + vectors
                + switch (kind) {
                    case WHOLE, MAIN, LARGE, UP_TO -> "";
                    case QUARTERS -> "AndQuarters";
                    case NARROW, LARGE_NARROW -> "Narrow";
                };
    }

    boolean takesFewer() {
        return kind == Kind.UP_TO || (kind == Kind.NARROW && sums > 1);
    }

    boolean mayReadAhead() {
        return kind == Kind.MAIN || kind == Kind.LARGE;
    }

    /** Whether it calculates no gradients. */
    boolean isForProducts() {
        return kind == Kind.LARGE || kind == Kind.LARGE_NARROW;
    }

    /** Whether its sums always start at 0. */
    boolean startsAtZero() {
        return kind == Kind.LARGE_NARROW;
    }

    boolean hasQuarters() {
        return kind == Kind.QUARTERS;
    }

    boolean isNarrow() {
        return kind == Kind.NARROW || kind == Kind.LARGE_NARROW;
    }

    /** Whether of the last vector of a term the first quarter counts. */
    boolean endsInQuarter() {
        return hasQuarters() || isNarrow();
    }

    /** The vectors of a term. */
    int termVectors() {
        return hasQuarters() ? vectors + 1 : vectors;
    }

    /** The sums, counted from 0. */
    Iterable<Integer> eachSum() {
        return IntStream.range(0, sums)::iterator;
    }

    /** The vectors that each sum has for itself, counted from 0. */
    Iterable<Integer> eachVector() {
        return IntStream.range(0, vectors)::iterator;
    }
}
