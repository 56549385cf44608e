package org.nnlang.compiler.java;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.java.ElementFormula.Step;
import org.nnlang.compiler.model.Primitive;

/**
 * Takes the steps out of a formula.
 *
 * <p>Both sides of a choice are calculated. A condition of several comparisons becomes a choice of choices.
 */
final class ElementSteps {
    /** Calls of functions are replaced by their bodies up to this size, beyond which they stay calls. */
    private static final int LARGEST = 200;

    private static final ScalarExpression ZERO = new Constant(0);
    private static final ScalarExpression ONE = new Constant(1);

    private final int operands;
    private final boolean takesChoices;
    private final Set<ScalarExpression> shared;
    private final List<Step> steps = new ArrayList<>();
    private boolean isTooLarge;

    private ElementSteps(int operands, boolean takesChoices, Set<ScalarExpression> shared) {
        this.operands = operands;
        this.takesChoices = takesChoices;
        this.shared = shared;
    }

    /** The formula with its functions as steps; nothing where it has none, or grows too large. */
    static Optional<ElementFormula> ofFunctions(ScalarExpression formula, int operands) {
        return has(formula, ElementSteps::isFunction)
                ? new ElementSteps(operands, false, Set.of()).formula(formula)
                : Optional.empty();
    }

    /** The formula with its functions and choices as steps; nothing where it has no choice, or grows too large. */
    static Optional<ElementFormula> ofChoices(ScalarExpression formula, int operands) {
        return has(formula, part -> isChoice(part) || part.isCondition())
                ? opened(formula).flatMap(opened -> new ElementSteps(operands, true, shared(opened)).formula(opened))
                : Optional.empty();
    }

    private Optional<ElementFormula> formula(ScalarExpression formula) {
        ScalarExpression rest = number(formula);
        return isTooLarge ? Optional.empty() : Optional.of(new ElementFormula(operands, steps, rest));
    }

    /** Parts that several steps need, which are written apart from each other: but for those that cost as good as nothing. */
    private static Set<ScalarExpression> shared(ScalarExpression formula) {
        Set<ScalarExpression> arguments = new HashSet<>();
        addArguments(formula, arguments);
        Set<ScalarExpression> shared = new HashSet<>(CommonParts.of(formula));
        shared.removeIf(part -> part.isCheap() && !arguments.contains(part));
        return shared;
    }

    /** Adds what functions and choices need a block of. */
    private static void addArguments(ScalarExpression formula, Set<ScalarExpression> arguments) {
        if (isStep(formula)) {
            arguments.addAll(formula.children());
        }
        formula.children().forEach(child -> addArguments(child, arguments));
    }

    private static boolean has(ScalarExpression formula, Predicate<ScalarExpression> part) {
        return part.test(formula)
                || (formula instanceof Invoke invoke && has(invoke.function().body(), part))
                || formula.children().stream().anyMatch(child -> has(child, part));
    }

    private static boolean isStep(ScalarExpression formula) {
        return isFunction(formula) || isChoice(formula) || formula.isCondition();
    }

    private static boolean isFunction(ScalarExpression formula) {
        return formula instanceof Apply apply && PrimitiveCalls.isOfElements(apply.primitive());
    }

    private static boolean isChoice(ScalarExpression formula) {
        return formula instanceof Apply apply && apply.primitive() == Primitive.CHOOSE;
    }

    /** The formula without calls of functions that have steps; nothing if one grows too large. */
    private static Optional<ScalarExpression> opened(ScalarExpression formula) {
        List<ScalarExpression> children = new ArrayList<>();
        for (ScalarExpression child : formula.children()) {
            Optional<ScalarExpression> opened = opened(child);
            if (opened.isEmpty()) {
                return opened;
            }
            children.add(opened.get());
        }
        if (formula instanceof Invoke invoke && has(invoke.function().body(), ElementSteps::isStep)) {
            ScalarExpression body = invoke.function().body().substitute(children);
            return body.isLargerThan(LARGEST) ? Optional.empty() : opened(body);
        }
        return Optional.of(formula.withChildren(children));
    }

