package org.nnlang.tiles;

/** What a method of a tile is for. */
enum TileUse {
    PRODUCT("product", "The factors of one sum lie side by side; the sums start at 0.", true, false, false, false),
    PRODUCT_AHEAD(
            "productAhead",
            "The factors of one sum lie side by side; the sums start at 0; with each term a line is read ahead.",
            true,
            false,
            true,
            false),
    PRODUCT_ON(
            "productOn",
            "The factors of one sum lie side by side; the sums go on from the target.",
            true,
            true,
            false,
            false),
    SEGMENT_PRODUCT(
            "segmentProduct",
            "The factors of one sum lie side by side, the terms outside of the heap; the sums start at 0.",
            true,
            false,
            false,
            true),
    SEGMENT_PRODUCT_AHEAD(
            "segmentProductAhead",
            "The factors of one sum lie side by side, the terms outside of the heap; the sums start at 0; with each term a "
                    + "line is read ahead.",
            true,
            false,
            true,
            true),
    GRADIENT("gradient", "The factors of one term lie side by side; the sums start at 0.", false, false, false, false),
    GRADIENT_ON(
            "gradientOn",
            "The factors of one term lie side by side; the sums go on from the target.",
            false,
            true,
            false,
            false);

    private final String method;
    private final String comment;
    private final boolean isProduct;
    private final boolean goesOn;
    private final boolean readsAhead;
    private final boolean isOfSegment;

    TileUse(String method, String comment, boolean isProduct, boolean goesOn, boolean readsAhead, boolean isOfSegment) {
        this.method = method;
        this.comment = comment;
        this.isProduct = isProduct;
        this.goesOn = goesOn;
        this.readsAhead = readsAhead;
        this.isOfSegment = isOfSegment;
    }

    /** The method's name. */
    String method() {
        return method;
    }

    /** The method's comment. */
    String comment() {
        return comment;
    }

    /** Whether sums are rows of a product, and not inputs of a gradient. */
    boolean isProduct() {
        return isProduct;
    }

    /** Whether the sums go on from the target. */
    boolean goesOn() {
        return goesOn;
    }

    /** Whether some of the next panel is read ahead. */
    boolean readsAhead() {
        return readsAhead;
    }

    /** Whether the terms are outside of the heap, and not in an array. */
    boolean isOfSegment() {
        return isOfSegment;
    }

    /** Whether a tile has such a method. */
    boolean isOf(Tile tile) {
        if (readsAhead) {
            return tile.mayReadAhead();
        }
        return !(goesOn && tile.startsAtZero()) && (isProduct || !tile.isForProducts());
    }
}
