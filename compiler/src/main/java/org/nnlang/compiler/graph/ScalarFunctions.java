package org.nnlang.compiler.graph;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.PureFunction;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;

/** The functions of numbers among the functions of a program. */
public final class ScalarFunctions {
    private final IdentityHashMap<PureFunction, Optional<ScalarFunction>> known = new IdentityHashMap<>();

    /** The function as a formula of numbers; nothing where it takes a row or makes one on the way. */
    public Optional<ScalarFunction> of(PureFunction function) {
        Optional<ScalarFunction> found = known.get(function);
        if (found == null) {
            found = convert(function);
            known.put(function, found);
        }
        return found;
    }

    private Optional<ScalarFunction> convert(PureFunction function) {
        if (!function.arguments().stream().allMatch(Shape.NUMBER::equals)) {
            return Optional.empty();
        }
        String[] names = new String[function.arguments().size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = "x" + (i + 1);
        }
        return expression(function.body(), names)
                .map(body -> new ScalarFunction(function.name(), function.configuration(), List.of(names), body));
    }

    private Optional<ScalarExpression> expression(Term term, String[] names) {
        if (term instanceof Term.Constant constant) {
            return Optional.of(new ScalarExpression.Constant(constant.value()));
        }
        if (term instanceof Term.Argument argument) {
            names[argument.index()] = argument.name();
            return Optional.of(new ScalarExpression.Operand(argument.index()));
        }
        if (term instanceof Term.Apply apply && apply.primitive().kind() == Primitive.Kind.ELEMENT) {
            return all(apply.arguments(), names)
                    .map(arguments -> new ScalarExpression.Apply(apply.primitive(), arguments));
        }
        if (term instanceof Term.Invoke invoke) {
            return of(invoke.function())
                    .flatMap(function -> all(invoke.arguments(), names)
                            .map(arguments -> new ScalarExpression.Invoke(function, arguments)));
        }
        return Optional.empty();
    }

    private Optional<List<ScalarExpression>> all(List<Term> terms, String[] names) {
        List<ScalarExpression> expressions = new ArrayList<>();
        for (Term term : terms) {
            Optional<ScalarExpression> expression = expression(term, names);
            if (expression.isEmpty()) {
                return Optional.empty();
            }
            expressions.add(expression.get());
        }
        return Optional.of(expressions);
    }
}
