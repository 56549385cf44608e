package org.nnlang.runtime.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nnlang.runtime.ModelFormatException;

/**
 * Safetensors files: a length, a header in JSON, and the numbers one array after another.
 *
 * <p>The format is described at <a href="https://github.com/huggingface/safetensors">huggingface/safetensors</a>.
 * Every size that a file declares is compared with the file's own size before memory is taken for it.
 */
public final class SafetensorsFile {
    static final int LENGTH_BYTES = Long.BYTES;

    private SafetensorsFile() {}

    /**
     * Reads all arrays, in the order of their bytes, each converted to float.
     *
     * @throws ModelFormatException if the file breaks a rule of the format, or holds an array without elements
     */
    public static List<NamedArray> read(Path file) throws IOException {
        try (OpenSafetensors open = OpenSafetensors.of(file)) {
            return open.read();
        }
    }

    /** The strings under {@code __metadata__}: who wrote the file, and the like. Empty where there are none. */
    public static Map<String, String> metadata(Path file) throws IOException {
        try (OpenSafetensors open = OpenSafetensors.of(file)) {
            return open.metadata();
        }
    }

    /**
     * Writes arrays as F32 in the given order.
     *
     * @throws IllegalArgumentException if a name is there twice, or is {@code __metadata__}
     */
    public static void write(Path file, List<NamedArray> arrays) throws IOException {
        write(file, arrays, Map.of());
    }

    /**
     * Writes arrays as F32 in the given order, and strings under {@code __metadata__} in the order of the map.
     *
     * @throws IllegalArgumentException if a name is there twice, or is {@code __metadata__}
     */
    public static void write(Path file, List<NamedArray> arrays, Map<String, String> metadata) throws IOException {
        byte[] header = headerOf(arrays, metadata);
        AtomicFile.write(file, out -> {
            ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            out.write(length.putLong(header.length).array());
            out.write(header);
            for (NamedArray array : arrays) {
                Elements.write(out, array.values());
            }
        });
    }

    private static byte[] headerOf(List<NamedArray> arrays, Map<String, String> metadata) {
        Set<String> names = new HashSet<>(Set.of(SafetensorsHeader.METADATA));
        StringBuilder json = new StringBuilder("{");
        if (!metadata.isEmpty()) {
            json.append(quoted(SafetensorsHeader.METADATA)).append(':').append(members(metadata));
        }
        long begin = 0;
        for (NamedArray array : arrays) {
            if (!names.add(array.name())) {
                throw new IllegalArgumentException("a file cannot hold two arrays called '" + array.name() + "'");
            }
            long end = begin + (long) array.values().length * Float.BYTES;
            String shape = array.shape().toString().replace(" ", "");
            json.append(json.length() == 1 ? "" : ",").append(quoted(array.name()));
            json.append(":{\"dtype\":\"F32\",\"shape\":").append(shape);
            json.append(",\"data_offsets\":[")
                    .append(begin)
                    .append(',')
                    .append(end)
                    .append("]}");
            begin = end;
        }
        json.append('}');
        int bytes = json.toString().getBytes(StandardCharsets.UTF_8).length;
        // Spaces may pad the end, so that the numbers start at a multiple of 8.
        json.append(" ".repeat(-bytes & 7));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String members(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + quoted(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
