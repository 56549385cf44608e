package org.nnlang.compiler.java;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;
import org.nnlang.compiler.model.Primitive;

/** The parts of formulas that take a processor long: calls of exp and the like, or of functions that call them. */
final class FunctionCalls {
    private FunctionCalls() {}

    /** The different calls in a formula. */
    static Set<ScalarExpression> of(ScalarExpression formula) {
        Set<ScalarExpression> calls = new HashSet<>();
        collect(formula, null, calls);
        return calls;
    }

    /** The different calls that are left in a formula when a part of it is known. */
    static Set<ScalarExpression> without(ScalarExpression known, ScalarExpression formula) {
        Set<ScalarExpression> calls = new HashSet<>();
        collect(formula, known, calls);
        return calls;
    }

    /** About how long calls take, in calls of exp: a power is one of a logarithm. */
    static int cost(Set<ScalarExpression> calls) {
        return calls.size()
                + (int) calls.stream().filter(FunctionCalls::isPower).count();
    }

    private static boolean isPower(ScalarExpression call) {
        return call instanceof Apply apply && apply.primitive() == Primitive.POWER;
    }

    private static void collect(
            ScalarExpression formula, @Nullable ScalarExpression known, Set<ScalarExpression> calls) {
        if (formula.equals(known)) {
            return;
        }
        if (isCall(formula)) {
            calls.add(formula);
        }
        formula.children().forEach(child -> collect(child, known, calls));
    }

    private static boolean isCall(ScalarExpression formula) {
        if (formula instanceof Invoke invoke) {
            return hasCall(invoke.function().body());
        }
        return formula instanceof Apply apply
                && switch (apply.primitive()) {
                    case POWER, EXP, EXPM1, LOG, LOG1P, SIN, COS, SIGMOID, TANH, SOFTPLUS, ERF, ERFC, GELU -> true;
                    default -> false;
                };
    }

    private static boolean hasCall(ScalarExpression formula) {
        return isCall(formula) || formula.children().stream().anyMatch(FunctionCalls::hasCall);
    }
}
