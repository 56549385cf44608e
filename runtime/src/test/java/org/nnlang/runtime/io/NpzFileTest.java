package org.nnlang.runtime.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.Shape;

class NpzFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "compressed.npz"})
    void readsWhatNumPyWrites(String name) throws IOException {
        List<NamedArray> arrays = NpzFile.read(Resources.path(name));

        assertThat(arrays)
                .extracting(NamedArray::toString)
                .containsExactly("W1 [2, 3]", "b1 [2]", "folder/../W2 [3]"); // a path is only a name
        assertThat(arrays.get(0).values()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(arrays.get(1).values()).containsExactly(0.5f, -0.5f);
        assertThat(arrays.get(2).values()).containsExactly(0, 1, 2);
    }

    @Test
    void readsWhatItWritesAndWritesEqualBytes() throws IOException {
        List<NamedArray> arrays = List.of(
                new NamedArray("hidden1.weight", Shape.of(2, 2), new float[] {1, 2, 3, 4}),
                new NamedArray("hidden1.bias", Shape.of(), new float[] {5}));

        NpzFile.write(folder.resolve("a.npz"), arrays);
        NpzFile.write(folder.resolve("b.npz"), arrays);

        List<NamedArray> read = NpzFile.read(folder.resolve("a.npz"));
        assertThat(read).extracting(NamedArray::toString).containsExactly("hidden1.weight [2, 2]", "hidden1.bias []");
        assertThat(read.get(0).values()).containsExactly(1, 2, 3, 4);
        assertThat(read.get(1).values()).containsExactly(5);
        assertThat(folder.resolve("a.npz")).hasSameBinaryContentAs(folder.resolve("b.npz"));
    }

    @Test
    void refusesToWriteANameTwice() {
        NamedArray array = new NamedArray("x", Shape.of(1), new float[1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpzFile.write(folder.resolve("x.npz"), List.of(array, array)));
    }

    @ParameterizedTest
    @CsvSource({
        "archive/data.pkl, 'write it with safetensors.torch.save_file'",
        "model.weights.h5, 'this is a Keras file'",
        "readme.txt, 'the entry ''readme.txt'' is no .npy array'",
        "folder/, 'the entry ''folder/'' is no .npy array'",
    })
    void refusesOtherEntries(String entry, String problem) throws IOException {
        assertRefused(zip(entry, new byte[10]), problem);
    }

    @Test
    void refusesEntriesThatAreNotNpy() throws IOException {
        assertRefused(zip("x.npy", new byte[10]), "'x': not an npy array");
        assertRefused(zip("x.npy", Files.readAllBytes(Resources.path("objects.npy"))), "never read");
    }

    @Test
    void refusesZipBombs() throws IOException {
        byte[] array = Arrays.copyOf(Files.readAllBytes(Resources.path("c_f4.npy")), 70 << 20);

        Path file = zip("bomb.npy", array);

        assertThat(Files.size(file)).isLessThan(200_000);
        assertRefused(file, "at 'bomb.npy' the entries make 73400320 bytes out of ");
        assertRefused(file, "may make 67108864");
    }

    @Test
    void refusesEntriesThatShareTheirBytes() throws IOException {
        // The directory of the archive lists the one entry under a second name as well.
        byte[] bytes = Files.readAllBytes(zip("a.npy", Files.readAllBytes(Resources.path("c_f4.npy"))));
        int end = bytes.length - 22;
        int directory = end - (46 + "a.npy".length());
        byte[] second = Arrays.copyOfRange(bytes, directory, end);
        second[46] = 'b';
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.write(bytes, 0, end);
        twice.write(second);
        bytes[end + 8] = 2;
        bytes[end + 10] = 2;
        bytes[end + 12] += (byte) second.length;
        twice.write(bytes, end, 22);

        Path file = Files.write(folder.resolve("shared.npz"), twice.toByteArray());
        assertThat(NpzFile.read(file)).hasSize(2); // harmless as long as it is small

        second[46] = 'a';
        byte[] duplicate = twice.toByteArray();
        System.arraycopy(second, 0, duplicate, end, second.length);
        assertRefused(Files.write(file, duplicate), "the entry 'a.npy' is there twice");
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] bytes = Files.readAllBytes(Resources.path("stored.npz"));
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(Files.write(folder.resolve("x.npz"), Arrays.copyOf(bytes, length)), "a damaged zip");
        }
    }

    @Test
    void anyFlippedByteIsRefusedOrHarmless() throws IOException {
        byte[] original = Files.readAllBytes(Resources.path("compressed.npz"));
        List<NamedArray> arrays = NpzFile.read(Resources.path("compressed.npz"));
        Path file = folder.resolve("x.npz");
        int refused = 0;
        for (int i = 0; i < original.length; i++) {
            byte[] bytes = original.clone();
            bytes[i] ^= (byte) 0x55;
            Files.write(file, bytes);
            try {
                List<NamedArray> read = NpzFile.read(file);
                for (int a = 0; a < read.size(); a++) {
                    assertThat(read.get(a).values())
                            .containsExactly(arrays.get(a).values());
                }
            } catch (ModelFormatException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(original.length / 2);
    }

    private static void assertRefused(Path file, String problem) {
        assertThatThrownBy(() -> NpzFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(problem);
    }

    private Path zip(String entry, byte[] content) throws IOException {
        Path file = folder.resolve("x.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return file;
    }
}
