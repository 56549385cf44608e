package org.nnlang.compiler.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.library.FileScope;

/**
 * The names that are bound where an expression is evaluated: the enclosing block, then the parameters, then the file.
 *
 * <p>It remembers which names were read, so that a binding that leads nowhere can be reported.
 */
final class Scope {
    private final FileScope file;
    private final @Nullable Application application;
    private final @Nullable Scope parent;
    private final Map<String, Meaning> bound = new LinkedHashMap<>();
    private final Set<String> broken = new LinkedHashSet<>();
    private final Set<String> read = new LinkedHashSet<>();

    /**
     * The outermost scope of a declaration of a file.
     *
     * @param application the component whose body is evaluated; null where there is none, as in a function
     */
    Scope(FileScope file, @Nullable Application application) {
        this.file = file;
        this.application = application;
        this.parent = null;
    }

    private Scope(Scope parent) {
        this.file = parent.file;
        this.application = parent.application;
        this.parent = parent;
    }

    /** A scope inside this one. */
    Scope inner() {
        return new Scope(this);
    }

    FileScope file() {
        return file;
    }

    /** The component whose body is evaluated here, or null. */
    @Nullable
    Application application() {
        return application;
    }

    /** Binds a name, hiding an outer one. */
    void bind(String name, Meaning meaning) {
        bound.put(name, meaning);
    }

    /** Remembers a name whose definition was reported, so that its uses are not reported as well. */
    void bindBroken(String name) {
        broken.add(name);
    }

    /** What a name is bound to, or null; the file's names are not looked at. */
    @Nullable
    Meaning lookup(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.broken.contains(name)) {
                scope.read.add(name);
                throw new Poisoned();
            }
            Meaning meaning = scope.bound.get(name);
            if (meaning != null) {
                scope.read.add(name);
                return meaning;
            }
        }
        return null;
    }

    /** Whether this scope itself binds a name. */
    boolean binds(String name) {
        return bound.containsKey(name) || broken.contains(name);
    }

    /** Whether a name bound here was read. */
    boolean wasRead(String name) {
        return read.contains(name);
    }

    /** Every name bound here and outside, for suggestions. */
    Collection<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Scope scope = this; scope != null; scope = scope.parent) {
            names.addAll(scope.bound.keySet());
        }
        names.addAll(file.names());
        return names;
    }
}
