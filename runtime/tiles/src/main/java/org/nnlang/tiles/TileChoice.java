package org.nnlang.tiles;

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
            Which tile calculates what: the largest, of those with as many vectors, that has not too many sums.

            <p>Written by the build, from the list of shapes in runtime/tiles.
            """;

    private static final String CALCULATE_COMMENT = """
            Calculates a part of the sums.

            @param columns that are wanted of each sum, at most those of 4 vectors
            @return how many of the sums it was
            """;

    private static final String LARGEST_COMMENT = """
            The sums of the tile that calculates most of them where there are many.

            @param columns that are wanted of each sum, at most those of 4 vectors
            """;

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
                .addCode(choices(TileChoice::calculate))
                .build();
    }

    private MethodSpec largest() {
        return method("largest", LARGEST_COMMENT)
                .addParameter(TypeName.INT, "columns")
                .addStatement("int sums = $T.MAX_VALUE", Integer.class)
                .addCode(choices(tile -> CodeBlock.of("return $L;\n", tile.sums())))
                .build();
    }

    private static MethodSpec.Builder method(String name, String comment) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc(comment)
                .addModifiers(Modifier.STATIC)
                .returns(TypeName.INT);
    }

    private static CodeBlock calculate(Tile tile) {
        return CodeBlock.builder()
                .addStatement("$T.calculate(tile)", TileClass.kernel(tile.className()))
                .addStatement(tile.takesFewer() ? "return Math.min($L, sums)" : "return $L", tile.sums())
                .build();
    }

    /** Something done with the tile that fits the variables {@code sums} and {@code columns}. */
    private CodeBlock choices(Function<Tile, CodeBlock> use) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("int vectors = (columns + $1T.COUNT - 1) / $1T.COUNT", TileClass.LANES);
        code.beginControlFlow("if ($T.fit(columns))", TileClass.kernel("VectorQuarters"));
        code.add(cases(tiles.stream().filter(Tile::endsInQuarter).toList(), use));
        code.endControlFlow();
        code.add(cases(tiles.stream().filter(tile -> !tile.endsInQuarter()).toList(), use));
        return code.build();
    }

    private static CodeBlock cases(List<Tile> tiles, Function<Tile, CodeBlock> use) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.beginControlFlow("switch (vectors)");
        tiles.stream()
                .sorted(Comparator.comparing(Tile::sums).reversed())
                .collect(Collectors.groupingBy(Tile::termVectors, TreeMap::new, Collectors.toList()))
                .forEach((vectors, candidates) -> addCase(code, vectors, candidates, use));
        code.addStatement("default -> throw new $T(\"%s columns\".formatted(columns))", IllegalArgumentException.class);
        return code.endControlFlow().build();
    }

    /** The case of so many vectors, of these tiles, the largest first. */
    private static void addCase(
            CodeBlock.Builder code, int vectors, List<Tile> candidates, Function<Tile, CodeBlock> use) {
        code.beginControlFlow("case $L ->", vectors);
        int smallest = candidates.size() - 1;
        for (int i = 0; i < smallest; i++) {
            Tile tile = candidates.get(i);
            int least = tile.takesFewer() ? candidates.get(i + 1).sums() + 1 : tile.sums();
            code.beginControlFlow("if (sums >= $L)", least);
            code.add(use.apply(tile));
            code.endControlFlow();
        }
        code.add(use.apply(candidates.get(smallest)));
        code.endControlFlow();
    }
}
