package org.nnlang.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nnlang.tiles.Tile.Kind.LARGE;
import static org.nnlang.tiles.Tile.Kind.LARGE_NARROW;
import static org.nnlang.tiles.Tile.Kind.MAIN;
import static org.nnlang.tiles.Tile.Kind.NARROW;
import static org.nnlang.tiles.Tile.Kind.QUARTERS;
import static org.nnlang.tiles.Tile.Kind.UP_TO;
import static org.nnlang.tiles.Tile.Kind.WHOLE;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileGeneratorTest {
    @TempDir
    Path folder;

    @Test
    void writesATileAsExpected() throws IOException {
        check("VectorTile3x2", TileClass.of(new Tile(3, 2, UP_TO)));
    }

    @Test
    void writesATileThatMayReadAheadAsExpected() throws IOException {
        check("VectorTile2x1", TileClass.of(new Tile(2, 1, MAIN)));
    }

    @Test
    void writesATileForProductsOnlyAsExpected() throws IOException {
        check("VectorTile3x1", TileClass.of(new Tile(3, 1, LARGE)));
    }

    @Test
    void writesATileWithQuartersAsExpected() throws IOException {
        check("VectorTile4x1AndQuarters", TileClass.of(new Tile(4, 1, QUARTERS)));
    }

    @Test
    void writesANarrowTileAsExpected() throws IOException {
        check("VectorTile2x2Narrow", TileClass.of(new Tile(2, 2, NARROW)));
    }

    @Test
    void writesANarrowTileForProductsOnlyAsExpected() throws IOException {
        check("VectorTile3x2Narrow", TileClass.of(new Tile(3, 2, LARGE_NARROW)));
    }

    @Test
    void writesTheChoiceAsExpected() throws IOException {
        List<Tile> tiles = List.of(
                new Tile(1, 1, WHOLE),
                new Tile(5, 1, LARGE),
                new Tile(4, 1, WHOLE),
                new Tile(2, 1, UP_TO),
                new Tile(1, 2, WHOLE),
                new Tile(4, 1, QUARTERS),
                new Tile(3, 2, LARGE_NARROW),
                new Tile(2, 2, NARROW));
        check("VectorTiles", TileClass.file(TileChoice.of(tiles)));
    }

    /** The file of that name in the test's resources, which {@code -Dnn.updateGolden=true} writes anew. */
    private static void check(String name, JavaFile file) throws IOException {
        Path reference = Path.of("src/test/resources", name + ".java.txt");
        if (Boolean.getBoolean("nn.updateGolden")) {
            Files.writeString(reference, file.toString());
        }
        assertThat(file.toString()).isEqualTo(Files.readString(reference));
    }

    @Test
    void writesAClassForEachTile() throws IOException {
        TileGenerator.main(new String[] {folder.toString()});

        assertThat(names())
                .hasSize(TileGenerator.TILES.size() + 1)
                .contains("VectorTile6x4.java", "VectorTile5x4.java", "VectorTile6x2.java", "VectorTiles.java");
    }

    @Test
    void leavesAloneWhatIsUpToDate() throws IOException {
        List<Tile> tiles = List.of(new Tile(2, 1, WHOLE));
        TileGenerator.write(folder, tiles);
        Path file = folder.resolve("org/nnlang/runtime/kernel/VectorTile2x1.java");
        String text = Files.readString(file);
        FileTime early = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file, early);

        TileGenerator.write(folder, tiles);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(early);

        Files.writeString(file, "class Old {}");
        TileGenerator.write(folder, tiles);
        assertThat(file).hasContent(text);
    }

    @Test
    void deletesTilesThatAreNoMore() throws IOException {
        TileGenerator.write(folder, List.of(new Tile(2, 1, WHOLE), new Tile(3, 1, WHOLE)));
        TileGenerator.write(folder, List.of(new Tile(3, 1, WHOLE)));

        assertThat(names()).containsExactlyInAnyOrder("VectorTile3x1.java", "VectorTiles.java");
    }

    @Test
    void sharesAVectorByFourSumsOnly() {
        assertThatThrownBy(() -> new Tile(5, 1, QUARTERS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToGuessTheFolder() {
        assertThatThrownBy(() -> TileGenerator.main(new String[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected the folder to write to, got []");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("org/nnlang/runtime/kernel"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
