package org.nnlang.samples.benchmarks.peers;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes one message in <a href="https://protobuf.dev/programming-guides/encoding/">Protocol Buffers' encoding</a>: as much of it as a
 * small file takes.
 */
final class ProtobufMessage {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds an integer, at least 0. */
    ProtobufMessage number(int field, long value) {
        key(field, VARINT);
        variable(value);
        return this;
    }

    ProtobufMessage text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtobufMessage message(int field, ProtobufMessage value) {
        return bytes(field, value.bytes());
    }

    ProtobufMessage bytes(int field, byte[] value) {
        key(field, LENGTH_DELIMITED);
        variable(value.length);
        bytes.writeBytes(value);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private void key(int field, int type) {
        variable((long) field << 3 | type);
    }

    private void variable(long value) {
        long rest = value;
        while (rest > 0x7f) {
            bytes.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
