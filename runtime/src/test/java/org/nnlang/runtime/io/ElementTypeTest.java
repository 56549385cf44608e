package org.nnlang.runtime.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ElementTypeTest {
    @ParameterizedTest
    @CsvSource({
        "F16, 0000, 0",
        "F16, 3c00, 1",
        "F16, c000, -2",
        "F16, 3555, 0.33325195",
        "F16, 7bff, 65504",
        "F16, 0400, 6.1035156E-5",
        "F16, 03ff, 6.097555E-5",
        "F16, 8001, -5.9604645E-8",
        "F16, 7c00, Infinity",
        "F16, fc00, -Infinity",
        "F16, 7e00, NaN",
        "F16, 8000, -0.0",
        "BF16, 3f80, 1",
        "BF16, c049, -3.140625",
        "BF16, 7f80, Infinity",
        "F32, 3dcccccd, 0.1",
        "F64, 3fb999999999999a, 0.1",
        "F64, 7fefffffffffffff, Infinity",
        "I64, ffffffffffffffff, -1",
        "I32, 80000000, -2147483648",
        "I16, fffe, -2",
        "I8, 80, -128",
        "U64, ffffffffffffffff, 18446744073709551616",
        "U32, ffffffff, 4294967296",
        "U16, ffff, 65535",
        "U8, ff, 255",
        "BOOL, 00, 0",
        "BOOL, 01, 1",
        "BOOL, 02, 1",
    })
    void decodesItsBitPattern(ElementType type, String hexadecimal, float expected) {
        byte[] bytes = new BigInteger("1" + hexadecimal, 16).toByteArray();
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, type.size());
        float[] target = {7, 7, 7};

        type.decode(buffer, target, 1, 1);

        assertThat(target).containsExactly(7, expected, 7);
        assertThat(Float.floatToIntBits(target[1])).isEqualTo(Float.floatToIntBits(expected));
    }

    @ParameterizedTest
    @EnumSource
    void manyAtOnceHaveTheBitsOfOneByOne(ElementType type) {
        byte[] bytes = new byte[99 * type.size()];
        new Random(2).nextBytes(bytes);
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            ByteBuffer oneByOne = ByteBuffer.wrap(bytes).order(order).position(type.size());
            ByteBuffer together = oneByOne.duplicate().order(order);
            float[] target = new float[100];

            type.decode(together, target, 2, 97);

            for (int i = 2; i < 99; i++) {
                assertThat(Float.floatToRawIntBits(target[i]))
                        .isEqualTo(Float.floatToRawIntBits(type.decode(oneByOne)));
            }
            assertThat(target).startsWith(0, 0).endsWith(0);
            assertThat(together.position()).isEqualTo(oneByOne.position());
        }
    }

    @Test
    void unsignedLongsAreRoundedOnce() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            // Few bits away from a tie, where rounding twice would go wrong.
            long bits = random.nextLong() << 39 | 1L << 63 | 1L << 38 | random.nextInt(3);
            ByteBuffer buffer = ByteBuffer.allocate(8).putLong(0, bits);
            assertThat(ElementType.U64.decode(buffer))
                    .isEqualTo(new BigInteger(Long.toUnsignedString(bits)).floatValue());
        }
    }
}
