package org.nnlang.runtime.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.Shape;

class SafetensorsFileTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatItWrites() throws IOException {
        Path file = folder.resolve("weights.safetensors");
        float[] weight = {1, -2, 0.1f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE};
        float[] large = new float[100_003];
        for (int i = 0; i < large.length; i++) {
            large[i] = i * 0.1f;
        }

        SafetensorsFile.write(
                file,
                List.of(
                        new NamedArray("hidden1.weight", Shape.of(2, 3), weight),
                        new NamedArray("a \"quoted\" \\ \u0001 name, \u00e9", Shape.of(), new float[] {7}),
                        new NamedArray("large", Shape.of(large.length), large)));

        List<NamedArray> arrays = SafetensorsFile.read(file);
        assertThat(arrays)
                .extracting(NamedArray::toString)
                .containsExactly("hidden1.weight [2, 3]", "a \"quoted\" \\ \\u0001 name, \u00e9 []", "large [100003]");
        assertThat(arrays.get(1).name()).isEqualTo("a \"quoted\" \\ \u0001 name, \u00e9");
        assertThat(arrays.get(0).values()).containsExactly(weight);
        assertThat(arrays.get(1).values()).containsExactly(7);
        assertThat(arrays.get(2).values()).containsExactly(large);
        assertThat(SafetensorsFile.metadata(file)).isEmpty();
    }

    @Test
    void keepsMetadataInItsOrder() throws IOException {
        Path file = folder.resolve("weights.safetensors");
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("step", "12");
        metadata.put("a \"quoted\" name", "two\nlines");

        SafetensorsFile.write(file, List.of(new NamedArray("b", Shape.of(2), new float[] {1, -2})), metadata);

        assertThat(SafetensorsFile.metadata(file)).containsExactlyEntriesOf(metadata);
        assertThat(SafetensorsFile.read(file).get(0).values()).containsExactly(1, -2);
        SafetensorsFile.write(file, List.of(), metadata);
        assertThat(SafetensorsFile.metadata(file)).containsExactlyEntriesOf(metadata);
        assertThat(SafetensorsFile.read(file)).isEmpty();
    }

    @Test
    void writesTheBytesOfTheFormat() throws IOException {
        Path file = folder.resolve("weights.safetensors");

        SafetensorsFile.write(file, List.of(new NamedArray("b", Shape.of(2), new float[] {1, -2})));

        String header = "{\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        assertThat(header.length() % 8).isNotZero();
        String padded = header + " ".repeat(8 - header.length() % 8);
        assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                .isEqualTo((char) padded.length() + "\0\0\0\0\0\0\0" + padded + "\0\0\u0080?\0\0\0\u00c0");
    }

    @Test
    void writesAnEmptyFile() throws IOException {
        Path file = folder.resolve("none.safetensors");
        SafetensorsFile.write(file, List.of());
        assertThat(SafetensorsFile.read(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "F64, 000000000000f83f, 1.5",
        "F32, 0000c03f, 1.5",
        "F16, 003e, 1.5",
        "BF16, c03f, 1.5",
        "I64, feffffffffffffff, -2",
        "I32, feffffff, -2",
        "I16, feff, -2",
        "I8, fe, -2",
        "U64, 0200000000000000, 2",
        "U32, 02000000, 2",
        "U16, 0200, 2",
        "U8, fe, 254",
        "BOOL, 01, 1",
    })
    void readsEveryType(String type, String hexadecimal, float expected) throws IOException {
        byte[] one = HexFormat.of().parseHex(hexadecimal);
        ByteBuffer buffer = ByteBuffer.allocate(2 * one.length).put(one).put(one);
        Path file = write(header("x", type, "[2]", 0, 2 * one.length), buffer.array());

        assertThat(SafetensorsFile.read(file).get(0).values()).containsExactly(expected, expected);
    }

    @Test
    void readsArraysInTheOrderOfTheirBytesAndKeepsMetadataAside() throws IOException {
        String header = "{\"b\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[2,3]},"
                + "\"__metadata__\":{\"format\":\"pt\"},"
                + "\"a\":{\"data_offsets\":[0,2],\"shape\":[2,1],\"dtype\":\"I8\"}}   ";
        Path file = write(header, new byte[] {1, 2, 3});

        assertThat(SafetensorsFile.read(file)).extracting(NamedArray::toString).containsExactly("a [2, 1]", "b [1]");
        assertThat(SafetensorsFile.metadata(file)).isEqualTo(Map.of("format", "pt"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[] ~ the header must start with '{', found byte 91",
                "' {}' ~ the header must start with '{', found byte 32",
                "{} x ~ expected the end",
                "{'x':3} ~ 'x' must have dtype, shape and data_offsets, and nothing else",
                "{'x':{'dtype':'U8','shape':[1]}} ~ must have dtype, shape and data_offsets",
                "{'x':{'dtype':'U8','shape':[1],'data_offsets':[0,4],'y':1}} ~ and nothing else",
                "{'x':{'dtype':'F8_E4M3','shape':[4],'data_offsets':[0,4]}} ~ 'x': dtype is 'F8_E4M3', expected one of [F64,",
                "{'x':{'dtype':3,'shape':[4],'data_offsets':[0,4]}} ~ 'x': dtype is ''",
                "{'x':{'dtype':'U8','shape':4,'data_offsets':[0,4]}} ~ 'x': shape must be a list of integers",
                "{'x':{'dtype':'U8','shape':[4.0],'data_offsets':[0,4]}} ~ found '4.0'",
                "{'x':{'dtype':'U8','shape':[-4],'data_offsets':[0,4]}} ~ found '-4'",
                "{'x':{'dtype':'U8','shape':[99999999999999999999],'data_offsets':[0,4]}} ~ from 0 to 10^18 - 1",
                "{'x':{'dtype':'U8','shape':['4'],'data_offsets':[0,4]}} ~ found something else",
                "{'x':{'dtype':'U8','shape':[0],'data_offsets':[0,0]}} ~ 'x' has the shape [0]: every size must be at least 1",
                "{'x':{'dtype':'U8','shape':[65536,65536],'data_offsets':[0,4]}} ~ at most 2147483647 elements",
                "{'x':{'dtype':'U8','shape':[4294967296,4294967296],'data_offsets':[0,0]}} ~ at most 2147483647 elements",
                "{'x':{'dtype':'U8','shape':[4],'data_offsets':[0,4,4]}} ~ data_offsets must be [begin, end], found [0, 4, 4]",
                "{'x':{'dtype':'U8','shape':[4],'data_offsets':[4,0]}} ~ U8 [4] needs 4 bytes, but data_offsets are [4, 0]",
                "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} ~ F32 [2] needs 8 bytes, but data_offsets are [0, 4]",
                "{'x':{'dtype':'U8','shape':[3],'data_offsets':[1,4]}} ~ 'x' starts at byte 1 of the buffer, expected 0: a hole",
                "{'x':{'dtype':'U8','shape':[2],'data_offsets':[0,2]},'y':{'dtype':'U8','shape':[3],'data_offsets':[1,4]}} ~ 'y' starts at byte 1 of the buffer, expected 2: it overlaps",
                "{'x':{'dtype':'U8','shape':[1],'data_offsets':[0,1]},'y':{'dtype':'U8','shape':[1],'data_offsets':[3,4]}} ~ 'y' starts at byte 3 of the buffer, expected 1: a hole",
                "{'x':{'dtype':'U8','shape':[3],'data_offsets':[0,3]}} ~ the header describes 3 bytes, but the file has 4 after the header",
                "{'x':{'dtype':'U8','shape':[2000000000],'data_offsets':[0,2000000000]}} ~ describes 2000000000 bytes, but the file has 4 after the header: it is cut off",
                "{'x':{'dtype':'U8','shape':[4],'data_offsets':[0,4]},'x':{'dtype':'U8','shape':[4],'data_offsets':[0,4]}} ~ the key 'x' is there twice",
                "{'__metadata__':{'a':1}} ~ __metadata__ must map strings to strings, 'a' does not",
                "{'__metadata__':3} ~ __metadata__ must map strings to strings",
            },
            quoteCharacter = '`')
    void refusesBadHeaders(String header, String problem) throws IOException {
        String json = header.startsWith("' ") ? header.substring(1) : header;
        Path file = write(json.replace('\'', '"'), new byte[4]);

        assertRefused(file, problem);
    }

    @Test
    void refusesBadLengths() throws IOException {
        assertRefused(write(new byte[0]), "at least 8 bytes, this one has 0");
        assertRefused(write(new byte[7]), "at least 8 bytes, this one has 7");
        assertRefused(write(length(0).array()), "the header must start with '{', found no header");
        assertRefused(write(length(1).array()), "the header should have 1 bytes, but the file has only 0");
        assertRefused(write(length(100_000_000).array()), "should have 100000000 bytes, but the file has only 0");
        assertRefused(write(length(100_000_001).array()), "give the header 100000001 bytes, more than the 100000000");
        assertRefused(write(length(-1).array()), "give the header 18446744073709551615 bytes");
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws IOException {
        for (String bad : List.of("\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00c3")) {
            byte[] header = ("{\"" + bad + "\":1}").getBytes(ISO_8859_1);
            ByteBuffer file = ByteBuffer.allocate(8 + header.length);
            assertRefused(write(file.put(length(header.length)).put(header).array()), "the header is not UTF-8");
        }
    }

    @Test
    void everyTruncationIsRefusedAndEveryFlippedByteIsToo() throws IOException {
        Path file = folder.resolve("x");
        SafetensorsFile.write(
                file,
                List.of(
                        new NamedArray("a", Shape.of(2), new float[] {1, 2}),
                        new NamedArray("b", Shape.of(1), new float[] {3})));
        byte[] original = Files.readAllBytes(file);
        for (int i = 0; i < original.length; i++) {
            assertRefused(Files.write(file, Arrays.copyOf(original, i)), "");
        }
        int structure = original.length - 3 * Float.BYTES;
        for (int i = 0; i < structure; i++) {
            byte[] bytes = original.clone();
            bytes[i] ^= (byte) 0xaa; // never an ASCII character again
            assertRefused(Files.write(file, bytes), "");
        }
    }

    @Test
    void refusesToWriteANameTwice() {
        NamedArray array = new NamedArray("x", Shape.of(1), new float[1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafetensorsFile.write(folder.resolve("x"), List.of(array, array)))
                .withMessage("a file cannot hold two arrays called 'x'");
        NamedArray reserved = new NamedArray("__metadata__", Shape.of(1), new float[1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafetensorsFile.write(folder.resolve("x"), List.of(reserved)));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aMissingFileIsNotAFormatError() {
        assertThatThrownBy(() -> SafetensorsFile.read(folder.resolve("missing")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static void assertRefused(Path file, String problem) {
        assertThatThrownBy(() -> SafetensorsFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(problem);
    }

    private static String header(String name, String type, String shape, int begin, int end) {
        return "{\"" + name + "\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":[" + begin + ","
                + end + "]}}";
    }

    private Path write(String header, byte[] buffer) throws IOException {
        byte[] json = header.getBytes(UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + buffer.length);
        return write(bytes.put(length(json.length)).put(json).put(buffer).array());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("test.safetensors"), bytes);
    }

    private static ByteBuffer length(long length) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
    }
}
