package org.nnlang.tiles;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The Java class of a tile. */
final class TileClass {
    private static final String PACKAGE = "org.nnlang.runtime.kernel";
    private static final TypeName SPECIES = ParameterizedTypeName.get(
            ClassName.get("jdk.incubator.vector", "VectorSpecies"), ClassName.get(Float.class));

    static final ClassName LANES = kernel("VectorLanes");
    static final ClassName OPERANDS = kernel("VectorTile");

    private static final String MAIN_COMMENT = """

            <p>It calculates most of a product and may read some of the next panel ahead meanwhile: a line of the cache with
            each term. That panel then need not come out of a slower cache all at once, for which its first tile would wait: some
            per cent of the time, and a tenth where there are few rows.
            """;

    private static final String LARGE_COMMENT = """

            <p>It is for products only, and of these for many sums: a term's vectors, most of which reach into two lines of the
            cache where an array does not begin with one, are then read for one sum more at a time.
            """;

    private static final String UP_TO_COMMENT = """

            <p>It takes fewer sums as well: those that are lacking are the last one again, which comes to the same.
            """;

    private static final String QUARTERS_COMMENT = """

            <p>One vector more is shared by the four sums: a quarter has the last columns of each, the factors of all
            are blended to one vector, and the first quarter of the term is repeated. See {@link VectorQuarters}.
            """;

    private static final String NARROW_COMMENT = """

            <p>Of the last vector of a sum the first quarter is written: what is calculated in the others is nobody's.
            """;

    private TileClass() {}

    /** A class beside the tiles. */
    static ClassName kernel(String name) {
        return ClassName.get(PACKAGE, name);
    }

    static JavaFile of(Tile tile) {
        TypeSpec.Builder type = TypeSpec.classBuilder(tile.className())
                .addJavadoc("$L", comment(tile))
                .addModifiers(Modifier.FINAL)
                .addField(constant(SPECIES, "LANES", "$T.SPECIES", LANES))
                .addField(constant(TypeName.INT, "COUNT", "$T.COUNT", LANES))
                .addField(constant(
                        TypeName.INT,
                        "STRIDE",
                        tile.endsInQuarter() ? "$T.narrowWidth($L)" : "$T.width($L)",
                        kernel("VectorWeights"),
                        tile.termVectors()))
                .addField(constant(
                        TypeName.LONG,
                        "WHOLE_STRIDE",
                        "Float.BYTES * $T.width($L)",
                        kernel("VectorWeights"),
                        tile.termVectors()))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(choice(tile));
        for (TileUse use : TileUse.values()) {
            if (use.isOf(tile)) {
                type.addMethod(TileMethod.of(tile, use));
            }
        }
        return file(type.build());
    }

    static JavaFile file(TypeSpec type) {
        return JavaFile.builder(PACKAGE, type)
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    private static FieldSpec constant(TypeName type, String name, String value, Object... arguments) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value, arguments)
                .build();
    }

    private static MethodSpec choice(Tile tile) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.beginControlFlow("if (tile.segment != null)").beginControlFlow("try");
        ahead(code, tile, TileUse.SEGMENT_PRODUCT_AHEAD);
        code.addStatement("$L(tile)", TileUse.SEGMENT_PRODUCT.method())
                .addStatement("return")
                .nextControlFlow("catch ($T e)", Throwable.class)
                .addStatement("throw $T.unexpected(e)", kernel("VectorSegment"))
                .endControlFlow()
                .endControlFlow();
        ahead(code, tile, TileUse.PRODUCT_AHEAD);
        CodeBlock product = choice(TileUse.PRODUCT_ON, TileUse.PRODUCT);
        if (tile.startsAtZero()) {
            code.addStatement("$L(tile)", TileUse.PRODUCT.method());
        } else if (tile.isForProducts()) {
            code.add(product);
        } else {
            code.beginControlFlow("if (tile.factorStep == 1)")
                    .add(product)
                    .nextControlFlow("else")
                    .add(choice(TileUse.GRADIENT_ON, TileUse.GRADIENT))
                    .endControlFlow();
        }
        return MethodSpec.methodBuilder("calculate")
                .addJavadoc("Calculates all that the operands say.")
                .addModifiers(Modifier.STATIC)
                .addParameter(OPERANDS, "tile")
                .addCode(code.build())
                .build();
    }

    private static void ahead(CodeBlock.Builder code, Tile tile, TileUse use) {
        if (use.isOf(tile)) {
            code.beginControlFlow("if (tile.readsAhead)")
                    .addStatement("$L(tile)", use.method())
                    .addStatement("return")
                    .endControlFlow();
        }
    }

    private static CodeBlock choice(TileUse on, TileUse fresh) {
        return CodeBlock.builder()
                .beginControlFlow("if (tile.goesOn)")
                .addStatement("$L(tile)", on.method())
                .nextControlFlow("else")
                .addStatement("$L(tile)", fresh.method())
                .endControlFlow()
                .build();
    }

    private static String comment(Tile tile) {
        return """
                The tile of %1$d by %2$d: %3$s of %4$s at a time, kept in registers while one term after the other is
                added.

                <pre>
                %5$s</pre>
                %6$s
                <p>What the operands are, and that every element is the same chain of fused multiply-adds whatever the tile, is said at
                {@link VectorTile}. The loop's variable is the only one that moves, and the distance of the terms a constant:
                so the just-in-time compiler checks the bounds of arrays before the loop and not in it, which makes a
                quarter of the speed.

                <p>Written by the build, from the description in runtime/tiles.
                """.formatted(
                        tile.sums(),
                        tile.vectors(),
                        counted(tile.sums(), "sum"),
                        counted(tile.vectors(), "vector"),
                        TilePicture.of(tile),
                        special(tile));
    }

    private static String special(Tile tile) {
        return switch (tile.kind()) {
            case WHOLE -> "";
            case MAIN -> MAIN_COMMENT;
            case LARGE -> LARGE_COMMENT + MAIN_COMMENT;
            case UP_TO -> UP_TO_COMMENT;
            case QUARTERS -> QUARTERS_COMMENT;
            case NARROW -> NARROW_COMMENT + (tile.takesFewer() ? UP_TO_COMMENT : "");
            case LARGE_NARROW -> NARROW_COMMENT + LARGE_COMMENT;
        };
    }

    private static String counted(int count, String noun) {
        return count == 1 ? "one " + noun : count + " " + noun + "s";
    }
}
