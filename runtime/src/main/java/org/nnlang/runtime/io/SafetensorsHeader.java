package org.nnlang.runtime.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.Shape;

/**
 * The JSON in front of a safetensors buffer, checked against the size of that buffer.
 *
 * @param entries the arrays, in the order of their bytes; they fill the buffer without holes and overlaps
 * @param metadata the strings under {@code __metadata__}
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
    static final String METADATA = "__metadata__";

    private static final long MAXIMUM_HEADER_BYTES = 100_000_000;
    private static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");

    /** One array: its bytes are at {@code begin} to {@code end} (exclusive) of the buffer. */
    record Entry(String name, ElementType type, Shape shape, long begin, long end) {}

    /**
     * Reads and checks what a file begins with.
     *
     * @param in is read up to the first number
     * @param fileBytes the size of the file
     */
    static SafetensorsHeader read(InputStream in, long fileBytes, Path file) throws IOException {
        byte[] length = in.readNBytes(SafetensorsFile.LENGTH_BYTES);
        if (length.length < SafetensorsFile.LENGTH_BYTES) {
            throw new ModelFormatException(
                    file + ": a safetensors file has at least 8 bytes, this one has " + length.length);
        }
        long headerBytes =
                ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (headerBytes < 0 || headerBytes > MAXIMUM_HEADER_BYTES) {
            throw new ModelFormatException(file + ": not a safetensors file: its first 8 bytes give the header "
                    + Long.toUnsignedString(headerBytes) + " bytes, more than the " + MAXIMUM_HEADER_BYTES
                    + " allowed");
        }
        long bufferBytes = fileBytes - SafetensorsFile.LENGTH_BYTES - headerBytes;
        if (bufferBytes < 0) {
            throw new ModelFormatException(
                    file + ": the header should have " + headerBytes + " bytes, but the file has only "
                            + (fileBytes - SafetensorsFile.LENGTH_BYTES) + " after its first 8");
        }
        return parse(in.readNBytes((int) headerBytes), bufferBytes, file);
    }

    /**
     * Reads and checks a header.
     *
     * @param json the bytes of the header
     * @param bufferBytes what the file holds after them
     */
    static SafetensorsHeader parse(byte[] json, long bufferBytes, Path file) throws ModelFormatException {
        if (json.length == 0 || json[0] != '{') {
            throw new ModelFormatException(file + ": the header must start with '{', found "
                    + (json.length == 0 ? "no header" : "byte " + Byte.toUnsignedInt(json[0])));
        }
        Json root = JsonReader.read(utf8(json, file), file + ": header");
        List<Entry> entries = new ArrayList<>();
        Map<String, String> metadata = Map.of();
        for (Map.Entry<String, Json> member : ((Json.Members) root).values().entrySet()) {
            if (member.getKey().equals(METADATA)) {
                metadata = metadata(member.getValue(), file);
            } else {
                entries.add(entry(member.getKey(), member.getValue(), file));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        requireFilled(entries, bufferBytes, file);
        return new SafetensorsHeader(List.copyOf(entries), metadata);
    }

    private static String utf8(byte[] json, Path file) throws ModelFormatException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ModelFormatException(file + ": the header is not UTF-8: " + e.getMessage());
        }
    }

    private static Map<String, String> metadata(Json value, Path file) throws ModelFormatException {
        String problem = file + ": " + METADATA + " must map strings to strings";
        if (!(value instanceof Json.Members members)) {
            throw new ModelFormatException(problem);
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : members.values().entrySet()) {
            if (!(member.getValue() instanceof Json.Text text)) {
                throw new ModelFormatException(problem + ", " + Printable.of(member.getKey()) + " does not");
            }
            metadata.put(member.getKey(), text.value());
        }
        return metadata;
    }

    private static Entry entry(String name, Json value, Path file) throws ModelFormatException {
        String where = file + ": " + Printable.of(name);
        if (!(value instanceof Json.Members members)
                || !members.values().keySet().equals(FIELDS)) {
            throw new ModelFormatException(where + " must have dtype, shape and data_offsets, and nothing else");
        }
        ElementType type = type(members.values().get("dtype"), where);
        Shape shape = Sizes.shape(integers(members.values().get("shape"), where + ": shape"), file, name);
        List<Long> offsets = integers(members.values().get("data_offsets"), where + ": data_offsets");
        if (offsets.size() != 2) {
            throw new ModelFormatException(where + ": data_offsets must be [begin, end], found " + offsets);
        }
        long begin = offsets.get(0);
        long end = offsets.get(1);
        long expected = (long) shape.elements() * type.size();
        if (begin > end || end - begin != expected) {
            throw new ModelFormatException(where + ": " + type + " " + shape + " needs " + expected
                    + " bytes, but data_offsets are " + offsets);
        }
        return new Entry(name, type, shape, begin, end);
    }

    private static ElementType type(@Nullable Json value, String where) throws ModelFormatException {
        String name = value instanceof Json.Text text ? text.value() : "";
        for (ElementType type : ElementType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw new ModelFormatException(
                where + ": dtype is " + Printable.of(name) + ", expected one of " + List.of(ElementType.values()));
    }

    private static List<Long> integers(@Nullable Json value, String where) throws ModelFormatException {
        if (!(value instanceof Json.Items items)) {
            throw new ModelFormatException(where + " must be a list of integers");
        }
        List<Long> integers = new ArrayList<>();
        for (Json item : items.values()) {
            String literal = item instanceof Json.Digits digits ? digits.literal() : "";
            if (!literal.matches("[0-9]{1,18}")) {
                throw new ModelFormatException(where + " must be integers from 0 to 10^18 - 1, found "
                        + (literal.isEmpty() ? "something else" : Printable.of(literal)));
            }
            integers.add(Long.parseLong(literal));
        }
        return integers;
    }

    private static void requireFilled(List<Entry> entries, long bufferBytes, Path file) throws ModelFormatException {
        long filled = 0;
        for (Entry entry : entries) {
            if (entry.begin() != filled) {
                throw new ModelFormatException(file + ": " + Printable.of(entry.name()) + " starts at byte "
                        + entry.begin() + " of the buffer, expected " + filled + ": "
                        + (entry.begin() > filled ? "a hole" : "it overlaps the array before it"));
            }
            filled = entry.end();
        }
        if (filled != bufferBytes) {
            throw new ModelFormatException(file + ": the header describes " + filled + " bytes, but the file has "
                    + bufferBytes + " after the header" + (bufferBytes < filled ? ": it is cut off" : ""));
        }
    }
}