    /** What remains of a formula where a number is needed: a truth is 1 and a falsehood 0. */
    private ScalarExpression number(ScalarExpression formula) {
        if (formula instanceof Invoke invoke) {
            List<ScalarExpression> arguments =
                    invoke.arguments().stream().map(this::number).toList();
            return has(invoke.function().body(), ElementSteps::isFunction)
                    ? body(invoke, arguments)
                    : rest(formula, arguments);
        }
        if (!(formula instanceof Apply apply)) {
            return formula;
        }
        if (takesChoices && formula.isCondition()) {
            return choice(formula, ONE, ZERO);
        }
        if (takesChoices && isChoice(formula)) {
            ScalarExpression whenTrue = number(apply.arguments().get(1));
            ScalarExpression otherwise = number(apply.arguments().get(2));
            return choice(apply.arguments().get(0), whenTrue, otherwise);
        }
        List<ScalarExpression> arguments =
                apply.arguments().stream().map(this::number).toList();
        if (isFunction(formula)) {
            return result(new Step(apply.primitive().functionName(), arguments));
        }
        return rest(formula, arguments);
    }

    private ScalarExpression rest(ScalarExpression formula, List<ScalarExpression> children) {
        ScalarExpression rest = formula.withChildren(children);
        return shared.contains(formula) ? result(new Step(null, List.of(rest))) : rest;
    }

    private ScalarExpression body(Invoke invoke, List<ScalarExpression> arguments) {
        ScalarExpression body = invoke.function().body().substitute(arguments);
        if (isTooLarge || body.isLargerThan(LARGEST)) {
            isTooLarge = true;
            return body;
        }
        return number(body);
    }

    /** Chooses between numbers from which all steps are taken. */
    private ScalarExpression choice(ScalarExpression condition, ScalarExpression whenTrue, ScalarExpression otherwise) {
        if (!condition.isCondition()) {
            return choice("chooseEqual", number(condition), ZERO, otherwise, whenTrue);
        }
        List<ScalarExpression> arguments = condition.children();
        return switch (((Apply) condition).primitive()) {
            case NOT -> choice(arguments.get(0), otherwise, whenTrue);
            case AND -> {
                ScalarExpression last = part(otherwise);
                yield choice(arguments.get(0), choice(arguments.get(1), whenTrue, last), last);
            }
            case OR -> {
                ScalarExpression first = part(whenTrue);
                yield choice(arguments.get(0), first, choice(arguments.get(1), first, otherwise));
            }
            default ->
                comparison((Apply) condition, number(arguments.get(0)), number(arguments.get(1)), whenTrue, otherwise);
        };
    }

    private ScalarExpression comparison(
            Apply comparison,
            ScalarExpression left,
            ScalarExpression right,
            ScalarExpression whenTrue,
            ScalarExpression otherwise) {
        return switch (comparison.primitive()) {
            case GREATER -> choice("chooseGreater", left, right, whenTrue, otherwise);
            case GREATER_OR_EQUAL -> choice("chooseGreaterOrEqual", left, right, whenTrue, otherwise);
            case LESS -> choice("chooseGreater", right, left, whenTrue, otherwise);
            case LESS_OR_EQUAL -> choice("chooseGreaterOrEqual", right, left, whenTrue, otherwise);
            case EQUAL -> choice("chooseEqual", left, right, whenTrue, otherwise);
            case NOT_EQUAL -> choice("chooseEqual", left, right, otherwise, whenTrue);
            default -> throw new IllegalStateException(comparison.primitive() + " is no comparison");
        };
    }

    private ScalarExpression choice(
            String kernel,
            ScalarExpression left,
            ScalarExpression right,
            ScalarExpression whenTrue,
            ScalarExpression otherwise) {
        return result(new Step(kernel, List.of(left, right, whenTrue, otherwise)));
    }

    /** A number that two steps need. */
    private ScalarExpression part(ScalarExpression number) {
        return number.children().isEmpty() ? number : result(new Step(null, List.of(number)));
    }

    private ScalarExpression result(Step step) {
        if (!steps.contains(step)) {
            steps.add(step);
        }
        return new Operand(operands + steps.indexOf(step));
    }
}
