package org.nnlang.compiler.graph;

import static org.nnlang.compiler.graph.ScalarExpression.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;
import org.nnlang.compiler.model.Primitive;

/**
 * Choices whose sides do the same with something else, such as {@code if x > 0 then x / (1 + x) else x / (1 - x)}: to choose
 * first, as in {@code x / (if x > 0 then 1 + x else 1 - x)}, gives the same bits, and what both sides do is done once.
 */
final class CommonChoice {
    private CommonChoice() {}

    /** What both sides do, of a choice; nothing where they do something else, or with more than one thing that differs. */
    static Optional<ScalarExpression> of(
            ScalarExpression condition, ScalarExpression whenTrue, ScalarExpression whenFalse) {
        if (isSum(whenTrue) && isSum(whenFalse)) {
            return ofSums(condition, (Apply) whenTrue, (Apply) whenFalse);
        }
        return isSame(whenTrue, whenFalse)
                ? ofParts(condition, whenTrue, whenTrue.children(), whenFalse.children())
                : Optional.empty();
    }

    private static boolean isSum(ScalarExpression side) {
        return side instanceof Apply apply
                && (apply.primitive() == Primitive.ADD || apply.primitive() == Primitive.SUBTRACT);
    }

    private static boolean isSame(ScalarExpression one, ScalarExpression other) {
        if (one instanceof Invoke first && other instanceof Invoke second) {
            return first.function().equals(second.function());
        }
        return one instanceof Apply first
                && other instanceof Apply second
                && first.primitive() == second.primitive()
                && first.primitive() != Primitive.CHOOSE
                && !first.isCondition();
    }

    private static Optional<ScalarExpression> ofParts(
            ScalarExpression condition,
            ScalarExpression side,
            List<ScalarExpression> whenTrue,
            List<ScalarExpression> whenFalse) {
        List<ScalarExpression> parts = new ArrayList<>(whenTrue);
        int different = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (!whenTrue.get(i).equals(whenFalse.get(i))) {
                parts.set(i, apply(Primitive.CHOOSE, condition, whenTrue.get(i), whenFalse.get(i)));
                different++;
            }
        }
        return different == 1 ? Optional.of(side.withChildren(parts)) : Optional.empty();
    }

    /** A difference is the sum with the opposite. */
    private static Optional<ScalarExpression> ofSums(ScalarExpression condition, Apply whenTrue, Apply whenFalse) {
        return whenTrue.primitive() == whenFalse.primitive()
                ? ofParts(condition, whenTrue, whenTrue.arguments(), whenFalse.arguments())
                : ofParts(
                        condition,
                        apply(
                                Primitive.ADD,
                                whenTrue.arguments().get(0),
                                whenTrue.arguments().get(1)),
                        summands(whenTrue),
                        summands(whenFalse));
    }

    private static List<ScalarExpression> summands(Apply sum) {
        ScalarExpression second = sum.arguments().get(1);
        return sum.primitive() == Primitive.ADD
                ? sum.arguments()
                : List.of(sum.arguments().get(0), apply(Primitive.NEGATE, second));
    }

    /**
     * Whether a formula is {@code if x > 0 then x else -x} for some x, or another form of it: the magnitude of x, but that a zero
     * may have the other sign.
     */
    static Optional<ScalarExpression> magnitude(ScalarExpression formula) {
        if (!(formula instanceof Apply choice)
                || choice.primitive() != Primitive.CHOOSE
                || !(choice.arguments().get(0) instanceof Apply comparison)) {
            return Optional.empty();
        }
        ScalarExpression whenTrue = choice.arguments().get(1);
        ScalarExpression otherwise = choice.arguments().get(2);
        return switch (comparison.primitive()) {
            case GREATER, GREATER_OR_EQUAL -> magnitude(comparison, whenTrue, otherwise);
            case LESS, LESS_OR_EQUAL -> magnitude(comparison, otherwise, whenTrue);
            default -> Optional.empty();
        };
    }

    /** Of a choice of the one side where the first number is larger than the second, one of which has to be 0. */
    private static Optional<ScalarExpression> magnitude(
            Apply comparison, ScalarExpression whenLarger, ScalarExpression otherwise) {
        boolean isOfFirst = isZero(comparison.arguments().get(1));
        ScalarExpression x = comparison.arguments().get(isOfFirst ? 0 : 1);
        ScalarExpression positive = isOfFirst ? whenLarger : otherwise;
        ScalarExpression negative = isOfFirst ? otherwise : whenLarger;
        boolean isMagnitude = (isOfFirst || isZero(comparison.arguments().get(0)))
                && positive.equals(x)
                && negative.equals(apply(Primitive.NEGATE, x));
        return isMagnitude ? Optional.of(apply(Primitive.ABS, x)) : Optional.empty();
    }

    private static boolean isZero(ScalarExpression expression) {
        return expression instanceof Constant constant && constant.value() == 0;
    }
}
