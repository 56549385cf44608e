package org.nnlang.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.init.Initializers;
import org.nnlang.runtime.io.NamedArray;
import org.nnlang.runtime.io.NpyFile;
import org.nnlang.runtime.io.NpzFile;
import org.nnlang.runtime.io.SafetensorsFile;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.ParameterStorage;

/** Weights that are written while their file is read: what is right arrives, what is wrong is known before. */
class StreamedWeightsTest {
    /** Longer than two pieces, and no multiple of one. */
    private static final int LENGTH = 40_001;

    private static final int BUFFER_BYTES = 2 * LENGTH * Float.BYTES;

    @TempDir
    Path folder;

    private final Parameters parameters =
            Parameters.of(parameter("first", new ArrayStorage(LENGTH)), parameter("second", new ArrayStorage(LENGTH)));

    @Test
    void twoWeightsMayReadOneArray() throws IOException {
        Path file = folder.resolve("weights");
        SafetensorsFile.write(file, List.of(array("shared", 3)));

        parameters.load(file, Map.of("first", "shared", "second", "shared"));

        assertThat(parameters.get("first").toArray())
                .isEqualTo(array("shared", 3).values());
        assertThat(parameters.get("second").toArray())
                .isEqualTo(array("shared", 3).values());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 65_536, BUFFER_BYTES / 2, BUFFER_BYTES / 2 + 1, BUFFER_BYTES - 1, BUFFER_BYTES})
    void aFileThatIsCutOffChangesNothing(int missing) throws IOException {
        Path file = saved();
        truncate(file, Files.size(file) - missing);

        assertRefused(
                file,
                file + ": the header describes " + BUFFER_BYTES + " bytes, but the file has " + (BUFFER_BYTES - missing)
                        + " after the header: it is cut off");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 100_000})
    void aFileWithMoreAfterItsEndChangesNothing(int more) throws IOException {
        Path file = saved();
        Files.write(file, new byte[more], StandardOpenOption.APPEND);

        assertRefused(
                file,
                file + ": the header describes " + BUFFER_BYTES + " bytes, but the file has " + (BUFFER_BYTES + more)
                        + " after the header");
    }

    @Test
    void aLastArrayThatDoesNotFitChangesNothing() throws IOException {
        Path file = folder.resolve("weights");
        SafetensorsFile.write(
                file,
                List.of(array("first", 3), new NamedArray("second", Shape.of(LENGTH - 1), new float[LENGTH - 1])));

        assertRefused(
                file,
                file + " does not fit the model: one difference\n  path      second\n  expected  [" + LENGTH
                        + "]\n  found     [" + (LENGTH - 1) + "]");
    }

    @Test
    void aDamagedNpzFileChangesNothing() throws IOException {
        Path file = folder.resolve("weights.npz");
        NpzFile.write(file, List.of(array("first", 3), array("second", 5)));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2 + 1000] ^= 1;

        assertRefused(Files.write(file, bytes), file + ": 'second' is damaged: its checksum is wrong");
    }

    @Test
    void theContentTellsTheFormatAlsoWhereTheNameSaysSafetensors() throws IOException {
        Path file = folder.resolve("weights.safetensors");
        NpzFile.write(file, List.of(array("first", 3), array("second", 5)));
        parameters.load(file);
        assertThat(parameters.get("second").toArray())
                .isEqualTo(array("second", 5).values());

        NpyFile.write(file, Shape.of(LENGTH), array("one", 7).values());
        Parameters one = Parameters.of(parameter("first", new ArrayStorage(LENGTH)));
        one.load(file, Map.of("first", "weights.safetensors"));
        assertThat(one.get("first").toArray()).isEqualTo(array("one", 7).values());
    }

    @Test
    void aFileThatIsCutOffWhileItIsReadLeavesWhatWasReadBefore() throws IOException {
        Path file = saved();
        CuttingStorage cutting = new CuttingStorage(LENGTH, file, Files.size(file) - LENGTH * Float.BYTES / 2);
        Parameters unlucky = Parameters.of(parameter("first", cutting), parameter("second", new ArrayStorage(LENGTH)));

        assertThatThrownBy(() -> unlucky.load(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(file + ": 'second' ends early: it says " + LENGTH
                        + " numbers of 4 bytes, and the data stops within number 16384 to 32768");

        float[] second = new float[LENGTH];
        System.arraycopy(array("second", 5).values(), 0, second, 0, 16_384);
        assertThat(unlucky.get("first").toArray()).isEqualTo(array("first", 3).values());
        assertThat(unlucky.get("second").toArray()).isEqualTo(second);
    }

    @Test
    void filesAreClosed() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        assumeThat(Files.isDirectory(descriptors))
                .as("this system lists the open files of a process")
                .isTrue();
        Path good = saved();
        try (FileChannel open = FileChannel.open(good)) {
            assertThat(openFiles(descriptors)).contains(good);
            assertThat(open.isOpen()).isTrue();
        }
        parameters.load(good);
        SafetensorsFile.metadata(good);
        SafetensorsFile.read(good);
        assertThat(openFiles(descriptors)).doesNotContain(good);

        Parameters other = Parameters.of(parameter("other", new ArrayStorage(LENGTH)));
        assertThatThrownBy(() -> other.load(good)).hasMessageContaining("does not fit");
        assertThat(openFiles(descriptors)).doesNotContain(good);

        truncate(good, Files.size(good) - 1);
        assertThatThrownBy(() -> parameters.load(good)).hasMessageContaining("cut off");
        assertThat(openFiles(descriptors)).doesNotContain(good);
    }

    private static List<Path> openFiles(Path descriptors) throws IOException {
        try (Stream<Path> links = Files.list(descriptors)) {
            return links.filter(Files::isSymbolicLink)
                    .map(StreamedWeightsTest::targetOf)
                    .toList();
        }
    }

    private static Path targetOf(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            return link; // closed meanwhile, as the one of the listing itself
        }
    }

    private void assertRefused(Path file, String message) {
        parameters.initialize(1);
        float[] first = parameters.get("first").toArray();
        float[] second = parameters.get("second").toArray();

        assertThatThrownBy(() -> parameters.load(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(message);
        assertThat(parameters.get("first").toArray()).isEqualTo(first);
        assertThat(parameters.get("second").toArray()).isEqualTo(second);
    }

    private Path saved() throws IOException {
        Path file = folder.toRealPath().resolve("weights");
        SafetensorsFile.write(file, List.of(array("first", 3), array("second", 5)));
        return file;
    }

    static void truncate(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private static NamedArray array(String name, int step) {
        float[] values = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            values[i] = i * 0.1f + step;
        }
        return new NamedArray(name, Shape.of(LENGTH), values);
    }

    private static Parameter parameter(String path, ParameterStorage storage) {
        return new Parameter(path, Shape.of(LENGTH), true, storage, Initializers.normal(0, 1));
    }
}
