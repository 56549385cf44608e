package org.nnlang.tiles;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the classes of all tiles, for the build of the runtime. */
public final class TileGenerator {
    private static final String PANEL = "VectorWeights.PANEL";

    /** Where the panel is not whole. */
    private static final String ANY = "tile.termStride";

    /**
     * Each with the machines that it is for. More sums read fewer vectors a sum; a loop of too few sums waits for each of
     * them to be ready; and one register too many, kept in memory, halves the speed.
     */
    static final List<Tile> TILES = List.of(
            // 32 registers, a whole panel.
            new Tile(5, 4, PANEL),
            // 16 registers, a whole panel.
            new Tile(6, 2, PANEL),
            // A batch of one, and the rows that fill no tile.
            new Tile(1, 4, PANEL),
            // The last panel.
            new Tile(5, 1, ANY),
            new Tile(1, 1, ANY));

    private TileGenerator() {}

    /**
     * Writes them.
     *
     * @param arguments the folder of generated sources
     * @throws IOException if they cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("expected the folder to write to, got " + List.of(arguments));
        }
        write(Path.of(arguments[0]), TILES);
    }

    /** Writes only what changed, so that a build without changes compiles nothing anew; deletes tiles that are no more. */
    static void write(Path folder, List<Tile> tiles) throws IOException {
        Set<Path> written = new HashSet<>();
        for (Tile tile : tiles) {
            JavaFile file = TileClass.of(tile);
            Path path = folder.resolve(file.toJavaFileObject().getName());
            write(path, file.toString());
            written.add(path);
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                if (!written.contains(path)) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void write(Path path, String text) throws IOException {
        if (!Files.exists(path) || !Files.readString(path).equals(text)) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
    }
}
