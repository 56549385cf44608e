package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Parameter;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.library.FileScope;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.PureFunction;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;

/**
 * The functions that a file declares, each evaluated once with its defaults: on numbers, and on rows of four.
 *
 * <p>Four is the least length that has halves and is none of the numbers that formulas abound in. What takes something else, such as
 * a list or a row of a fixed length, is left out: it is known only where it is used.
 */
public final class DeclaredFunctions {
    private static final Shape ROW = Shape.of(4);

    private DeclaredFunctions() {}

    /** The functions of a file without errors, in order. */
    public static List<PureFunction> of(FileScope file) {
        List<PureFunction> functions = new ArrayList<>();
        for (Symbol symbol : file.declared()) {
            if (symbol.declaration() instanceof FunctionDeclaration function && function.body() != null) {
                of(symbol, function, false).ifPresent(functions::add);
            }
        }
        return functions;
    }

    /** A function of a file without errors whose parameters with a default are arguments too, as far as they can be numbers. */
    public static Optional<PureFunction> withSettings(Symbol symbol) {
        if (!(symbol.declaration() instanceof FunctionDeclaration function) || function.body() == null) {
            return Optional.empty();
        }
        return of(symbol, function, true).or(() -> of(symbol, function, false));
    }

    private static Optional<PureFunction> of(Symbol symbol, FunctionDeclaration function, boolean withSettings) {
        List<Meaning> arguments = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            if (withSettings || parameter.defaultValue() == null) {
                Shape shape = parameter.shape() == null ? Shape.NUMBER : ROW;
                Value value = new Value(parameter.name().text(), shape, parameter.span());
                arguments.add(Meaning.Tensor.computed(new Term.ValueOf(value), parameter.span()));
            }
        }
        try {
            Meaning result = new Evaluator(new Diagnostics())
                    .functions()
                    .pipe(
                            new Meaning.FunctionValue(symbol, Map.of()),
                            arguments,
                            function.name().span());
            boolean called = result instanceof Meaning.Tensor tensor && tensor.term() instanceof Term.Invoke;
            return called ? Optional.of(((Term.Invoke) ((Meaning.Tensor) result).term()).function()) : Optional.empty();
        } catch (CompilationException | Poisoned e) {
            // Not an error: it takes what only a use of it can tell.
            return Optional.empty();
        }
    }
}
