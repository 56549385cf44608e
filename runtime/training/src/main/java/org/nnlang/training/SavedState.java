package org.nnlang.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.io.NamedArray;

/** What a checkpoint holds: texts and arrays by name; the names of one part all begin with that part's prefix. */
public final class SavedState {
    private final String prefix;
    private final Map<String, String> texts;
    private final Map<String, NamedArray> arrays;

    /** Makes an empty one. */
    public SavedState() {
        this("", new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    private SavedState(String prefix, Map<String, String> texts, Map<String, NamedArray> arrays) {
        this.prefix = prefix;
        this.texts = texts;
        this.arrays = arrays;
    }

    static SavedState of(List<NamedArray> arrays, Map<String, String> texts) {
        SavedState state = new SavedState();
        state.texts.putAll(texts);
        arrays.forEach(array -> state.arrays.put(array.name(), array));
        return state;
    }

    /** A part of it, live: every name there has {@code name} and a dot before it here. */
    public SavedState part(String name) {
        return new SavedState(prefix + name + ".", texts, arrays);
    }

    /** Whether nothing is in this part. */
    public boolean isEmpty() {
        return texts.keySet().stream().noneMatch(key -> key.startsWith(prefix))
                && arrays.keySet().stream().noneMatch(key -> key.startsWith(prefix));
    }

    /** Whether a text, a number or an array of this name is there. */
    public boolean has(String name) {
        return texts.containsKey(prefix + name) || arrays.containsKey(prefix + name);
    }

    /** Puts a text. */
    public void put(String name, String text) {
        texts.put(prefix + name, text);
    }

    /** Puts a whole number. */
    public void put(String name, long integer) {
        put(name, Long.toString(integer));
    }

    /** Puts numbers, which come back with the same bits. */
    public void put(String name, double... numbers) {
        StringBuilder text = new StringBuilder();
        for (double number : numbers) {
            text.append(text.length() == 0 ? "" : " ").append(number);
        }
        put(name, text.toString());
    }

    /**
     * Puts an array.
     *
     * @param values row by row; not copied
     */
    public void put(String name, Shape shape, float[] values) {
        arrays.put(prefix + name, new NamedArray(prefix + name, shape, values));
    }

    /**
     * A text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public String text(String name) {
        String text = texts.get(prefix + name);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    /**
     * Numbers.
     *
     * @throws IllegalArgumentException if there are none, or the text is none
     */
    public double[] numbers(String name) {
        String text = text(name);
        try {
            return text.isEmpty()
                    ? new double[0]
                    : List.of(text.split(" ", -1)).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the checkpoint's '" + prefix + name + "' should be numbers, found '" + text + "'", e);
        }
    }

    /**
     * One number.
     *
     * @throws IllegalArgumentException if there is none, or more than one
     */
    public double number(String name) {
        double[] numbers = numbers(name);
        if (numbers.length != 1) {
            throw new IllegalArgumentException(
                    "the checkpoint's '" + prefix + name + "' should be one number, found " + numbers.length);
        }
        return numbers[0];
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public long integer(String name) {
        String text = text(name);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the checkpoint's '" + prefix + name + "' should be an integer, found '" + text + "'", e);
        }
    }

    /**
     * An array, not copied.
     *
     * @throws IllegalArgumentException if there is none, or it has another shape
     */
    public float[] array(String name, Shape shape) {
        NamedArray array = arrays.get(prefix + name);
        if (array == null) {
            throw missing(name);
        }
        if (!array.shape().equals(shape)) {
            throw new IllegalArgumentException("the checkpoint's '" + prefix + name + "' should have the shape " + shape
                    + ", found " + array.shape());
        }
        return array.values();
    }

    /** The names of the texts and numbers of this part. */
    List<String> names() {
        return texts.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    List<NamedArray> arrays() {
        return new ArrayList<>(arrays.values());
    }

    Map<String, String> texts() {
        return texts;
    }

    private IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("the checkpoint has no '" + prefix + name
                + "': it is of another training, or of another version of this program; start anew without it");
    }
}
