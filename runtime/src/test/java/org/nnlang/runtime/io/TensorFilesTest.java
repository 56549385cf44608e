package org.nnlang.runtime.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.Shape;

class TensorFilesTest {
    @TempDir
    Path folder;

    @Test
    void goesByTheContentAndNotTheName() throws IOException {
        NamedArray array = new NamedArray("w", Shape.of(2), new float[] {1, 2});
        Path file = folder.resolve("weights");

        SafetensorsFile.write(file, List.of(array));
        assertThat(TensorFiles.read(file)).extracting(NamedArray::toString).containsExactly("w [2]");
        NpzFile.write(file, List.of(array));
        assertThat(TensorFiles.read(file)).extracting(NamedArray::toString).containsExactly("w [2]");
        NpyFile.write(file, array.shape(), array.values());
        assertThat(TensorFiles.read(file)).extracting(NamedArray::toString).containsExactly("weights [2]");
        NpzFile.write(file, List.of());
        assertThat(TensorFiles.read(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights", "weights.safetensors", "weights.npz"})
    void opensByTheContentAndNotTheName(String name) throws IOException {
        NamedArray array = new NamedArray("w", Shape.of(2), new float[] {1, 2});
        Path file = folder.resolve(name);

        SafetensorsFile.write(file, List.of(array));
        assertThat(opened(file)).containsExactly("w [2] from 0: [1.0, 2.0]");
        NpzFile.write(file, List.of(array));
        assertThat(opened(file)).containsExactly("w [2] from 0: [1.0, 2.0]");
        NpyFile.write(file, array.shape(), array.values());
        assertThat(opened(file)).containsExactly(name + " [2] from 0: [1.0, 2.0]");
        NpzFile.write(file, List.of());
        assertThat(opened(file)).isEmpty();
    }

    private static List<String> opened(Path file) throws IOException {
        List<String> pieces = new ArrayList<>();
        try (OpenTensors tensors = TensorFiles.open(file)) {
            tensors.read((array, from, values, count) ->
                    pieces.add(array + " from " + from + ": " + Arrays.toString(Arrays.copyOf(values, count))));
            assertThat(tensors.headers()).hasSameSizeAs(pieces);
        }
        return pieces;
    }

    @ParameterizedTest
    @CsvSource({
        "x, '', 'expected a safetensors, npz or npy file: found an empty file'",
        "x, 'hello, world', 'found ''hello, wo'''",
        "x, '\u0080\u0004\u0095abc', 'a Python pickle, which is never read'",
        "x, '\u0089HDF\r\n\u001a\n\0\0', 'a HDF5 file, as Keras writes'",
        "x.safetensors, 'abc', 'a safetensors file has at least 8 bytes, this one has 3'",
    })
    void saysWhatItFoundInstead(String name, String content, String problem) throws IOException {
        Path file = Files.write(folder.resolve(name), content.getBytes(ISO_8859_1));

        assertThatThrownBy(() -> TensorFiles.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(problem);
        assertThatThrownBy(() -> TensorFiles.open(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(problem);
    }
}
