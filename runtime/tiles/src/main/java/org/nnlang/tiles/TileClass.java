package org.nnlang.tiles;

import com.palantir.javapoet.ClassName;
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
    private static final ClassName LANES = ClassName.get(PACKAGE, "VectorLanes");
    private static final TypeName SPECIES = ParameterizedTypeName.get(
            ClassName.get("jdk.incubator.vector", "VectorSpecies"), ClassName.get(Float.class));

    private TileClass() {}

    static JavaFile of(Tile tile) {
        TypeSpec type = TypeSpec.classBuilder(tile.className())
                .addJavadoc(comment(tile))
                .addModifiers(Modifier.FINAL)
                .addField(constant(SPECIES, "LANES", "$T.SPECIES", LANES))
                .addField(constant(TypeName.INT, "COUNT", "$T.COUNT", LANES))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(TileMethod.near(tile))
                .addMethod(TileMethod.apart(tile))
                .build();
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

    private static String comment(Tile tile) {
        return """
                The tile of %1$d by %2$d: %3$s of %4$s at a time, which stay in registers while one term after the other is
                added to them.

                <pre>
                %5$s</pre>

                <p>The loop takes %6$d vector registers. What the operands are, and that every element is the same chain of fused
                multiply-adds whatever the tile, is said at {@link VectorTile}. The loop's variable is the only one that
                moves, and the distance of the terms a constant where that can be: so the just-in-time compiler checks the bounds of
                arrays before the loop and not in it, which makes a quarter of the speed.

                <p>Written by the build, from the description in runtime/tiles.
                """.formatted(
                        tile.sums(),
                        tile.vectors(),
                        counted(tile.sums(), "sum"),
                        counted(tile.vectors(), "vector"),
                        TilePicture.of(tile),
                        tile.registers());
    }

    private static String counted(int count, String noun) {
        return count == 1 ? "one " + noun : count + " " + noun + "s";
    }
}
