package org.nnlang.compiler.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.Argument;
import org.nnlang.compiler.ast.ComponentDeclaration;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Identifier;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.library.FileScope;
import org.nnlang.compiler.library.StandardLibrary;
import org.nnlang.compiler.library.Symbol;

/** The walk over an expression that looks up every name and every call's arguments. */
final class NameWalk {
    private final FileScope file;
    private Set<String> later = Set.of();

    NameWalk(FileScope file) {
        this.file = file;
    }

    /** The names that statements of the block define, here or further down. */
    void laterInBlock(Set<String> names) {
        later = names;
    }

    /** Whether a declaration may lack a body: in the core of the standard library. */
    static boolean mayBePrimitive(Declaration declaration) {
        String name = declaration.span().file().name();
        if (!name.startsWith("nn/core/") || !StandardLibrary.contains(StandardLibrary.CORE)) {
            return false;
        }
        if (declaration instanceof FunctionDeclaration) {
            return Primitives.exists(declaration.name().text());
        }
        return !(declaration instanceof ComponentDeclaration)
                || declaration.name().text().equals("Concat");
    }

    /** Checks an expression; names bound inside it are known only there. */
    void check(@Nullable Expression expression, Set<String> names, Declaration declaration) {
        if (expression == null) {
            return;
        }
        Deque<Expression> open = new ArrayDeque<>();
        open.push(expression);
        while (!open.isEmpty()) {
            Expression next = open.pop();
            if (next instanceof Expression.Reference reference) {
                reference(reference.name(), names, declaration);
            } else if (next instanceof Expression.Repeat repeat) {
                check(repeat.times(), names, declaration);
                Set<String> inside = new HashSet<>(names);
                if (repeat.binder() != null) {
                    inside.add(repeat.binder().text());
                }
                check(repeat.body(), inside, declaration);
            } else {
                if (next instanceof Expression.Call call) {
                    arguments(call, names);
                }
                List<Expression> parts = parts(next);
                for (int i = parts.size() - 1; i >= 0; i--) {
                    open.push(parts.get(i));
                }
            }
        }
    }

    private static List<Expression> parts(Expression expression) {
        if (expression instanceof Expression.Member member) {
            return List.of(member.target());
        }
        if (expression instanceof Expression.Call call) {
            List<Expression> parts = new ArrayList<>();
            parts.add(call.callee());
            call.arguments().forEach(argument -> parts.add(argument.value()));
            return parts;
        }
        if (expression instanceof Expression.Negate negate) {
            return List.of(negate.operand());
        }
        if (expression instanceof Expression.Not not) {
            return List.of(not.operand());
        }
        if (expression instanceof Expression.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (expression instanceof Expression.Pipe pipe) {
            return pipe.stages().stream().map(stage -> stage.value()).toList();
        }
        if (expression instanceof Expression.Choice choice) {
            return List.of(choice.condition(), choice.whenTrue(), choice.whenFalse());
        }
        if (expression instanceof Expression.Group group) {
            return group.elements();
        }
        return expression instanceof Expression.ListOf list ? list.elements() : List.of();
    }

    private void reference(Identifier name, Set<String> names, Declaration declaration) {
        String text = name.text();
        if (names.contains(text) || text.equals("none")) {
            return;
        }
        if (text.equals("fan_in") || text.equals("fan_out")) {
            throw NameRules.fanOutsideInitializer(name);
        }
        if (later.contains(text)) {
            throw Errors.of(
                    Code.USED_BEFORE_DEFINITION,
                    name.span(),
                    "`" + text + "` is used before it is defined",
                    "not defined yet",
                    "a network reads from top to bottom: move its definition above this line");
        }
        if (file.isBroken(text)) {
            throw new Poisoned();
        }
        Symbol symbol = file.lookup(text);
        if (symbol == null) {
            List<String> known = new ArrayList<>(names);
            known.addAll(file.names());
            throw new CompilationException(Errors.unknownName(text, name.span(), known));
        }
        Declaration used = symbol.declaration();
        if (used == declaration) {
            throw Errors.of(
                    Code.RECURSION,
                    name.span(),
                    "`" + text + "` contains itself",
                    "this is what is being declared",
                    "to build a deep network write `repeat 3 { ... }`");
        }
        boolean below = symbol.file() == file
                && used.span().start() > declaration.span().start();
        if (below) {
            throw new CompilationException(Diagnostic.of(
                            Code.USED_BEFORE_DEFINITION,
                            name.span(),
                            "`" + text + "` is used before it is declared",
                            "not declared yet")
                    .because(used.name().span(), "declared here")
                    .help("move its declaration above this one"));
        }
    }

    private void arguments(Expression.Call call, Set<String> names) {
        if (!(call.callee() instanceof Expression.Reference callee)
                || names.contains(callee.name().text())) {
            return;
        }
        Symbol symbol = file.lookup(callee.name().text());
        boolean ambiguous = symbol != null
                && !symbol.equals(file.lookupInitializer(callee.name().text()));
        if (symbol == null || ambiguous) {
            return;
        }
        Map<String, Argument> assigned = Arguments.assign(symbol, call.arguments(), Set.of());
        assigned.forEach((name, argument) -> requireKnown(symbol, name, argument, names));
        Set<String> bound = assigned.keySet();
        if (symbol.declaration() instanceof ComponentDeclaration) {
            Arguments.requireComplete(symbol, bound, call.span());
        }
    }

    /** An unknown name is called after what its parameter is for, and compared with names of that kind. */
    private void requireKnown(Symbol callee, String parameter, Argument argument, Set<String> names) {
        Expression value = argument.value();
        if (value instanceof Expression.Call call) {
            value = call.callee();
        }
        if (!(value instanceof Expression.Reference reference)) {
            return;
        }
        String name = reference.name().text();
        boolean known = names.contains(name)
                || later.contains(name)
                || name.equals("none")
                || name.startsWith("fan_")
                || file.isBroken(name)
                || file.lookup(name) != null;
        if (known) {
            return;
        }
        if (Initializers.isExpected(callee, parameter)) {
            throw new CompilationException(
                    Errors.unknownName("initializer", name, reference.span(), file.initializerNames()));
        }
        if (parameter.equals("act") || parameter.equals("activation")) {
            throw new CompilationException(
                    Errors.unknownName("activation", name, reference.span(), file.functionNames()));
        }
    }
}
