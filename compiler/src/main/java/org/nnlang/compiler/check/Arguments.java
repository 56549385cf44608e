package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nnlang.compiler.ast.Argument;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.Parameter;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.DidYouMean;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.source.Span;

/** Which argument of a call is for which parameter: by position first, then by name. */
final class Arguments {
    private Arguments() {}

    /**
     * Assigns the arguments of a call to the parameters of a declaration.
     *
     * @param taken names of parameters that are already bound, by a pipe or a partial application
     * @return the arguments by the names of their parameters, in the order of the call
     */
    static Map<String, Argument> assign(Symbol callee, List<Argument> arguments, Set<String> taken) {
        Declaration declaration = callee.declaration();
        List<Parameter> free = new ArrayList<>(declaration.parameters());
        free.removeIf(parameter -> taken.contains(parameter.name().text()));
        Map<String, Argument> assigned = new LinkedHashMap<>();
        int position = 0;
        boolean named = false;
        for (Argument argument : arguments) {
            String name;
            if (argument.name() != null) {
                named = true;
                name = argument.name().text();
                if (declaration.parameters().stream()
                        .noneMatch(parameter -> parameter.name().text().equals(name))) {
                    throw unknown(callee, argument.name().span(), name);
                }
            } else if (named) {
                throw Errors.of(
                        Code.WRONG_KIND,
                        argument.span(),
                        "an argument without a name follows one with a name",
                        "which parameter is this for?",
                        "name it as well");
            } else if (position >= free.size()) {
                throw tooMany(callee, free, argument.span(), arguments.size());
            } else {
                name = free.get(position++).name().text();
            }
            if (assigned.putIfAbsent(name, argument) != null) {
                throw new CompilationException(Diagnostic.of(
                                Code.DUPLICATE_NAME,
                                argument.span(),
                                "`" + name + "` of `" + callee.name() + "` is given twice",
                                "given again here")
                        .because(assigned.get(name).span(), "first given here"));
            }
        }
        return assigned;
    }

    /** Refuses a call that leaves a parameter without a default unbound. */
    static void requireComplete(Symbol callee, Set<String> bound, Span call) {
        List<String> missing = callee.declaration().parameters().stream()
                .filter(parameter -> parameter.defaultValue() == null)
                .map(parameter -> parameter.name().text())
                .filter(name -> !bound.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            String names = missing.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
            throw Errors.of(
                    Code.MISSING_ARGUMENT,
                    call,
                    "`" + callee.name() + "` needs " + names,
                    missing.size() == 1 ? "this argument is missing" : "these arguments are missing",
                    "it is declared as `" + signature(callee.declaration()) + "`");
        }
    }

    /** A declaration's name and parameters, as it would be called. */
    static String signature(Declaration declaration) {
        return declaration.parameters().stream()
                .map(parameter -> parameter.defaultValue() == null
                        ? parameter.name().text()
                        : parameter.name().text() + " = "
                                + parameter.defaultValue().span().text())
                .collect(Collectors.joining(", ", declaration.name().text() + "(", ")"));
    }

    private static CompilationException unknown(Symbol callee, Span span, String name) {
        List<String> names = callee.declaration().parameters().stream()
                .map(parameter -> parameter.name().text())
                .toList();
        Diagnostic diagnostic = Diagnostic.of(
                Code.UNKNOWN_ARGUMENT,
                span,
                "`" + callee.name() + "` has no parameter `" + name + "`",
                "not a parameter");
        Optional<String> nearest = DidYouMean.nearest(name, names);
        diagnostic = nearest.isPresent()
                ? diagnostic.help("did you mean `" + nearest.get() + "`?")
                : diagnostic.help("it is declared as `" + signature(callee.declaration()) + "`");
        return new CompilationException(diagnostic);
    }

    private static CompilationException tooMany(Symbol callee, List<Parameter> free, Span span, int found) {
        String takes = free.isEmpty() ? "no arguments" : free.size() == 1 ? "1 argument" : free.size() + " arguments";
        return Errors.of(
                Code.TOO_MANY_ARGUMENTS,
                span,
                "`" + callee.name() + "` takes " + takes + ", got " + found,
                "one too many",
                "it is declared as `" + signature(callee.declaration()) + "`");
    }
}
