package org.nnlang.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nnlang.runtime.init.Initializers;
import org.nnlang.runtime.io.ElementType;
import org.nnlang.runtime.kernel.ArrayStorage;

/** Weights of every type that a safetensors file may hold, in arrays that are read in several pieces. */
class StreamedTypesTest {
    /** Longer than two pieces of any type, and no multiple of one. */
    private static final int LENGTH = 40_001;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyTypeArrives(ElementType type) throws IOException {
        int bytes = LENGTH * type.size();
        String header = "{\"first\":" + entry(type, 0, bytes) + ",\"second\":" + entry(type, bytes, 2 * bytes) + "}";
        ByteBuffer buffer = ByteBuffer.allocate(8 + header.length() + 2 * bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
        float[] first = encode(type, 3, buffer);
        float[] second = encode(type, 5, buffer);
        assertThat(buffer.remaining()).isZero();

        Parameters parameters = Parameters.of(parameter("first"), parameter("second"));
        parameters.load(Files.write(folder.resolve("weights"), buffer.array()));

        assertThat(parameters.get("first").toArray()).isEqualTo(first);
        assertThat(parameters.get("second").toArray()).isEqualTo(second);
    }

    private static String entry(ElementType type, int begin, int end) {
        return "{\"dtype\":\"" + type + "\",\"shape\":[" + LENGTH + "],\"data_offsets\":[" + begin + "," + end + "]}";
    }

    /** Small whole numbers, which every type has exactly. */
    private static float[] encode(ElementType type, int step, ByteBuffer buffer) {
        float[] values = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            int value = i * step % (type == ElementType.BOOL ? 2 : 127);
            values[i] = value;
            switch (type) {
                case F64 -> buffer.putDouble(value);
                case F32 -> buffer.putFloat(value);
                case F16 -> buffer.putShort(half(value));
                case BF16 -> buffer.putShort((short) (Float.floatToIntBits(value) >>> 16));
                case I64, U64 -> buffer.putLong(value);
                case I32, U32 -> buffer.putInt(value);
                case I16, U16 -> buffer.putShort((short) value);
                case I8, U8, BOOL -> buffer.put((byte) value);
            }
        }
        return values;
    }

    private static short half(int value) {
        if (value == 0) {
            return 0;
        }
        int exponent = 31 - Integer.numberOfLeadingZeros(value);
        return (short) (((exponent + 15) << 10) | ((value << (10 - exponent)) & 0x3ff));
    }

    private static Parameter parameter(String path) {
        return new Parameter(path, Shape.of(LENGTH), true, new ArrayStorage(LENGTH), Initializers.constant(0));
    }
}
