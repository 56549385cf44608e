package org.nnlang.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.io.ElementType;

class IdxFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "U8, 08, 01ff, 1, 255",
        "I8, 09, 01ff, 1, -1",
        "I16, 0B, 0001fffe, 1, -2",
        "I32, 0C, 00000001fffffffe, 1, -2",
        "F32, 0D, 3f800000c0000000, 1, -2",
        "F64, 0E, 3ff0000000000000c000000000000000, 1, -2",
    })
    void readsAndWritesEveryType(ElementType type, String code, String data, float first, float second)
            throws IOException {
        byte[] bytes = HexFormat.of().parseHex("0000" + code + "020000000200000001" + data);

        for (Path file : new Path[] {write(bytes), write(gzip(bytes))}) {
            IdxFile idx = IdxFile.read(file);
            assertThat(idx.type()).isEqualTo(type);
            assertThat(idx.sizes()).containsExactly(2, 1);
            assertThat(idx.toFloats()).containsExactly(first, second);

            idx.write(folder.resolve("copy"));
            assertThat(folder.resolve("copy")).hasBinaryContent(bytes);
            idx.write(folder.resolve("copy.gz"));
            assertThat(Files.readAllBytes(folder.resolve("copy.gz"))).startsWith(0x1f, 0x8b);
            assertThat(IdxFile.read(folder.resolve("copy.gz")).toFloats()).containsExactly(first, second);
        }
    }

    @Test
    void readsNoDimensionsAndNoElements() throws IOException {
        assertThat(IdxFile.read(write("00000800" + "07")).toFloats()).containsExactly(7);
        assertThat(IdxFile.read(write("00000802" + "00000000" + "0000001c")).toFloats())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'it ends early: 4 bytes expected, 0 found'",
        "000008, 'it ends early: 4 bytes expected, 3 found'",
        "01000801 00000000, 'not an IDX file: expected 00 00 and a type of 08 09 0B 0C 0D 0E, found 0100 08'",
        "00000a01 00000000, 'found 0000 0A'",
        "89504e47 0d0a1a0a, 'found 8950 4E'",
        "00000809, 'it has 9 dimensions, more than the 8 allowed'",
        "000008ff, 'it has 255 dimensions'",
        "00000802 00000001, 'it ends early: 8 bytes expected, 4 found'",
        "00000801 00000002 01, 'U8 [2] needs 2 bytes, but the file has 1 after its header'",
        "00000801 00000002 010203, 'U8 [2] needs 2 bytes, but the file has 3 after its header'",
        "00000801 7fffffff 01, 'U8 [2147483647] needs 2147483647 bytes, but the file has 1'",
        "00000801 ffffffff 01, 'size 0 is 4294967295: more than the 2^31 - 1 bytes'",
        "00000802 00010000 00010000 01, 'size 1 is 65536: more than'",
        "00000d01 20000000 01, 'size 0 is 536870912: more than'",
    })
    void refusesBadFiles(String hexadecimal, String problem) throws IOException {
        assertRefused(write(hexadecimal.replace(" ", "")), problem);
    }

    @Test
    void refusesBadGzip() throws IOException {
        byte[] good = HexFormat.of().parseHex("0000080100000004" + "01020304");
        byte[] packed = gzip(good);

        assertRefused(write(Arrays.copyOf(packed, packed.length - 9)), "damaged gzip data");
        assertRefused(write(Arrays.copyOf(packed, 12)), "damaged gzip data");
        byte[] wrongChecksum = packed.clone();
        wrongChecksum[packed.length - 8] ^= 1;
        assertRefused(write(wrongChecksum), "damaged gzip data");
        assertRefused(write(gzip(Arrays.copyOf(good, 11))), "it ends early: 4 bytes expected, 3 found");
        assertRefused(write(gzip(Arrays.copyOf(good, 13))), "there is data after the 4 bytes of U8 [4]");
    }

    @Test
    void refusesGzipThatCannotHoldWhatItDeclares() throws IOException {
        byte[] huge = HexFormat.of().parseHex("000008017fffffff");
        assertRefused(write(gzip(huge)), "U8 [2147483647] needs 2147483647 bytes, but the file cannot have more than");

        // Zeros without end behind a small array: they are never inflated.
        byte[] bomb = Arrays.copyOf(HexFormat.of().parseHex("0000080100000004"), 100 << 20);
        assertRefused(write(gzip(bomb)), "there is data after the 4 bytes");
    }

    @Test
    void refusesToMakeWhatTheFormatCannotHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdxFile(ElementType.I64, new int[] {1}, new byte[8]))
                .withMessage("an IDX file holds U8, I8, I16, I32, F32 or F64, not I64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdxFile(ElementType.I16, new int[] {2}, new byte[2]))
                .withMessageStartingWith("I16 [2] needs 4 bytes");
        assertThatIllegalArgumentException().isThrownBy(() -> new IdxFile(ElementType.U8, new int[] {-1}, new byte[1]));
    }

    private static void assertRefused(Path file, String problem) {
        assertThatThrownBy(() -> IdxFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(problem);
    }

    private Path write(String hexadecimal) throws IOException {
        return write(HexFormat.of().parseHex(hexadecimal));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "test", ".idx"), bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
