package org.nnlang.compiler.testing;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Java's limits are about in a class file.
 *
 * @param constants the size of the constant pool
 * @param codeLengths bytecodes by method
 */
public record ClassFile(int constants, Map<String, Integer> codeLengths) {
    /** Reads a class file. */
    public static ClassFile read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            String[] texts = new String[count];
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts[i] = in.readUTF();
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    default -> in.skipNBytes(4);
                }
            }
            in.skipNBytes(6);
            in.skipNBytes(2L * in.readUnsignedShort());
            Map<String, Integer> lengths = new LinkedHashMap<>();
            members(in, texts, new LinkedHashMap<>());
            members(in, texts, lengths);
            return new ClassFile(count, lengths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void members(DataInputStream in, String[] texts, Map<String, Integer> lengths) throws IOException {
        int members = in.readUnsignedShort();
        for (int member = 0; member < members; member++) {
            in.skipNBytes(2);
            String name = texts[in.readUnsignedShort()] + texts[in.readUnsignedShort()];
            int attributes = in.readUnsignedShort();
            for (int i = 0; i < attributes; i++) {
                String attribute = texts[in.readUnsignedShort()];
                int length = in.readInt();
                if ("Code".equals(attribute)) {
                    in.skipNBytes(4);
                    lengths.put(name, in.readInt());
                    in.skipNBytes(length - 8L);
                } else {
                    in.skipNBytes(length);
                }
            }
        }
    }
}
