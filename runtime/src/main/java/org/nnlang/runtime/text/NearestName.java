package org.nnlang.runtime.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant: the one with the fewest changed characters. */
public final class NearestName {
    private NearestName() {}

    /** The nearest of the names; the first of them where several are equally near, none where there are no names. */
    public static Optional<String> of(String name, Collection<String> names) {
        return names.stream().min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /** Levenshtein's distance: insertions, deletions and replacements that turn one text into the other. */
    static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
