package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Parameter;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.library.FileScope;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;

/**
 * The check of functions of numbers that no model may use yet: each is evaluated once, on numbers.
 *
 * <p>Functions of rows are checked where they are used, since their lengths are known only there.
 */
final class FunctionRules {
    private FunctionRules() {}

    static void check(FileScope file, Diagnostics diagnostics) {
        for (Symbol symbol : file.declared()) {
            if (symbol.declaration() instanceof FunctionDeclaration function
                    && function.body() != null
                    && !file.isBroken(symbol.name())
                    && function.parameters().stream().noneMatch(parameter -> parameter.shape() != null)) {
                check(symbol, function, diagnostics);
            }
        }
    }

    private static void check(Symbol symbol, FunctionDeclaration function, Diagnostics diagnostics) {
        List<Meaning> numbers = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            if (parameter.defaultValue() == null) {
                Value value = new Value(parameter.name().text(), Shape.NUMBER, parameter.span());
                numbers.add(Meaning.Tensor.computed(new Term.ValueOf(value), parameter.span()));
            }
        }
        try {
            new Evaluator(diagnostics)
                    .functions()
                    .pipe(
                            new Meaning.FunctionValue(symbol, Map.of()),
                            numbers,
                            function.name().span());
        } catch (CompilationException e) {
            diagnostics.report(e.diagnostic());
            symbol.file().markBroken(symbol.name());
        } catch (Poisoned e) {
            symbol.file().markBroken(symbol.name());
        }
    }
}
