package org.nnlang.tiles;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the classes of all tiles, for the build of the runtime. */
public final class TileGenerator {
    /**
     * For each number of vectors one for many sums and one for those that are left; and one for a batch of one. Of four
     * vectors there is a larger one besides, for products. Those of terms that end in a quarter of a vector are others; of three such
     * vectors there is none for the sums that are left, since only layers of few such widths have them.
     *
     * <p>The processor begins two multiply-adds in each cycle, and each takes four: a loop of less than eight vectors of sums
     * waits for them. It reads two numbers or vectors in each cycle: a loop of few vectors needs many sums, to read little
     * for each. But one vector register too many, kept in memory, halves the speed: there are 32, or 16 on machines that
     * take no more than two vectors at a time; and each sum needs one of the 16 registers for addresses. Each tile more is
     * compiled by every program that comes to use it.
     */
    static final List<Tile> TILES = List.of(
            new Tile(6, 4, LARGE),
            new Tile(5, 4, MAIN),
            new Tile(3, 4, UP_TO),
            new Tile(1, 4, WHOLE),
            new Tile(6, 3, WHOLE),
            new Tile(3, 3, UP_TO),
            new Tile(1, 3, WHOLE),
            new Tile(6, 2, MAIN),
            new Tile(4, 2, UP_TO),
            new Tile(1, 2, WHOLE),
            new Tile(8, 1, WHOLE),
            new Tile(4, 1, UP_TO),
            new Tile(1, 1, WHOLE),
            new Tile(4, 3, QUARTERS),
            new Tile(6, 4, LARGE_NARROW),
            new Tile(5, 4, NARROW),
            new Tile(3, 4, NARROW),
            new Tile(1, 4, NARROW),
            new Tile(6, 3, NARROW),
            new Tile(1, 3, NARROW));

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
        List<JavaFile> files = new ArrayList<>();
        for (Tile tile : tiles) {
            files.add(TileClass.of(tile));
        }
        files.add(TileClass.file(TileChoice.of(tiles)));
        Set<Path> written = new HashSet<>();
        for (JavaFile file : files) {
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
