package org.nnlang.tiles;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.Objects;

/**
 * How a tile's method goes from term to term: in an array, or outside of the heap in a memory segment, whose offsets are long.
 *
 * <p>The just-in-time compiler checks the bounds of an array before the loop where an index is calculated from the loop's variable, and
 * those of a segment where the offset is a variable of its own. From the loop's variable, it makes two loops of one, for whose
 * addresses it has no registers: a tenth slower.
 */
record TileTerms(Tile tile, TileUse use) {
    private static final ClassName SEGMENT = TileClass.kernel("VectorSegment");
    private static final ClassName WEIGHTS = TileClass.kernel("VectorWeights");

    /** Says where they are. */
    void declare(CodeBlock.Builder code) {
        if (use.isOfSegment()) {
            code.addStatement("$1T w = $2T.requireNonNull(tile.segment)", Object.class, Objects.class);
            code.addStatement("long at = $T.offset(tile.termsAt)", WEIGHTS);
        } else {
            code.addStatement("float[] w = tile.terms");
            code.addStatement("int first = tile.termsAt");
        }
        code.addStatement("int count = tile.count");
    }

    /** Says where to read ahead. */
    void declareAhead(CodeBlock.Builder code) {
        if (!use.readsAhead()) {
            return;
        }
        if (use.isOfSegment()) {
            code.addStatement("long ahead = $T.offset(tile.ahead)", WEIGHTS);
            code.addStatement("$1T readAhead = $1T.zero(LANES)", TileMethod.VECTOR);
        } else {
            code.addStatement("int ahead = tile.ahead");
            code.addStatement("float readAhead = 0");
        }
    }

    /** Loads the vectors of one. */
    void load(CodeBlock.Builder code) {
        if (!use.isOfSegment()) {
            code.addStatement("int at = first + k * STRIDE");
        }
        for (int vector = 0; vector < tile.termVectors(); vector++) {
            if (use.isOfSegment() && vector == tile.vectors()) {
                code.addStatement("$T whole = $L", TileMethod.VECTOR, loaded(vector));
                code.addStatement("$T w$L = whole$L", TileMethod.VECTOR, vector, repeated(vector));
            } else {
                code.addStatement("$T w$L = $L$L", TileMethod.VECTOR, vector, loaded(vector), repeated(vector));
            }
            if (use.isOfSegment() || vector == tile.vectors()) {
                code.addStatement("w$L.check(LANES)", vector);
            }
        }
        if (use.isOfSegment() && use.readsAhead()) {
            // Before the sums, since the compiler inlines nothing any more where a method is as long as it is after
            // them.
            code.addStatement("$1T line = ($1T) $2T.LOAD.invokeExact(w, ahead)", TileMethod.VECTOR, SEGMENT);
            code.addStatement("readAhead = line.add(readAhead)");
            code.addStatement("ahead += Float.BYTES * $T.LINE", TileClass.OPERANDS);
        }
    }

    private CodeBlock loaded(int vector) {
        if (!use.isOfSegment()) {
            return CodeBlock.of("$T.fromArray(LANES, w, at$L)", TileMethod.VECTOR, TileMethod.plus(vector));
        }
        String offset = TileMethod.plus(vector).replace("+ ", "+ Float.BYTES * ");
        return CodeBlock.of("($T) $T.LOAD.invokeExact(w, at$L)", TileMethod.VECTOR, SEGMENT, offset);
    }

    /** Of a vector that four sums share, the first quarter, four times. */
    private CodeBlock repeated(int vector) {
        return vector == tile.vectors()
                ? CodeBlock.of(".rearrange($T.REPEATED)", TileMethod.QUARTERS)
                : CodeBlock.of("");
    }

    /** Goes on to the next one. */
    void advance(CodeBlock.Builder code) {
        if (use.isOfSegment()) {
            code.addStatement("at += WHOLE_STRIDE");
        } else if (use.readsAhead()) {
            // Last, since JDK 17 checks the bounds of the array in each turn if its first access is this one.
            code.addStatement("readAhead += w[ahead + k * $T.LINE]", TileClass.OPERANDS);
        }
    }

    /** Says how far was read ahead, and uses what was, where the vectors of the bias are loaded. */
    void endAhead(CodeBlock.Builder code) {
        if (!use.readsAhead()) {
            return;
        }
        if (use.isOfSegment()) {
            code.addStatement("readAhead = b0.add(readAhead)");
            code.addStatement("readAhead.check(LANES)");
            code.addStatement("readAhead.intoArray(tile.quarters, 0)");
        } else {
            code.addStatement("tile.readAhead = readAhead");
        }
        code.addStatement("tile.ahead += count * $T.LINE", TileClass.OPERANDS);
    }
}
