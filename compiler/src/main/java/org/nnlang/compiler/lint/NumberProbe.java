package org.nnlang.compiler.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nnlang.compiler.gradient.ScalarDerivatives;
import org.nnlang.compiler.graph.Decimals;
import org.nnlang.compiler.graph.Formula;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarFunction;
import org.nnlang.compiler.graph.ScalarSimplifier;
import org.nnlang.compiler.model.Primitive;

/**
 * A function of numbers and its derivatives, tried at numbers between -200 and 200.
 *
 * <p>One argument moves at a time; the others stand at a few numbers. What is not defined on a whole side, such as a logarithm,
 * and what grows without bound near a place, such as {@code 1 / x}, is meant so: only a single place between or beside good ones
 * tells of a mistake.
 */
final class NumberProbe {
    /** The sizes of the numbers that are tried, with both signs; the smallest first, since it makes the best example. */
    private static final double[] SIZES = {0, 1e-4, 1e-3, 1e-2, 0.1, 0.5, 1, 2, 3, 5, 10, 20, 30, 50, 100, 200};

    private static final double[] OTHERS = {0.5, -1, 3, 0, 20, -100};
    private static final double SLOPE_STEP = 1e-5;
    /** Slopes are looked at up to here: further away the rounding of the argument itself makes the difference. */
    private static final double SLOPE_RANGE = 3;

    private static final double[] STEPS = {1e-4, 1e-6, 1e-8};
    /** What the arguments that stand still are moved by where a single place is looked at. */
    private static final double SIDESTEP = 0.01;

    private final ScalarFunction function;
    private final Formula formula;
    private final List<Formula> derivatives = new ArrayList<>();

    NumberProbe(ScalarFunction function) {
        this.function = function;
        this.formula = new Formula(ScalarSimplifier.simplify(function.body()));
        for (int i = 0; i < function.parameters().size(); i++) {
            ScalarExpression derivative = ScalarDerivatives.of(function.body(), i);
            derivatives.add(new Formula(ScalarSimplifier.simplify(derivative)));
        }
    }

    /** What is wrong with its values. */
    Optional<Finding> ofValues() {
        return search(this::valueAt);
    }

    /** What is wrong with its derivatives: first one that is no number, then one that is no slope. */
    Optional<Finding> ofDerivatives() {
        Optional<Finding> found = search(this::derivativeAt);
        boolean follows = found.isEmpty() && !new Formula(function.body()).uses(Primitive.STOP_GRADIENT);
        return follows ? search(this::slopeAt) : found;
    }

    /** Looks at one place, where the argument with this index moves. */
    private interface Look {
        Optional<Finding> at(double[] place, int moving);
    }

