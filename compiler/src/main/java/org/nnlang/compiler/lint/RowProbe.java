package org.nnlang.compiler.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nnlang.compiler.graph.Decimals;
import org.nnlang.compiler.model.PureFunction;

/**
 * A function of rows and its derivatives, tried at telling rows: probabilities, one-hot rows, logits near and far, zeros.
 *
 * <p>As for numbers, what is not defined for some rows is meant so, unless the rows beside one are good.
 */
final class RowProbe {
    private static final double[][] ROWS = {
        {0.1, 0.2, 0.3, 0.4},
        {0, 1, 0, 0},
        {-1, 0.5, 2, -3},
        {0, 0, 0, 0},
        {1, 1, 1, 1},
        {20, -20, 5, -5},
        {100, 0, -100, 50}
    };
    /** So many of the first ones are what every argument is tried with. */
    private static final int USUAL = 3;

    private static final double[][] NUMBERS = {{1}, {0}, {0.5}, {3}, {-1}};
    private static final double[] STEPS = {1e-4, 1e-6, 1e-8};
    /** No two elements move equally, so that a row of equal ones does not stay one. */
    private static final double UNEVENNESS = 0.1;

    private static final double MUCH_LESS = 1e-3;
    private static final int NONE = -1;
    /** The elements by which derivatives are taken. */
    private static final int MOVING = 2;

    private final PureFunction function;
    private final List<String> names;

    RowProbe(PureFunction function, List<String> names) {
        this.function = function;
        this.names = names;
    }

    /** What is wrong with its values. */
    Optional<Finding> ofValues() {
        for (double[][] place : places()) {
            double[] found = compute(place, NONE, true).values();
            if (allFinite(found)) {
                continue;
            }
            double[] exact = compute(place, NONE, false).values();
            for (int i = 0; i < exact.length; i++) {
                if (Finding.fitsFloat(exact[i]) && !Double.isFinite(found[i])) {
                    return finding(Finding.Kind.VALUE_LOST, place, found[i], exact[i]);
                }
                if (Double.isNaN(exact[i]) && converges(place, NONE, i)) {
                    double beside =
                            compute(moved(place, STEPS[1], NONE), NONE, false).values()[i];
                    return finding(Finding.Kind.VALUE_UNDEFINED, place, exact[i], beside);
                }
            }
        }
        return Optional.empty();
    }

    /** What is wrong with its derivatives. */
    Optional<Finding> ofDerivatives() {
        for (double[][] place : places()) {
            if (!allFinite(compute(place, NONE, true).values())) {
                continue;
            }
            for (int moving = 0; moving < MOVING * function.arguments().size(); moving++) {
                Optional<Finding> found = derivative(place, moving);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> derivative(double[][] place, int moving) {
        double[] found = compute(place, moving, true).slopes();
        if (allFinite(found)) {
            return Optional.empty();
        }
        double[] exact = compute(place, moving, false).slopes();
        for (int i = 0; i < exact.length; i++) {
            if (Finding.fitsFloat(exact[i]) && !Double.isFinite(found[i])) {
                return finding(Finding.Kind.DERIVATIVE_LOST, place, found[i], exact[i]);
            }
            boolean inside = !Double.isFinite(exact[i])
                    && allFinite(
                            compute(moved(place, STEPS[1], NONE), NONE, false).values())
                    && allFinite(
                            compute(moved(place, -STEPS[1], NONE), NONE, false).values());
            if (inside || (Double.isNaN(exact[i]) && converges(place, moving, i))) {
                return finding(Finding.Kind.DERIVATIVE_UNDEFINED, place, exact[i], Double.NaN);
            }
        }
        return Optional.empty();
    }

    /** The likeliest arguments, of which one at a time takes every row or number; then each row for all arguments at once. */
    private List<double[][]> places() {
        List<double[][]> places = new ArrayList<>();
        int arguments = function.arguments().size();
        for (int usual = 0; usual < USUAL; usual++) {
            for (int varied = 0; varied < arguments; varied++) {
                for (int other = 0; other < samples(varied).length; other++) {
                    double[][] place = place(usual);
                    place[varied] = samples(varied)[other];
                    places.add(place);
                }
            }
        }
        for (int usual = USUAL; usual < ROWS.length; usual++) {
            places.add(place(usual));
        }
        return places;
    }

    private double[][] place(int sample) {
        double[][] place = new double[function.arguments().size()][];
        for (int i = 0; i < place.length; i++) {
            place[i] = samples(i)[sample % samples(i).length];
        }
        return place;
    }

    private double[][] samples(int argument) {
        return function.arguments().get(argument).rank() == 0 ? NUMBERS : ROWS;
    }

    /**
     * The function at one place.
     *
     * @param moving what the derivative is by, counted over the first elements of all arguments; {@link #NONE} for nothing
     */
    private Dual compute(double[][] place, int moving, boolean rounded) {
        List<Dual> arguments = new ArrayList<>();
        for (int i = 0; i < place.length; i++) {
            Dual argument = Dual.constant(place[i].clone());
            int element = moving - i * MOVING;
            if (moving >= 0 && element >= 0 && element < Math.min(MOVING, argument.length())) {
                argument.slopes()[element] = 1;
                argument.moves()[element] = true;
            }
            if (rounded) {
                argument.round();
            }
            arguments.add(argument);
        }
        return RowFormula.compute(function, arguments, rounded);
    }

    /** Whether it converges on the way back to a place, also where one argument is there long before the others. */
    private boolean converges(double[][] place, int moving, int element) {
        double far = beside(place, STEPS[0], NONE, moving, element);
        boolean converges = Finding.converges(
                far, beside(place, STEPS[1], NONE, moving, element), beside(place, STEPS[2], NONE, moving, element));
        for (int first = 0; first < place.length && place.length > 1 && converges; first++) {
            double nearest = beside(place, STEPS[2], first, moving, element);
            converges = Finding.converges(far, nearest, nearest);
        }
        return converges;
    }

    private double beside(double[][] place, double step, int first, int moving, int element) {
        Dual result = compute(moved(place, step, first), moving, false);
        return (moving == NONE ? result.values() : result.slopes())[element];
    }

    /**
     * A place beside one.
     *
     * @param first the argument that moves much less; {@link #NONE} for none
     */
    private static double[][] moved(double[][] place, double by, int first) {
        double[][] moved = new double[place.length][];
        for (int i = 0; i < place.length; i++) {
            moved[i] = place[i].clone();
            for (int j = 0; j < moved[i].length; j++) {
                moved[i][j] += by * (i == first ? MUCH_LESS : 1) * (1 + UNEVENNESS * (i + j));
            }
        }
        return moved;
    }

    private static boolean allFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    private Optional<Finding> finding(Finding.Kind kind, double[][] place, double found, double expected) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < place.length; i++) {
            String numbers =
                    Arrays.stream(place[i]).mapToObj(Decimals::shortest).collect(Collectors.joining(", "));
            boolean row = function.arguments().get(i).rank() > 0;
            arguments.add(names.get(i) + " = " + (row ? "[" + numbers + "]" : numbers));
        }
        return Optional.of(new Finding(kind, String.join(", ", arguments), found, expected));
    }
}
