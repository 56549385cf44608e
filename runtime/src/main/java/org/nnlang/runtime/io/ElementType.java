package org.nnlang.runtime.io;

import java.nio.ByteBuffer;

/** How a file stores one number, and how that becomes a float: rounded to nearest, ties to even. */
public enum ElementType {
    /** IEEE 754 double precision. */
    F64(8) {
        @Override
        float decode(ByteBuffer bytes) {
            return (float) bytes.getDouble();
        }
    },
    /** IEEE 754 single precision. */
    F32(4) {
        @Override
        float decode(ByteBuffer bytes) {
            return bytes.getFloat();
        }

        // At once, since most files are of this type, and a process that has just started is slow in loops.
        @Override
        public void decode(ByteBuffer bytes, float[] target, int from, int count) {
            bytes.asFloatBuffer().get(target, from, count);
            bytes.position(bytes.position() + count * Float.BYTES);
        }
    },
    /** IEEE 754 half precision: 5 bits of exponent. */
    F16(2) {
        @Override
        float decode(ByteBuffer bytes) {
            return half(bytes.getShort());
        }
    },
    /** The upper half of a single precision number. */
    BF16(2) {
        @Override
        float decode(ByteBuffer bytes) {
            return Float.intBitsToFloat(bytes.getShort() << 16);
        }
    },
    /** Signed 64-bit integer. */
    I64(8) {
        @Override
        float decode(ByteBuffer bytes) {
            return (float) bytes.getLong();
        }
    },
    /** Signed 32-bit integer. */
    I32(4) {
        @Override
        float decode(ByteBuffer bytes) {
            return (float) bytes.getInt();
        }
    },
    /** Signed 16-bit integer. */
    I16(2) {
        @Override
        float decode(ByteBuffer bytes) {
            return bytes.getShort();
        }
    },
    /** Signed 8-bit integer. */
    I8(1) {
        @Override
        float decode(ByteBuffer bytes) {
            return bytes.get();
        }
    },
    /** Unsigned 64-bit integer. */
    U64(8) {
        @Override
        float decode(ByteBuffer bytes) {
            long bits = bytes.getLong();
            // Halved with a sticky last bit, so that the one rounding is still the right one.
            return bits >= 0 ? (float) bits : (float) ((bits >>> 1) | (bits & 1)) * 2;
        }
    },
    /** Unsigned 32-bit integer. */
    U32(4) {
        @Override
        float decode(ByteBuffer bytes) {
            return (float) Integer.toUnsignedLong(bytes.getInt());
        }
    },
    /** Unsigned 16-bit integer. */
    U16(2) {
        @Override
        float decode(ByteBuffer bytes) {
            return bytes.getChar();
        }
    },
    /** Unsigned 8-bit integer. */
    U8(1) {
        @Override
        float decode(ByteBuffer bytes) {
            return Byte.toUnsignedInt(bytes.get());
        }
    },
    /** One byte, 0 for false and anything else for true, which becomes 1. */
    BOOL(1) {
        @Override
        float decode(ByteBuffer bytes) {
            return bytes.get() == 0 ? 0 : 1;
        }
    };

    private final int size;

    ElementType(int size) {
        this.size = size;
    }

    /** The bytes of one number. */
    public int size() {
        return size;
    }

    /** The next number, read in the buffer's byte order. */
    abstract float decode(ByteBuffer bytes);

    /**
     * Reads numbers from a buffer, in the buffer's byte order.
     *
     * @param bytes at least {@code count * size()} remaining bytes
     * @param target where the numbers go, starting at {@code from}
     */
    public void decode(ByteBuffer bytes, float[] target, int from, int count) {
        for (int i = from; i < from + count; i++) {
            target[i] = decode(bytes);
        }
    }

    private static float half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >>> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) { // zero and the subnormals: exact in single precision
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        int wide = exponent == 0x1f ? 0xff : exponent - 15 + 127;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }
}
