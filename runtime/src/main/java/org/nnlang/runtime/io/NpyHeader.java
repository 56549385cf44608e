package org.nnlang.runtime.io;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.Shape;

/**
 * What an npy file says of its array.
 *
 * @param type how one number is stored
 * @param order the order of the bytes of a number
 * @param fortranOrder whether the first dimension is the fastest
 * @param shape the sizes
 */
record NpyHeader(ElementType type, ByteOrder order, boolean fortranOrder, Shape shape) {
    private static final Set<String> FIELDS = Set.of("descr", "fortran_order", "shape");
    private static final Map<String, ElementType> TYPES = Map.ofEntries(
            Map.entry("f8", ElementType.F64),
            Map.entry("f4", ElementType.F32),
            Map.entry("f2", ElementType.F16),
            Map.entry("i8", ElementType.I64),
            Map.entry("i4", ElementType.I32),
            Map.entry("i2", ElementType.I16),
            Map.entry("i1", ElementType.I8),
            Map.entry("u8", ElementType.U64),
            Map.entry("u4", ElementType.U32),
            Map.entry("u2", ElementType.U16),
            Map.entry("u1", ElementType.U8),
            Map.entry("b1", ElementType.BOOL));

    /** The bytes of the numbers. */
    long dataBytes() {
        return (long) shape.elements() * type.size();
    }

    /** Reads the dictionary literal, such as {@code {'descr': '<f4', 'fortran_order': False, 'shape': (50, 784), }}. */
    static NpyHeader parse(String text, Path file, String name) throws ModelFormatException {
        String where = file + ": " + Printable.of(name);
        Json root = PythonLiteralReader.read(text, where);
        if (!(root instanceof Json.Members fields) || !fields.values().keySet().equals(FIELDS)) {
            throw new ModelFormatException(
                    where + ": the description must have descr, fortran_order and shape, and nothing else, found "
                            + Printable.of(text.strip()));
        }
        String descr = descr(fields.values().get("descr"), where);
        return new NpyHeader(
                type(descr, where),
                descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                fortranOrder(fields.values().get("fortran_order"), where),
                Sizes.shape(sizes(fields.values().get("shape"), where), file, name));
    }

    private static String descr(@Nullable Json value, String where) throws ModelFormatException {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        throw new ModelFormatException(where + ": a structured array; save each of its fields as an array of its own");
    }

    private static ElementType type(String descr, String where) throws ModelFormatException {
        if (descr.matches("[<>|=]?O[0-9]*")) {
            throw new ModelFormatException(where
                    + ": an array of Python objects, which are stored as a pickle and never read; save plain numbers");
        }
        ElementType type = descr.isEmpty() ? null : TYPES.get(descr.substring(1));
        String orders = type != null && type.size() == 1 ? "|<>" : "<>";
        if (type == null || orders.indexOf(descr.charAt(0)) < 0) {
            throw new ModelFormatException(where + ": descr is " + Printable.of(descr)
                    + ", expected '<' or '>' ('|' for one byte) and one of f2 f4 f8 i1 i2 i4 i8 u1 u2 u4 u8 b1");
        }
        return type;
    }

    private static boolean fortranOrder(@Nullable Json value, String where) throws ModelFormatException {
        if (value instanceof Json.Word word) {
            if (word.literal().equals("True")) {
                return true;
            }
            if (word.literal().equals("False")) {
                return false;
            }
        }
        throw new ModelFormatException(where + ": fortran_order must be True or False");
    }

    private static List<Long> sizes(@Nullable Json value, String where) throws ModelFormatException {
        List<Long> sizes = new ArrayList<>();
        if (value instanceof Json.Items items) {
            for (Json item : items.values()) {
                if (item instanceof Json.Digits digits && digits.literal().matches("[0-9]{1,18}")) {
                    sizes.add(Long.parseLong(digits.literal()));
                }
            }
            if (sizes.size() == items.values().size()) {
                return sizes;
            }
        }
        throw new ModelFormatException(where + ": shape must be a tuple of integers from 0 to 10^18 - 1");
    }
}
