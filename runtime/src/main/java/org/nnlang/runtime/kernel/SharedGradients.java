package org.nnlang.runtime.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nnlang.runtime.kernel.WeightGradients.Products;

/**
 * Gradients of weights, cut into ranges, one a part; a large gradient has more parts than a small one.
 *
 * <p>The ranges are of units where there are enough, since kernels bring the output gradient into another order, which is then done
 * once for each of its units; else of inputs. It is made once a session and filled in for each call, so that calls allocate nothing.
 */
final class SharedGradients implements Parts {
    /** Ranges of inputs begin at multiples of this, which most tiles divide without a rest. */
    static final int INPUTS = 30;

    private final DivisibleKernels kernels;
    private final ThreadedWorkspace workspace;
    private final List<Cut> cuts = new ArrayList<>();
    private List<Products> gradients = List.of();

    /** Of each part, which gradient it is of. */
    private int[] gradientOf = {};

    SharedGradients(DivisibleKernels kernels, ThreadedWorkspace workspace) {
        this.kernels = kernels;
        this.workspace = workspace;
    }

    /** How one gradient is cut. */
    private static final class Cut {
        final EvenParts ranges = new EvenParts();
        SharedCall.Kind kind = SharedCall.Kind.INPUTS;
        int firstPart;
    }

    /**
     * Cuts all gradients.
     *
     * @param wanted about how many parts
     * @return how many parts there are: at least one a gradient
     */
    int cut(List<Products> all, int wanted) {
        gradients = all;
        long work = WeightGradients.work(all);
        int parts = 0;
        for (int i = 0; i < all.size(); i++) {
            if (i == cuts.size()) {
                cuts.add(new Cut());
            }
            Products products = all.get(i);
            int most = (int) Math.max(1, Math.round((double) wanted * products.work() / work));
            cuts.get(i).firstPart = parts;
            int count = cut(cuts.get(i), products, most);
            if (gradientOf.length < parts + count) {
                gradientOf = Arrays.copyOf(gradientOf, 2 * (parts + count));
            }
            Arrays.fill(gradientOf, parts, parts + count, i);
            parts += count;
        }
        return parts;
    }

    private int cut(Cut cut, Products products, int most) {
        DenseWeights gradient = products.gradient;
        boolean byUnits = most > 1;
        boolean byInputs = most > 1;
        for (Products each = products; each != null; each = each.next) {
            byUnits &= isCutByUnits(kernels, gradient, each.rows, most);
            byInputs &= kernels.divides(SharedCall.Kind.INPUTS, gradient, each.rows);
        }
        cut.kind = byUnits ? SharedCall.Kind.GRADIENT_UNITS : SharedCall.Kind.INPUTS;
        return byUnits
                ? cut.ranges.cut(gradient.units(), ThreadedKernels.UNITS, partsOfUnits(gradient, most))
                : cut.ranges.cut(gradient.inputs(), INPUTS, byInputs ? most : 1);
    }

    /** Whether a gradient of so many parts is cut into ranges of units. */
    static boolean isCutByUnits(DivisibleKernels kernels, DenseWeights gradient, int rows, int parts) {
        return EvenParts.units(gradient.units(), ThreadedKernels.UNITS) >= parts
                && kernels.divides(SharedCall.Kind.GRADIENT_UNITS, gradient, rows);
    }

    /** How many ranges of units, where about so many are wanted: rather more than some that are twice as long as others. */
    static int partsOfUnits(DenseWeights gradient, int wanted) {
        int units = EvenParts.units(gradient.units(), ThreadedKernels.UNITS);
        return units < 2 * wanted ? units : wanted;
    }

    @Override
    public void calculate(int part, int thread) {
        int number = gradientOf[part];
        Cut cut = cuts.get(number);
        int from = cut.ranges.begin(part - cut.firstPart);
        int to = cut.ranges.begin(part - cut.firstPart + 1);
        calculate(kernels, workspace.ofThread(thread), gradients.get(number), cut.kind, from, to);
    }

    /** Calculates a part of a gradient: of the inputs or of the units, from {@code from} up to {@code to}. */
    static void calculate(
            DivisibleKernels kernels, Workspace scratch, Products products, SharedCall.Kind kind, int from, int to) {
        for (Products each = products; each != null; each = each.next) {
            kernels.gradientPart(
                    scratch, each.gradient, each.x, each.outputGradient, each.rows, each.adds, kind, from, to);
        }
    }

    /** Lets go of what the call was about. */
    void clear() {
        gradients = List.of();
    }
}
