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
    private static final ClassName OPERANDS = ClassName.get("org.nnlang.runtime.kernel", "VectorTile");
    private static final ClassName VECTOR = ClassName.get("jdk.incubator.vector", "FloatVector");

    private final Tile tile;
    private final boolean near;
    private final CodeBlock.Builder code = CodeBlock.builder();

    private TileMethod(Tile tile, boolean near) {
        this.tile = tile;
        this.near = near;
    }

    /** For factors of one sum that lie side by side. */
    static MethodSpec near(Tile tile) {
        return new TileMethod(tile, true).method("near", "For factors of one sum that lie side by side: a product.");
    }

    /** For factors of one sum that lie apart. */
    static MethodSpec apart(Tile tile) {
        return new TileMethod(tile, false)
                .method("apart", "For factors of one sum that lie apart: the gradient of a weight.");
    }

    private MethodSpec method(String name, String comment) {
        start();
        operands();
        terms();
        end();
        return MethodSpec.methodBuilder(name)
                .addJavadoc(comment)
                .addModifiers(Modifier.STATIC)
                .addParameter(OPERANDS, "tile")
                .addCode(code.build())
                .build();
    }

    private void start() {
        code.addStatement("float[] initial = tile.initial");
        code.addStatement("int start = tile.initialAt");
        code.addStatement("int startStride = tile.initialStride");
        for (int sum = 0; sum < tile.sums(); sum++) {
            for (int vector = 0; vector < tile.vectors(); vector++) {
                code.addStatement(
                        "$T s$L$L = $T.fromArray(LANES, initial, start$L$L)",
                        VECTOR,
                        sum,
                        vector,
                        VECTOR,
                        plus(sum, "startStride"),
                        plus(vector, "COUNT"));
            }
        }
    }

    private void operands() {
        code.addStatement("float[] x = tile.factors");
        code.addStatement("float[] w = tile.terms");
        code.addStatement("int stride = tile.factorStride");
        for (int sum = 0; sum < tile.sums(); sum++) {
            code.addStatement("int x$L = tile.factorsAt$L", sum, plus(sum, "stride"));
        }
        code.addStatement("int first = tile.termsAt");
        code.addStatement("int count = tile.count");
        if (!near) {
            code.addStatement("int step = tile.factorStep");
            code.addStatement("int next = 0");
        }
    }

    private void terms() {
        code.beginControlFlow("for (int k = 0; k < count; k++)");
        code.addStatement("int at = first + k * $L", tile.stride());
        for (int vector = 0; vector < tile.vectors(); vector++) {
            code.addStatement("$T w$L = $T.fromArray(LANES, w, at$L)", VECTOR, vector, VECTOR, plus(vector, "COUNT"));
        }
        for (int sum = 0; sum < tile.sums(); sum++) {
            code.addStatement(
                    "$Lfactor = $T.broadcast(LANES, x[x$L + $L])",
                    sum == 0 ? "FloatVector " : "",
                    VECTOR,
                    sum,
                    near ? "k" : "next");
            for (int vector = 0; vector < tile.vectors(); vector++) {
                code.addStatement("s$1L$2L = factor.fma(w$2L, s$1L$2L)", sum, vector);
            }
        }
        if (!near) {
            code.addStatement("next += step");
        }
        code.endControlFlow();
    }

    private void end() {
        code.addStatement("float[] bias = tile.bias");
        code.addStatement("float[] target = tile.target");
        code.addStatement("int to = tile.targetAt");
        code.addStatement("int toStride = tile.targetStride");
        for (int vector = 0; vector < tile.vectors(); vector++) {
            code.addStatement(
                    "$Lb = $T.fromArray(LANES, bias, tile.biasAt$L)",
                    vector == 0 ? "FloatVector " : "",
                    VECTOR,
                    plus(vector, "COUNT"));
            for (int sum = 0; sum < tile.sums(); sum++) {
                code.addStatement(
                        "s$L$L.add(b).intoArray(target, to$L$L)",
                        sum,
                        vector,
                        plus(sum, "toStride"),
                        plus(vector, "COUNT"));
            }
        }
    }

    /** So many times a variable, to be added. */
    private static String plus(int times, String variable) {
        return switch (times) {
            case 0 -> "";
            case 1 -> " + " + variable;
            default -> " + " + times + " * " + variable;
        };
    }
}
