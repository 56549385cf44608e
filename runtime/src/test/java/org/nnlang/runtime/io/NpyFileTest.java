package org.nnlang.runtime.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.Shape;

/** The files in the test resources were written by NumPy 2.4: {@code arange(24).reshape(2, 3, 4)} in each type. */
class NpyFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c_f8",
                "c_f4",
                "c_f2",
                "c_i8",
                "c_i4",
                "c_i2",
                "c_i1",
                "c_u8",
                "c_u4",
                "c_u2",
                "c_u1",
                "c_f8_big",
                "c_f4_big",
                "c_f2_big",
                "c_i8_big",
                "c_i4_big",
                "c_i2_big",
                "c_u8_big",
                "c_u4_big",
                "c_u2_big",
                "fortran",
                "version2",
                "version3"
            })
    void readsWhatNumPyWrites(String name) throws IOException {
        NamedArray array = NpyFile.read(Resources.path(name + ".npy"));

        float[] expected = new float[24];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = i;
        }
        assertThat(array.name()).isEqualTo(name);
        assertThat(array.shape()).isEqualTo(Shape.of(2, 3, 4));
        assertThat(array.values()).containsExactly(expected);
    }

    @Test
    void readsScalarsAndBooleans() throws IOException {
        NamedArray scalar = NpyFile.read(Resources.path("scalar.npy"));
        assertThat(scalar.shape()).isEqualTo(Shape.of());
        assertThat(scalar.values()).containsExactly(2.5f);
        assertThat(NpyFile.read(Resources.path("bool.npy")).values()).containsExactly(1, 0, 1);
    }

    @Test
    void writesTheBytesThatNumPyWrites() throws IOException {
        Path file = folder.resolve("x.npy");
        NamedArray array = NpyFile.read(Resources.path("c_f4.npy"));
        NpyFile.write(file, array.shape(), array.values());
        assertThat(file).hasSameBinaryContentAs(Resources.path("c_f4.npy"));

        NpyFile.write(file, Shape.of(), new float[] {2.5f});
        assertThat(file).hasSameBinaryContentAs(Resources.path("scalar.npy"));

        NpyFile.write(file, Shape.of(3), new float[] {1, 2, 3});
        assertThat(Files.readAllBytes(file)).hasSize(128 + 12);
        assertThat(NpyFile.read(file).values()).containsExactly(1, 2, 3);
    }

    @Test
    void refusesToWriteTheWrongNumberOfValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyFile.write(folder.resolve("x.npy"), Shape.of(2, 3), new float[5]))
                .withMessageContaining("the shape [2, 3] has 6 elements, but there are 5 values");
    }

    @ParameterizedTest
    @CsvSource({
        "objects, 'an array of Python objects, which are stored as a pickle and never read'",
        "structured, 'a structured array'",
        "complex, 'descr is ''<c16'', expected'",
        "empty, 'has the shape [0, 3]: every size must be at least 1'",
    })
    void refusesArraysOfOtherThings(String name, String problem) {
        assertRefused(Resources.path(name + ".npy"), problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} ~ ok",
                "{\"shape\":(1),'descr':'<f4','fortran_order':True,} ~ ok",
                "{\"shape\":[1],'descr':'<f4','fortran_order':True,} ~ ok",
                "{'descr': '<f4', 'fortran_order': False} ~ must have descr, fortran_order and shape",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'x': 1} ~ and nothing else",
                "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)} ~ the key 'descr' is there twice",
                "{'descr': '<f4', 'fortran_order': 0, 'shape': (1,)} ~ fortran_order must be True or False",
                "{'descr': '<f4', 'fortran_order': None, 'shape': (1,)} ~ fortran_order must be True or False",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)} ~ shape must be a tuple of integers",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (0,)} ~ every size must be at least 1",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (65536, 65536)} ~ at most 2147483647 elements",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2000000000,)} ~ needs 8000000000 bytes, but there are 4 after the header: it is cut off",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)} ~ F64 [1] needs 8 bytes, but there are 4",
                "{'descr': '<f2', 'fortran_order': False, 'shape': (1,)} ~ F16 [1] needs 2 bytes, but there are 4",
                "{'descr': '|f4', 'fortran_order': False, 'shape': (1,)} ~ descr is '|f4'",
                "{'descr': '=f4', 'fortran_order': False, 'shape': (1,)} ~ descr is '=f4'",
                "{'descr': '', 'fortran_order': False, 'shape': (1,)} ~ descr is ''",
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,)} ~ never read",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} x ~ expected the end",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1, ~ the text ends too early",
                "{'descr': '<f4' 'fortran_order': False, 'shape': (1,)} ~ expected ','",
                "{'descr' '<f4'} ~ expected ':'",
                "{descr: '<f4'} ~ expected a string",
                "{'descr': '<f\\x34'} ~ no escapes",
                "{'descr': __import__('os')} ~ expected a value",
                "(((((((((1 ~ nested deeper than 8",
                "3 ~ must have descr",
            })
    void readsOnlyTheDictionaryItKnows(String description, String problem) throws IOException {
        Path file = write("\1\0" + (char) description.length() + "\0" + description + "\0\0\u0080?");

        if (problem.equals("ok")) {
            assertThat(NpyFile.read(file).values()).containsExactly(1);
        } else {
            assertRefused(file, problem);
        }
    }

    @Test
    void refusesBadPrefixes() throws IOException {
        assertRefused(Files.write(folder.resolve("x.npy"), new byte[0]), "it ends within its header");
        assertRefused(Files.writeString(folder.resolve("x.npy"), "NUMPY and more"), "it must start with \\x93NUMPY");
        assertRefused(write("\1"), "it ends within its header");
        assertRefused(write("\4\0\1\0{"), "npy version 4.0, expected 1.0, 2.0 or 3.0");
        assertRefused(write("\1\1\1\0{"), "npy version 1.1");
        assertRefused(write("\1\0\u0010'{"), "it ends within its header");
        assertRefused(write("\1\0\u0011'{"), "its description has 10001 characters, more than the 10000 allowed");
        assertRefused(write("\2\0\u00ff\u00ff\u00ff\u00ff{"), "its description has 4294967295 characters");
        assertRefused(write("\3\0\2\0\0\0\u00c0\u0080"), "its description is not UTF-8");
    }

    @Test
    void refusesDataAfterTheArrayAndMissingData() throws IOException {
        byte[] bytes = Files.readAllBytes(Resources.path("c_f4.npy"));
        Path file = folder.resolve("x.npy");
        assertRefused(Files.write(file, Arrays.copyOf(bytes, bytes.length + 1)), "needs 96 bytes, but there are 97");
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(Files.write(file, Arrays.copyOf(bytes, length)), length < 128 ? "it ends within" : "cut off");
        }
    }

    private static void assertRefused(Path file, String problem) {
        assertThatThrownBy(() -> NpyFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(problem);
    }

    private Path write(String afterMagic) throws IOException {
        return Files.write(folder.resolve("x.npy"), ("\u0093NUMPY" + afterMagic).getBytes(ISO_8859_1));
    }
}
