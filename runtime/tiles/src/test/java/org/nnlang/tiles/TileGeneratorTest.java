package org.nnlang.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileGeneratorTest {
    private static final Path REFERENCE = Path.of("src/test/resources/VectorTile3x2.java.txt");

    @TempDir
    Path folder;

    @Test
    void writesATileAsExpected() throws IOException {
        String text = TileClass.of(new Tile(3, 2, "VectorWeights.PANEL")).toString();
        if (Boolean.getBoolean("nn.updateGolden")) {
            Files.writeString(REFERENCE, text);
        }
        assertThat(text).isEqualTo(Files.readString(REFERENCE));
    }

    @Test
    void writesAClassForEachTile() throws IOException {
        TileGenerator.main(new String[] {folder.toString()});

        assertThat(names()).hasSameSizeAs(TileGenerator.TILES).contains("VectorTile5x4.java", "VectorTile6x2.java");
    }

    @Test
    void leavesAloneWhatIsUpToDate() throws IOException {
        Tile tile = new Tile(2, 1, "9");
        TileGenerator.write(folder, List.of(tile));
        Path file = folder.resolve("org/nnlang/runtime/kernel/VectorTile2x1.java");
        FileTime early = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file, early);

        TileGenerator.write(folder, List.of(tile));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(early);

        TileGenerator.write(folder, List.of(new Tile(2, 1, "10")));
        assertThat(file).content().contains("k * 10;").doesNotContain("k * 9;");
    }

    @Test
    void deletesTilesThatAreNoMore() throws IOException {
        TileGenerator.write(folder, List.of(new Tile(2, 1, "9"), new Tile(3, 1, "9")));
        TileGenerator.write(folder, List.of(new Tile(3, 1, "9")));

        assertThat(names()).containsExactly("VectorTile3x1.java");
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
