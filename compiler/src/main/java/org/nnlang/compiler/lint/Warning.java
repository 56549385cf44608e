package org.nnlang.compiler.lint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.graph.Decimals;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.PureFunction;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.source.Span;

/** A finding in words: what the function is where, what it should be, and what to write instead. */
final class Warning {
    private static final MathContext SHOWN_DIGITS = new MathContext(4);

    private Warning() {}

    static Diagnostic of(PureFunction function, Finding finding) {
        Optional<StableForms.Advice> advice = StableForms.find(function.body());
        Span span = advice.map(StableForms.Advice::span).orElseGet(() -> span(function));
        String derivative = finding.kind().name().startsWith("DERIVATIVE") ? "the derivative of " : "";
        String message =
                derivative + "`" + function.name() + "` is " + number(finding.found()) + " at " + finding.place();
        Diagnostic diagnostic = Diagnostic.of(code(finding), span, message, label(finding));
        return advice.isPresent()
                ? diagnostic.help(
                        "write `" + advice.get().instead() + "`, which is the same and holds for every number")
                : diagnostic.help(help(function.body(), finding));
    }

    private static Code code(Finding finding) {
        return switch (finding.kind()) {
            case VALUE_LOST, VALUE_UNDEFINED -> Code.VALUE_NOT_FINITE;
            case DERIVATIVE_LOST, DERIVATIVE_UNDEFINED -> Code.DERIVATIVE_NOT_FINITE;
            case DERIVATIVE_WRONG -> Code.DERIVATIVE_DISAGREES;
        };
    }

    private static String label(Finding finding) {
        String expected = number(finding.expected());
        return switch (finding.kind()) {
            case VALUE_LOST -> "should be " + expected + "; a step on the way leaves the range of float32";
            case VALUE_UNDEFINED -> "is near " + expected + " just beside it";
            case DERIVATIVE_LOST -> "should be " + expected + "; a step on the way leaves the range of float32";
            case DERIVATIVE_UNDEFINED -> "the value is a number there, but no gradient comes back";
            case DERIVATIVE_WRONG -> "the slope of the values is " + expected;
        };
    }

    private static String help(Term body, Finding finding) {
        return switch (finding.kind()) {
            case VALUE_LOST, DERIVATIVE_LOST ->
                uses(body, Primitive.EXP)
                        ? "`exp` is infinite above 88.7: give it an argument that is never large, such as `-abs(x)`"
                        : "bound what is computed on the way, as by `clip` or `maximum`";
            case VALUE_UNDEFINED ->
                uses(body, Primitive.LOG)
                        ? "keep the logarithm away from 0, such as `log(maximum(p, 1e-7))`"
                        : "give this argument a branch of its own, or add a small number to the divisor";
            case DERIVATIVE_UNDEFINED ->
                uses(body, Primitive.SQRT)
                        ? "the derivative of `sqrt` is infinite at 0, that of `safe_sqrt` is 0 there"
                        : "give this argument a branch of its own: `if x == 0 then ... else ...`";
            case DERIVATIVE_WRONG ->
                "near there, differences of almost equal numbers lose their digits, or a branch holds for one number only";
        };
    }

    private static boolean uses(Term term, Primitive primitive) {
        return (term instanceof Term.Apply apply && apply.primitive() == primitive)
                || (term instanceof Term.Invoke invoke && uses(invoke.function().body(), primitive))
                || StableForms.parts(term).stream().anyMatch(part -> uses(part, primitive));
    }

    private static Span span(PureFunction function) {
        if (function.body() instanceof Term.Apply apply) {
            return apply.span();
        }
        return function.body() instanceof Term.Invoke invoke ? invoke.span() : function.span();
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "minus infinity";
        }
        return Decimals.shortest(new BigDecimal(value).round(SHOWN_DIGITS).doubleValue());
    }
}