    private Optional<Finding> search(Look look) {
        int parameters = function.parameters().size();
        double[] others = parameters == 1 ? new double[] {0} : OTHERS;
        for (double size : SIZES) {
            for (double other : others) {
                for (int moving = 0; moving < parameters; moving++) {
                    for (int sign = 1; sign >= (size == 0 ? 1 : -1); sign -= 2) {
                        double[] place = new double[parameters];
                        Arrays.fill(place, other);
                        place[moving] = sign * size;
                        Optional<Finding> found = look.at(place, moving);
                        if (found.isPresent()) {
                            return found;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> valueAt(double[] place, int moving) {
        double found = formula.inFloats(place);
        if (Double.isFinite(found)) {
            return Optional.empty();
        }
        double exact = formula.exact(place);
        if (Finding.fitsFloat(exact)) {
            return finding(Finding.Kind.VALUE_LOST, place, found, exact);
        }
        if (Double.isNaN(exact)) {
            for (int side = 1; side >= -1; side -= 2) {
                if (convergesFromAllDirections(place, side)) {
                    double beside = formula.exact(moved(place, moving, side * STEPS[1], SIDESTEP));
                    return finding(Finding.Kind.VALUE_UNDEFINED, place, exact, beside);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the value converges whichever argument moves: not so for {@code x / y} where both are 0. */
    private boolean convergesFromAllDirections(double[] place, int side) {
        return IntStream.range(0, place.length).allMatch(moving -> convergesBeside(formula, place, moving, side));
    }

    private Optional<Finding> derivativeAt(double[] place, int moving) {
        Formula derivative = derivatives.get(moving);
        double found = derivative.inFloats(place);
        if (Double.isFinite(found) || !Double.isFinite(formula.inFloats(place))) {
            return Optional.empty();
        }
        double exact = derivative.exact(place);
        if (Finding.fitsFloat(exact)) {
            return finding(Finding.Kind.DERIVATIVE_LOST, place, found, exact);
        }
        boolean left = Double.isFinite(formula.exact(moved(place, moving, -STEPS[1], 0)));
        boolean right = Double.isFinite(formula.exact(moved(place, moving, STEPS[1], 0)));
        boolean undefined = !Double.isFinite(exact)
                && ((left && right)
                        || (Double.isNaN(exact)
                                && ((left && convergesBeside(derivative, place, moving, -1))
                                        || (right && convergesBeside(derivative, place, moving, 1)))));
        return undefined ? finding(Finding.Kind.DERIVATIVE_UNDEFINED, place, exact, Double.NaN) : Optional.empty();
    }

    /**
     * The derivative against the difference of values on both sides. Where these two differ, there is a kink; where they depend on
     * the step, a jump. The other arguments stand a little aside of theirs, since formulas have kinks where two arguments are equal.
     */
    private Optional<Finding> slopeAt(double[] place, int moving) {
        if (Math.abs(place[moving]) > SLOPE_RANGE) {
            return Optional.empty();
        }
        double[] aside = aside(place, moving);
        double before = slope(aside, moving, -SLOPE_STEP, 0);
        double after = slope(aside, moving, 0, SLOPE_STEP);
        double nearer = slope(aside, moving, -SLOPE_STEP / 10, SLOPE_STEP / 10);
        double slope = (before + after) / 2;
        double tolerance = 0.02 * largestSlope(aside, moving);
        double smooth = tolerance / 4 + 1e-6;
        if (!(Math.abs(after - before) <= smooth && Math.abs(nearer - slope) <= smooth)) {
            return Optional.empty();
        }
        double found = derivatives.get(moving).inFloats(aside);
        return Math.abs(found - slope) > tolerance + 1e-3
                ? finding(Finding.Kind.DERIVATIVE_WRONG, aside, found, slope)
                : Optional.empty();
    }

    private double slope(double[] place, int moving, double from, double to) {
        double difference = formula.exact(moved(place, moving, to, 0)) - formula.exact(moved(place, moving, from, 0));
        return difference / ((to - from) * Math.max(1, Math.abs(place[moving])));
    }

    private static double[] aside(double[] place, int moving) {
        double[] aside = place.clone();
        for (int i = 0; i < aside.length; i++) {
            aside[i] += i == moving ? 0 : SIDESTEP * (i + 1);
        }
        return aside;
    }

    private double largestSlope(double[] place, int moving) {
        double[] moved = place.clone();
        double largest = 0;
        for (double size : SIZES) {
            for (int sign = -1; sign <= 1 && size <= SLOPE_RANGE; sign += 2) {
                moved[moving] = sign * size;
                double slope = Math.abs(derivatives.get(moving).exact(moved));
                largest = Double.isFinite(slope) ? Math.max(largest, slope) : largest;
            }
        }
        return largest;
    }

    private static boolean convergesBeside(Formula formula, double[] place, int moving, int side) {
        double[] values = new double[STEPS.length];
        for (int i = 0; i < STEPS.length; i++) {
            values[i] = formula.exact(moved(place, moving, side * STEPS[i], SIDESTEP));
        }
        return Finding.converges(values[0], values[1], values[2]);
    }

    private static double[] moved(double[] place, int moving, double by, double others) {
        double[] moved = place.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += i == moving ? by * Math.max(1, Math.abs(place[i])) : others;
        }
        return moved;
    }

    private Optional<Finding> finding(Finding.Kind kind, double[] place, double found, double expected) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < place.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(function.parameters().get(i))
                    .append(" = ")
                    .append(Decimals.shortest(place[i] + 0.0));
        }
        return Optional.of(new Finding(kind, text.toString(), found, expected));
    }
}
