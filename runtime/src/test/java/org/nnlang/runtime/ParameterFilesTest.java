package org.nnlang.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.init.Initializers;
import org.nnlang.runtime.io.NamedArray;
import org.nnlang.runtime.io.NpyFile;
import org.nnlang.runtime.io.SafetensorsFile;
import org.nnlang.runtime.io.TensorFiles;
import org.nnlang.runtime.kernel.ArrayStorage;

class ParameterFilesTest {
    @TempDir
    Path folder;

    private final Parameters parameters = Parameters.of(
            parameter("hidden1.weight", 2, 3),
            parameter("hidden1.bias", 2),
            parameter("logits.weight", 4, 2),
            parameter("logits.bias", 4));

    @ParameterizedTest
    @ValueSource(strings = {"weights.safetensors", "weights.npz", "weights"})
    void loadsWhatItSaves(String name) throws IOException {
        parameters.initialize(1);
        List<float[]> before = values();
        Path file = folder.resolve(name);

        parameters.save(file);
        parameters.initialize(2);
        assertThat(values().get(0)).isNotEqualTo(before.get(0));
        parameters.load(file);

        assertThat(values()).usingRecursiveComparison().isEqualTo(before);
        assertThat(TensorFiles.read(file))
                .extracting(NamedArray::toString)
                .containsExactly(
                        "hidden1.weight [2, 3]", "hidden1.bias [2]", "logits.weight [4, 2]", "logits.bias [4]");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .matches(name.endsWith(".npz") ? "(?s)PK.*" : "(?s).{8}\\{\"hidden1.*");
    }

    @Test
    void namesAMissingPath() throws IOException {
        assertDoesNotFit(
                write("hidden1.weight [2, 3]", "hidden1.bais [2]", "logits.weight [4, 2]", "logits.bias [4]"), """
                the first of 2 differences
                  path      hidden1.bias
                  expected  [2]
                  found     nothing of this name; the nearest is hidden1.bais [2]
                  unused    hidden1.bais [2]""");
        assertDoesNotFit(write("hidden1.weight [2, 3]", "hidden1.bias [2]", "logits.weight [4, 2]"), """
                one difference
                  path      logits.bias
                  expected  [4]
                  found     nothing of this name""");
    }

    @Test
    void namesTheFirstWrongShapeInOrderOfDeclaration() throws IOException {
        assertDoesNotFit(
                write("logits.bias [10]", "logits.weight [10, 2]", "hidden1.bias [2]", "hidden1.weight [2, 3]"), """
                the first of 2 differences
                  path      logits.weight
                  expected  [4, 2]
                  found     [10, 2]""");
    }

    @Test
    void recognisesATransposedMatrix() throws IOException {
        assertDoesNotFit(
                write("hidden1.weight [3, 2]", "hidden1.bias [2]", "logits.weight [2, 4]", "logits.bias [4]"), """
                the first of 2 differences
                  path      hidden1.weight
                  expected  [2, 3]
                  found     [3, 2]
                  help      this is the transposed matrix, [inputs, units] as Keras and NumPy's x @ W keep it; save its transpose, array.T""");
    }

    @Test
    void namesWhatIsTooMuch() throws IOException {
        assertDoesNotFit(
                write(
                        "hidden1.weight [2, 3]",
                        "hidden1.bias [2]",
                        "logits.weight [4, 2]",
                        "logits.bias [4]",
                        "logit.bias [1]",
                        "b [1]",
                        "c [1]",
                        "d [1]",
                        "e [1]",
                        "f [1]",
                        "g [1]",
                        "h [1]"),
                """
                the first of 8 differences
                  path      logit.bias
                  expected  no such parameter; the nearest is logits.bias
                  found     [1]
                  unused    b [1], c [1], d [1], e [1], f [1] and 2 more""");
    }

    @Test
    void recognisesACommonPrefix() throws IOException {
        assertDoesNotFit(
                write(
                        "module.hidden1.weight [2, 3]",
                        "module.hidden1.bias [2]",
                        "module.logits.weight [4, 2]",
                        "module.logits.bias [4]"),
                """
                the first of 8 differences
                  path      hidden1.weight
                  expected  [2, 3]
                  found     nothing of this name; the nearest is module.hidden1.weight [2, 3]
                  unused    module.hidden1.weight [2, 3], module.hidden1.bias [2], module.logits.weight [4, 2], module.logits.bias [4]
                  help      every name in the file begins with 'module.': save the inner model, or pass load(file, names) the names in the file""");
    }

    @Test
    void anArrayWithoutANameDoesNotFit() throws IOException {
        Path file = folder.resolve("W1.npy");
        NpyFile.write(file, Shape.of(2, 3), new float[6]);
        assertThatThrownBy(() -> parameters.load(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("nothing of this name; the nearest is W1 [2, 3]");
    }

    @Test
    void takesOtherNames() throws IOException {
        Path file = write("W1 [2, 3]", "b1 [2]", "logits.weight [4, 2]", "logits.bias [4]");

        parameters.load(file, Map.of("hidden1.weight", "W1", "hidden1.bias", "b1"));

        assertThat(parameters.get("hidden1.weight").toArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(parameters.get("hidden1.bias").toArray()).containsExactly(1, 2);
        assertThatThrownBy(() -> parameters.load(file, Map.of("hidden1.weight", "W2", "hidden1.bias", "b1")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("hidden1.weight, in the file W2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters.load(file, Map.of("hidden.weight", "W1")))
                .withMessage("names: no parameter hidden.weight; did you mean hidden1.weight?");
    }

    private void assertDoesNotFit(Path file, String difference) {
        parameters.initialize(3);
        List<float[]> before = values();
        assertThatThrownBy(() -> parameters.load(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(file + " does not fit the model: " + difference);
        assertThat(values()).usingRecursiveComparison().isEqualTo(before);
    }

    private List<float[]> values() {
        return parameters.stream().map(Parameter::toArray).toList();
    }

    /** A file with arrays such as {@code hidden1.bias [2]}, filled with 1, 2, 3, ... */
    private Path write(String... arrays) throws IOException {
        List<NamedArray> list = new ArrayList<>();
        for (String array : arrays) {
            int[] shape = Arrays.stream(array.replaceAll(".*\\[|]", "").split(", ", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            float[] values = new float[Shape.of(shape).elements()];
            for (int i = 0; i < values.length; i++) {
                values[i] = i + 1;
            }
            list.add(new NamedArray(array.substring(0, array.indexOf(' ')), Shape.of(shape), values));
        }
        Path file = folder.resolve("weights.safetensors");
        SafetensorsFile.write(file, list);
        return file;
    }

    private static Parameter parameter(String path, int... sizes) {
        Shape shape = Shape.of(sizes);
        return new Parameter(path, shape, true, new ArrayStorage(shape.elements()), Initializers.normal(0, 1));
    }
}
