package org.nnlang.tiles;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import javax.lang.model.element.Modifier;

/**
 * A tile's method: the sums start, one term after the other is added to them, and they are written.
 *
 * <p>The vectors are local variables, written out one by one, since the just-in-time compiler keeps those in registers, and no array
 * of them.
 */
final class TileMethod {
    static final ClassName VECTOR = ClassName.get("jdk.incubator.vector", "FloatVector");
    private static final ClassName BITS = ClassName.get("jdk.incubator.vector", "IntVector");
    private static final ClassName OPERATORS = ClassName.get("jdk.incubator.vector", "VectorOperators");
    static final ClassName QUARTERS = TileClass.kernel("VectorQuarters");

    private final Tile tile;
    private final TileUse use;
    private final TileTerms terms;
    private final CodeBlock.Builder code = CodeBlock.builder();

    private TileMethod(Tile tile, TileUse use) {
        this.tile = tile;
        this.use = use;
        this.terms = new TileTerms(tile, use);
    }

    static MethodSpec of(Tile tile, TileUse use) {
        TileMethod method = new TileMethod(tile, use);
        method.operands();
        method.start();
        method.terms();
        method.end();
        MethodSpec.Builder spec = MethodSpec.methodBuilder(use.method())
                .addJavadoc(use.comment())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(TileClass.OPERANDS, "tile")
                .addCode(method.code.build());
        if (use.isOfSegment()) {
            spec.addException(Throwable.class);
        }
        return spec.build();
    }

    private void operands() {
        if (tile.takesFewer()) {
            code.addStatement("int last = tile.sums - 1");
        }
        code.addStatement("float[] x = tile.factors");
        positions("x", "tile.factorsAt", use.isProduct() ? " * tile.factorStride" : "");
        terms.declare(code);
        code.addStatement("float[] y = tile.target");
        positions("y", "tile.targetAt", " * tile.targetStride");
        terms.declareAhead(code);
        if (tile.hasQuarters()) {
            code.addStatement("$1T odd = $1T.fromArray($2T.BITS, $2T.ODD, 0)", BITS, QUARTERS);
            code.addStatement("$1T upper = $1T.fromArray($2T.BITS, $2T.UPPER, 0)", BITS, QUARTERS);
        }
    }

    /** Where each sum has something; of those that are lacking it is the last one's. */
    private void positions(String name, String first, String timesStride) {
        code.addStatement("int $L0 = $L", name, first);
        for (int sum : tile.eachSum()) {
            if (sum > 0) {
                String index = tile.takesFewer() ? "Math.min(" + sum + ", last)" : Integer.toString(sum);
                code.addStatement("int $1L$2L = $1L0 + $3L$4L", name, sum, index, timesStride);
            }
        }
    }

    private void start() {
        for (int sum : tile.eachSum()) {
            for (int vector : tile.eachVector()) {
                if (use.goesOn()) {
                    load(sum(sum, vector), "y", "y" + sum + plus(vector));
                } else {
                    zero(sum(sum, vector));
                }
            }
        }
        if (tile.hasQuarters()) {
            if (use.goesOn()) {
                for (int sum : tile.eachSum()) {
                    loadQuarter("quarter" + sum, "y", "y" + sum + plus(tile.vectors()));
                }
                blend("shared", "quarter");
            } else {
                zero("shared");
            }
        }
    }

    private void terms() {
        if (!use.isProduct()) {
            code.addStatement("int step = tile.factorStep");
            code.addStatement("int next = 0");
        }
        code.beginControlFlow("for (int k = 0; k < count; k++)");
        terms.load(code);
        for (int sum : tile.eachSum()) {
            String term = use.isProduct() ? "k" : "next";
            code.addStatement("$1T factor$2L = $1T.broadcast(LANES, x[x$2L + $3L])", VECTOR, sum, term);
            for (int vector : tile.eachVector()) {
                code.addStatement("$1L = factor$2L.fma(w$3L, $1L)", sum(sum, vector), sum, vector);
            }
        }
        if (tile.hasQuarters()) {
            blend("factors", "factor");
            code.addStatement("shared = factors.fma(w$L, shared)", tile.vectors());
        }
        if (!use.isProduct()) {
            code.addStatement("next += step");
        }
        terms.advance(code);
        code.endControlFlow();
    }

