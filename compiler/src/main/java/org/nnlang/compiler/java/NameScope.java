package org.nnlang.compiler.java;

import java.util.HashSet;
import java.util.Set;

/** The names that are taken in one scope of a generated class. */
final class NameScope {
    private final Set<String> taken;

    /** A scope in which these names are taken. */
    NameScope(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** A scope inside this one: what is taken here is taken there. */
    NameScope inside() {
        return new NameScope(taken);
    }

    /** The name, or if it is taken, the name with the first number that is free. */
    String take(String name) {
        boolean endsWithNumber = Character.isDigit(name.charAt(name.length() - 1));
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + (endsWithNumber ? "_" : "") + number;
        }
        return free;
    }

    /** The name, or if it is taken, the name with an underscore: for names that people write and should recognise. */
    String takePublic(String name) {
        String free = name;
        while (!taken.add(free)) {
            free += "_";
        }
        return free;
    }
}
