package org.nnlang.runtime.text;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name and its settings as people write them on a command line, such as {@code huber:delta=0.5}.
 *
 * <p>Names and settings count alike with and without underscores, in upper and lower case. Whoever makes something of them asks for
 * each setting that there is, and in the end for none to be left.
 */
public final class NamedSettings {
    private final String name;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private NamedSettings(String name) {
        this.name = name;
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if a setting is not written {@code setting=value}, or is there twice
     */
    public static NamedSettings parse(String text) {
        int colon = text.indexOf(':');
        NamedSettings settings = new NamedSettings((colon < 0 ? text : text.substring(0, colon)).strip());
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        for (String part : rest.isBlank() ? new String[0] : rest.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(settings.name
                        + ": settings are written setting=value and joined by commas, got \"" + part + "\"");
            }
            String setting = part.substring(0, equals).strip();
            if (settings.written(setting) != null) {
                throw new IllegalArgumentException(settings.name + ": " + setting + " is set twice");
            }
            settings.values.put(setting, part.substring(equals + 1).strip());
        }
        return settings;
    }

    /** The name, as it was written. */
    public String name() {
        return name;
    }

    /** A name without what people write in different ways. */
    public static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Whether a setting was written. */
    public boolean has(String setting) {
        known.add(setting);
        return written(setting) != null;
    }

    /**
     * A setting that is a number.
     *
     * @param otherwise what it is where it was not written
     * @throws IllegalArgumentException if it is no number
     */
    public double number(String setting, double otherwise) {
        known.add(setting);
        String key = written(setting);
        if (key == null) {
            return otherwise;
        }
        String value = String.valueOf(values.get(key));
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": " + setting + "=" + value + ": that is no number", e);
        }
    }

    /**
     * Checks that nothing was written that nobody asked for.
     *
     * @throws IllegalArgumentException if there is such a setting; the message lists those there are
     */
    public void requireAllKnown() {
        for (String setting : values.keySet()) {
            if (known.stream().noneMatch(each -> plain(each).equals(plain(setting)))) {
                String those = known.isEmpty()
                        ? "; it has none"
                        : "; did you mean " + NearestName.of(setting, known).orElseThrow() + "? It has "
                                + String.join(", ", known);
                throw new IllegalArgumentException(name + " has no setting " + setting + those);
            }
        }
    }

    private @Nullable String written(String setting) {
        for (String each : values.keySet()) {
            if (plain(each).equals(plain(setting))) {
                return each;
            }
        }
        return null;
    }
}
