package org.nnlang.compiler.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.InitializerDeclaration;

/**
 * The names that one file knows: its own declarations, what it imports, and the core of the standard library.
 *
 * <p>Initializers have a name space of their own, since {@code identity} is both an activation and an initializer; which one is
 * meant, the place of use decides. A file's own names and imports hide those of the core.
 */
public final class FileScope {
    private final CompilationUnit unit;
    private final String packageName;
    private final Map<String, Symbol> named = new LinkedHashMap<>();
    private final Map<String, Symbol> initializers = new LinkedHashMap<>();
    private final Set<String> broken = new LinkedHashSet<>();
    private @Nullable FileScope core;

    FileScope(CompilationUnit unit, String packageName) {
        this.unit = unit;
        this.packageName = packageName;
    }

    /** The file as it was written. */
    public CompilationUnit unit() {
        return unit;
    }

    /** Its package; empty for none. */
    public String packageName() {
        return packageName;
    }

    /** Makes the core's names visible here. */
    void useCore(FileScope scope) {
        core = scope;
    }

    /** Adds a name; answers what had it before, or null. */
    @Nullable
    Symbol add(String name, Symbol symbol) {
        return mapFor(symbol.declaration()).putIfAbsent(name, symbol);
    }

    private Map<String, Symbol> mapFor(Declaration declaration) {
        return declaration instanceof InitializerDeclaration ? initializers : named;
    }

    /** Remembers a name whose declaration or import is broken, so that its uses are not reported as well. */
    public void markBroken(String name) {
        broken.add(name);
    }

    /** Whether a name's declaration or import was reported. */
    public boolean isBroken(String name) {
        return broken.contains(name);
    }

    /** What a name means where a function, component or constant is expected; an initializer if there is nothing else. */
    public @Nullable Symbol lookup(String name) {
        Symbol symbol = find(name, false);
        return symbol != null ? symbol : find(name, true);
    }

    /** What a name means where an initializer is expected; anything else if there is no initializer. */
    public @Nullable Symbol lookupInitializer(String name) {
        Symbol symbol = find(name, true);
        return symbol != null ? symbol : find(name, false);
    }

    private @Nullable Symbol find(String name, boolean initializer) {
        Symbol symbol = (initializer ? initializers : named).get(name);
        if (symbol == null && core != null) {
            symbol = core.find(name, initializer);
        }
        return symbol;
    }

    /** The symbols declared in this file, in order. */
    public List<Symbol> declared() {
        List<Symbol> symbols = new ArrayList<>();
        for (Declaration declaration : unit.declarations()) {
            Symbol symbol = mapFor(declaration).get(declaration.name().text());
            if (symbol != null && symbol.declaration() == declaration) {
                symbols.add(symbol);
            }
        }
        return symbols;
    }

    /** Every visible name, for suggestions. */
    public Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(functionNames());
        names.addAll(initializerNames());
        return names;
    }

    /** Every visible initializer. */
    public Collection<String> initializerNames() {
        Set<String> names = new LinkedHashSet<>(initializers.keySet());
        if (core != null) {
            names.addAll(core.initializerNames());
        }
        return names;
    }

    /** Every visible function, component and constant. */
    public Collection<String> functionNames() {
        Set<String> names = new LinkedHashSet<>(named.keySet());
        if (core != null) {
            names.addAll(core.functionNames());
        }
        return names;
    }
}
