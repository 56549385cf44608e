package org.nnlang.tiles;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The Java class that chooses among the tiles. */
final class TileChoice {
    private static final String COMMENT = """
            Which tile calculates what: of those with as many vectors the first that fits, as a rule the largest that has not
            too many sums.

            <p>Written by the build, from the list of shapes in runtime/tiles.
            """;

    private static final String CALCULATE_COMMENT = """
            Calculates a part of the sums.

            @param columns that are wanted of each sum, at most those of 4 vectors
            @return how many of the sums it was
            """;

    private static final String LARGEST_COMMENT = """
            The sums of the tile that calculates most of them where there are many: numbers of sums are best multiples of it.

            @param columns that are wanted of each sum, at most those of 4 vectors
            """;

    private static final ClassName QUARTERS = TileClass.kernel("VectorQuarters");

    private final List<Tile> tiles;

    private TileChoice(List<Tile> tiles) {
        this.tiles = tiles;
    }

    static TypeSpec of(List<Tile> tiles) {
        TileChoice choice = new TileChoice(tiles);
        return TypeSpec.classBuilder("VectorTiles")
                .addJavadoc(COMMENT)
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(choice.calculate())
                .addMethod(choice.largest())
                .build();
    }

    private MethodSpec calculate() {
        return method("calculate", CALCULATE_COMMENT)
                .addParameter(TileClass.OPERANDS, "tile")
                .addParameter(TypeName.INT, "columns")
                .addStatement("int sums = tile.sums")
                .addStatement("tile.columns = columns")
                .addCode(choices(TileChoice::calculation))
                .build();
    }

    private MethodSpec largest() {
        return method("largest", LARGEST_COMMENT)
                .addParameter(TypeName.INT, "columns")
                .addCode(choices(TileChoice::sums))
                .build();
    }

    private static MethodSpec.Builder method(String name, String comment) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc(comment)
                .addModifiers(Modifier.STATIC)
                .returns(TypeName.INT);
    }

    /** Something that is chosen among the tiles of each number of vectors. */
    private CodeBlock choices(Function<List<Tile>, CodeBlock> choice) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("int vectors = (columns + $1T.COUNT - 1) / $1T.COUNT", TileClass.LANES);
        code.beginControlFlow("if ($T.fit(columns))", QUARTERS);
        code.add(cases(tiles.stream().filter(Tile::endsInQuarter).toList(), choice));
        code.endControlFlow();
        code.add(cases(tiles.stream().filter(tile -> !tile.endsInQuarter()).toList(), choice));
        return code.build();
    }

    private static CodeBlock cases(List<Tile> tiles, Function<List<Tile>, CodeBlock> choice) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.beginControlFlow("switch (vectors)");
        tiles.stream()
                .sorted(Comparator.comparing(Tile::hasQuarters)
                        .thenComparing(Tile::sums)
                        .reversed())
                .collect(Collectors.groupingBy(Tile::termVectors, TreeMap::new, Collectors.toList()))
                .forEach((vectors, candidates) -> code.beginControlFlow("case $L ->", vectors)
                        .add(choice.apply(candidates))
                        .endControlFlow());
        code.addStatement("default -> throw new $T(\"%s columns\".formatted(columns))", IllegalArgumentException.class);
        return code.endControlFlow().build();
    }

    /** The calculation by the first tile that fits the variables {@code tile} and {@code sums}, of those of one number of vectors. */
    private static CodeBlock calculation(List<Tile> candidates) {
        CodeBlock.Builder code = CodeBlock.builder();
        int smallest = candidates.size() - 1;
        for (int i = 0; i < smallest; i++) {
            Tile tile = candidates.get(i);
            code.beginControlFlow("if ($L)", condition(tile, candidates.get(i + 1)))
                    .add(calculation(tile))
                    .endControlFlow();
        }
        return code.add(calculation(candidates.get(smallest))).build();
    }

    private static CodeBlock condition(Tile tile, Tile next) {
        if (tile.isForProducts()) {
            return CodeBlock.of(
                    tile.startsAtZero() ? "!tile.goesOn && tile.beginsWith($L)" : "tile.beginsWith($L)", tile.sums());
        }
        if (tile.hasQuarters()) {
            return CodeBlock.of("$T.ARE_SHARED && sums >= $L", QUARTERS, tile.sums());
        }
        return CodeBlock.of("sums >= $L", tile.takesFewer() ? next.sums() + 1 : tile.sums());
    }

    private static CodeBlock calculation(Tile tile) {
        return CodeBlock.builder()
                .addStatement("$T.calculate(tile)", TileClass.kernel(tile.className()))
                .addStatement(tile.takesFewer() ? "return Math.min($L, sums)" : "return $L", tile.sums())
                .build();
    }

    /** The sums of the tile for most of them: a tile for products only leaves the rest to the next one. */
    private static CodeBlock sums(List<Tile> candidates) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Tile tile : candidates) {
            if (tile.hasQuarters()) {
                code.beginControlFlow("if ($T.ARE_SHARED)", QUARTERS)
                        .addStatement("return $L", tile.sums())
                        .endControlFlow();
            } else if (!tile.isForProducts()) {
                return code.addStatement("return $L", tile.sums()).build();
            }
        }
        throw new IllegalArgumentException("no tile for everything: " + candidates);
    }
}
