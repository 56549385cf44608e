package org.nnlang.compiler.syntax;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words that begin a statement in other languages, with what `.nn` has instead. */
final class ForeignWords {
    private static final Map<String, String> HELP = Map.ofEntries(
            Map.entry("def", "declare a function by its formula: `function f(x) = ...`"),
            Map.entry("fn", "declare a function by its formula: `function f(x) = ...`"),
            Map.entry("fun", "declare a function by its formula: `function f(x) = ...`"),
            Map.entry("func", "declare a function by its formula: `function f(x) = ...`"),
            Map.entry("class", "declare a network with `model Name { ... }`"),
            Map.entry("network", "declare a network with `model Name { ... }`"),
            Map.entry("module", "declare a network with `model Name { ... }`"),
            Map.entry("var", "bind a name with `let name = ...`"),
            Map.entry("val", "bind a name with `let name = ...`"),
            Map.entry("const", "bind a name with `let name = ...`"),
            Map.entry("return", "say what comes out with `output name = ...`"),
            Map.entry("from", "write `import the.package.Name`"),
            Map.entry("for", "repeat layers with `repeat times { ... }`"),
            Map.entry("while", "repeat layers with `repeat times { ... }`"),
            Map.entry("assert", "check a condition with `require condition, \"message\"`"));

    private static final Set<String> DECLARING = Set.of("def", "fn", "fun", "func", "class", "network", "module");

    private ForeignWords() {}

    /** Whether a word begins a declaration rather than a statement. */
    static boolean declares(String word) {
        return DECLARING.contains(word);
    }

    static Optional<String> help(String word) {
        return Optional.ofNullable(HELP.get(word));
    }
}
