package org.nnlang.compiler.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nnlang.compiler.graph.Decimals;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.source.Span;

/**
 * Textbook formulas that the library has in a form that neither overflows nor cancels.
 *
 * <p>Formulas are compared as texts in prefix form, in which places in the file play no part.
 */
final class StableForms {
    private StableForms() {}

    /**
     * What to write instead.
     *
     * @param span the formula that was recognised
     * @param instead the library's function of the same arguments
     */
    record Advice(Span span, String instead) {}

    /** The first textbook formula in a term. */
    static Optional<Advice> find(Term term) {
        if (term instanceof Term.Apply apply) {
            String instead = instead(apply);
            if (!instead.isEmpty()) {
                return Optional.of(new Advice(apply.span(), instead));
            }
        }
        return parts(term).stream()
                .map(StableForms::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    static List<Term> parts(Term term) {
        if (term instanceof Term.Apply apply) {
            return apply.arguments();
        }
        return term instanceof Term.Invoke invoke
                ? invoke.arguments()
                : term instanceof Term.Slice slice ? List.of(slice.row()) : List.of();
    }

    private static String instead(Term.Apply apply) {
        Term first = apply.arguments().get(0);
        return switch (apply.primitive()) {
            case DIVIDE -> ofQuotient(first, apply.arguments().get(1));
            case LOG -> ofLogarithm(first);
            case LOG1P -> is(first, Primitive.EXP) ? "softplus(" + text(part(first)) + ")" : "";
            case SQRT -> ofRoot(first);
            default -> "";
        };
    }

    private static String ofQuotient(Term above, Term below) {
        Optional<Term> exponent = onePlusExp(below);
        if (exponent.isPresent() && key(above).equals("1")) {
            return "sigmoid(" + negated(exponent.get()) + ")";
        }
        if (exponent.isPresent() && key(above).equals(key("exp", exponent.get()))) {
            return "sigmoid(" + text(exponent.get()) + ")";
        }
        if (is(above, Primitive.EXP) && key(below).equals("sum(" + key(above) + ")")) {
            return "softmax(" + text(part(above)) + ")";
        }
        if (is(above, Primitive.SUBTRACT) && is(below, Primitive.ADD)) {
            Term left = part(above);
            Term right = ((Term.Apply) above).arguments().get(1);
            boolean same = parts(below).stream()
                    .map(StableForms::key)
                    .collect(Collectors.toSet())
                    .equals(parts(above).stream().map(StableForms::key).collect(Collectors.toSet()));
            if (same && is(left, Primitive.EXP) && key(right).equals("1")) {
                return "tanh((" + text(part(left)) + ") / 2)";
            }
            if (same && is(left, Primitive.EXP) && key(right).equals("exp(negate(" + key(part(left)) + "))")) {
                return "tanh(" + text(part(left)) + ")";
            }
        }
        if (exponent.isPresent()) {
            String factor = above instanceof Term.Apply ? "(" + text(above) + ")" : text(above);
            return factor + " * sigmoid(" + negated(exponent.get()) + ")";
        }
        return "";
    }

    private static String ofLogarithm(Term inside) {
        Optional<Term> exponent = onePlusExp(inside);
        if (exponent.isPresent()) {
            return "softplus(" + text(exponent.get()) + ")";
        }
        if (is(inside, Primitive.SIGMOID)) {
            return "log_sigmoid(" + text(part(inside)) + ")";
        }
        if (is(inside, Primitive.SUBTRACT)
                && key(part(inside)).equals("1")
                && is(((Term.Apply) inside).arguments().get(1), Primitive.SIGMOID)) {
            return "log_sigmoid("
                    + negated(part(((Term.Apply) inside).arguments().get(1))) + ")";
        }
        if (is(inside, Primitive.SUM) && is(part(inside), Primitive.EXP)) {
            return "log_sum_exp(" + text(part(part(inside))) + ")";
        }
        if (inside instanceof Term.Invoke invoke && invoke.function().name().equals("softmax")) {
            return "log_softmax(" + text(invoke.arguments().get(0)) + ")";
        }
        if (inside instanceof Term.Apply apply && apply.primitive() == Primitive.DIVIDE) {
            String quotient = instead(apply);
            return quotient.startsWith("sigmoid") || quotient.startsWith("softmax") ? "log_" + quotient : "";
        }
        return "";
    }

    private static String ofRoot(Term inside) {
        Optional<Term> square = squared(inside);
        if (square.isPresent()) {
            return "abs(" + text(square.get()) + ")";
        }
        if (is(inside, Primitive.SUM) && squared(part(inside)).isPresent()) {
            return "norm(" + text(squared(part(inside)).orElseThrow()) + ")";
        }
        if (is(inside, Primitive.DOT)
                && key(part(inside)).equals(key(parts(inside).get(1)))) {
            return "norm(" + text(part(inside)) + ")";
        }
        if (is(inside, Primitive.ADD)) {
            Optional<Term> a = squared(part(inside));
            Optional<Term> b = squared(parts(inside).get(1));
            if (a.isPresent() && b.isPresent()) {
                return "hypotenuse(" + text(a.get()) + ", " + text(b.get()) + ")";
            }
        }
        return "";
    }

    /** The exponent of {@code 1 + exp(...)}. */
    private static Optional<Term> onePlusExp(Term term) {
        if (is(term, Primitive.ADD)) {
            Term a = part(term);
            Term b = parts(term).get(1);
            if (key(a).equals("1") && is(b, Primitive.EXP)) {
                return Optional.of(part(b));
            }
            if (key(b).equals("1") && is(a, Primitive.EXP)) {
                return Optional.of(part(a));
            }
        }
        return Optional.empty();
    }

    /** What a term is the square of. */
    private static Optional<Term> squared(Term term) {
        boolean product = is(term, Primitive.MULTIPLY)
                && key(part(term)).equals(key(parts(term).get(1)));
        boolean power = is(term, Primitive.POWER) && key(parts(term).get(1)).equals("2");
        boolean called =
                term instanceof Term.Invoke invoke && invoke.function().name().equals("square");
        return product || power || called ? Optional.of(part(term)) : Optional.empty();
    }

    private static boolean is(Term term, Primitive primitive) {
        return term instanceof Term.Apply apply && apply.primitive() == primitive;
    }

    private static Term part(Term term) {
        return parts(term).get(0);
    }

    private static String negated(Term term) {
        return is(term, Primitive.NEGATE) ? text(part(term)) : "-(" + text(term) + ")";
    }

    /** A term as it was written. */
    private static String text(Term term) {
        if (term instanceof Term.Argument argument) {
            return argument.name();
        }
        if (term instanceof Term.Apply apply) {
            return apply.span().text();
        }
        return term instanceof Term.Invoke invoke ? invoke.span().text() : key(term);
    }

    private static String key(Term term) {
        if (term instanceof Term.Constant constant) {
            return Decimals.shortest(constant.value());
        }
        if (term instanceof Term.Argument argument) {
            return argument.name();
        }
        String name = term instanceof Term.Apply apply
                ? apply.primitive().functionName()
                : term instanceof Term.Invoke invoke ? invoke.function().name() : term.toString();
        return name + parts(term).stream().map(StableForms::key).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String key(String function, Term argument) {
        return function + "(" + key(argument) + ")";
    }
}