    /**
     * Writes sum after sum: what is beyond the columns of one may belong to the next one.
     *
     * <p>A vector that comes out of a loop or of a call that is inlined late has a class that the just-in-time compiler guesses, from
     * what it saw. Where other guesses of the Vector API have failed too often, it stops to rely on them in a whole
     * tile, and makes objects of vectors. So sums are operands only, of loaded vectors, and are checked before they are stored:
     * nothing is left to guess.
     */
    private void end() {
        code.addStatement("float[] bias = tile.bias");
        code.addStatement("int biasAt = tile.biasAt");
        if (tile.endsInQuarter()) {
            code.addStatement("float[] quarters = tile.quarters");
        }
        for (int vector : tile.eachVector()) {
            load("b" + vector, "bias", "biasAt" + plus(vector));
        }
        terms.endAhead(code);
        if (tile.hasQuarters()) {
            loadQuarter("b" + tile.vectors(), "bias", "biasAt" + plus(tile.vectors()));
            code.addStatement("shared = b$L.add(shared)", tile.vectors());
            check("shared");
            keep("shared", 0);
        }
        for (int sum : tile.eachSum()) {
            for (int vector : tile.eachVector()) {
                code.addStatement("$1L = b$2L.add($1L)", sum(sum, vector), vector);
                check(sum(sum, vector));
                if (tile.isNarrow() && vector == tile.vectors() - 1) {
                    keep(sum(sum, vector), sum);
                } else {
                    code.addStatement("$L.intoArray(y, y$L$L)", sum(sum, vector), sum, plus(vector));
                }
            }
        }
        if (tile.endsInQuarter()) {
            writeQuarters();
        }
    }

    /** Keeps a vector of which quarters are written, in the room for the first sums. */
    private void keep(String vector, int sum) {
        code.addStatement(
                "$L.intoArray(quarters, $L)", vector, sum == 0 ? "0" : plus(sum).substring(" + ".length()));
    }

    /**
     * Writes the columns that are wanted of the quarters that are kept, and nothing after them: that may be what another thread writes.
     *
     * <p>Not as vectors of their own: on JDK 17 a program that uses vectors of two lengths makes objects of both. And all in one call at
     * the end: the just-in-time compiler does not inline it into a large tile, and keeps no vector in a register meanwhile.
     */
    private void writeQuarters() {
        code.addStatement(
                "$T.write(tile, $L, $L, $L)",
                QUARTERS,
                tile.takesFewer()
                        ? CodeBlock.of("$T.min($L, tile.sums)", Math.class, tile.sums())
                        : CodeBlock.of("$L", tile.sums()),
                tile.hasQuarters() ? CodeBlock.of("$T.SIZE", QUARTERS) : CodeBlock.of("COUNT"),
                plus(tile.termVectors() - 1).substring(" + ".length()));
    }

    private void zero(String name) {
        code.addStatement("$1T $2L = $1T.zero(LANES)", VECTOR, name);
    }

    private void load(String name, String array, String index) {
        code.addStatement("$1T $2L = $1T.fromArray(LANES, $3L, $4L)", VECTOR, name, array, index);
    }

    /** Loads a vector's first quarter, four times. */
    private void loadQuarter(String name, String array, String index) {
        code.addStatement(
                "$1T $2L = $1T.fromArray(LANES, $3L, $4L).rearrange($5T.REPEATED)",
                VECTOR,
                name,
                array,
                index,
                QUARTERS);
        check(name);
    }

    /** Blends quarters of four vectors, bit by bit: some virtual machines are slow at masks. */
    private void blend(String name, String each) {
        for (int sum : tile.eachSum()) {
            code.addStatement("$1T $2LBits$3L = $2L$3L.reinterpretAsInts()", BITS, each, sum);
        }
        blendBits(name + "Lower", each + "Bits0", each + "Bits1", "odd");
        blendBits(name + "Upper", each + "Bits2", each + "Bits3", "odd");
        blendBits(name + "Bits", name + "Lower", name + "Upper", "upper");
        checkBits(name + "Bits");
        code.addStatement("$1T $2L = $2LBits.reinterpretAsFloats()", VECTOR, name);
        check(name);
    }

    private void blendBits(String name, String one, String other, String where) {
        checkBits(one);
        code.addStatement("$T $L = $L.lanewise($T.BITWISE_BLEND, $L, $L)", BITS, name, one, OPERATORS, other, where);
    }

    private void check(String vector) {
        code.addStatement("$L.check(LANES)", vector);
    }

    private void checkBits(String vector) {
        code.addStatement("$L.check($T.BITS)", vector, QUARTERS);
    }

    /** The variable of a sum's vector. */
    static String sum(int sum, int vector) {
        return "s" + sum + "_" + vector;
    }

    /** So many vectors further on. */
    static String plus(int vectors) {
        return switch (vectors) {
            case 0 -> "";
            case 1 -> " + COUNT";
            default -> " + " + vectors + " * COUNT";
        };
    }
}
