package org.nnlang.runtime;

import java.util.List;

/** A pattern of paths: each star stands for any text, also for none, and everything else for itself. */
final class PathPattern {
    /** What is between the stars. */
    private final List<String> parts;

    PathPattern(String pattern) {
        this.parts = List.of(pattern.split("\\*", -1));
    }

    /** Whether all of the path fits. */
    boolean fits(String path) {
        String first = parts.get(0);
        if (parts.size() == 1) {
            return path.equals(first);
        }
        if (!path.startsWith(first)) {
            return false;
        }
        int from = first.length();
        // The earliest place is always right for a part, since the star behind it takes whatever is left.
        for (String part : parts.subList(1, parts.size() - 1)) {
            int at = path.indexOf(part, from);
            if (at < 0) {
                return false;
            }
            from = at + part.length();
        }
        String last = parts.get(parts.size() - 1);
        return path.length() - last.length() >= from && path.endsWith(last);
    }
}
