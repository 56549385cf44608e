package org.nnlang.runtime.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nnlang.runtime.kernel.WeightGradients.Products;

/**
 * Gradients of weights, cut into ranges of inputs, one a part; a large gradient has more parts than a small one.
 *
 * <p>It is made once a session and filled in for each call, so that calls allocate nothing.
 */
final class SharedGradients implements Parts {
    private final DivisibleKernels kernels;
    private final ThreadedWorkspace workspace;
    private final List<EvenParts> ranges = new ArrayList<>();
    private List<Products> gradients = List.of();
    /** Of each part, which gradient it is of. */
    private int[] gradientOf = {};
    /** Of each gradient, its first part. */
    private int[] firstPart = {};

    SharedGradients(DivisibleKernels kernels, ThreadedWorkspace workspace) {
        this.kernels = kernels;
        this.workspace = workspace;
    }

    /**
     * Cuts all gradients.
     *
     * @param unit ranges of inputs begin at multiples of it
     * @param wanted about how many parts
     * @return how many parts there are: at least one a gradient
     */
    int cut(List<Products> all, int unit, int wanted) {
        gradients = all;
        long work = WeightGradients.work(all);
        if (firstPart.length < all.size()) {
            firstPart = new int[all.size()];
        }
        int parts = 0;
        for (int i = 0; i < all.size(); i++) {
            if (i == ranges.size()) {
                ranges.add(new EvenParts());
            }
            Products products = all.get(i);
            DenseWeights gradient = products.gradient;
            int most = divides(products) ? (int) Math.max(1, Math.round((double) wanted * products.work() / work)) : 1;
            int count = ranges.get(i).cut(gradient.inputs(), unit, most);
            firstPart[i] = parts;
            if (gradientOf.length < parts + count) {
                gradientOf = Arrays.copyOf(gradientOf, 2 * (parts + count));
            }
            Arrays.fill(gradientOf, parts, parts + count, i);
            parts += count;
        }
        return parts;
    }

    private boolean divides(Products products) {
        for (Products each = products; each != null; each = each.next) {
            if (!kernels.divides(SharedCall.Kind.INPUTS, each.gradient, each.rows)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void calculate(int part, int thread) {
        int number = gradientOf[part];
        EvenParts range = ranges.get(number);
        int from = range.begin(part - firstPart[number]);
        int to = range.begin(part - firstPart[number] + 1);
        calculate(kernels, workspace.ofThread(thread), gradients.get(number), from, to);
    }

    /** Calculates the gradients by the inputs from {@code from} up to {@code to}. */
    static void calculate(DivisibleKernels kernels, Workspace scratch, Products products, int from, int to) {
        for (Products each = products; each != null; each = each.next) {
            kernels.gradientOfInputs(
                    scratch, each.gradient, each.x, each.outputGradient, each.rows, each.adds, from, to);
        }
    }

    /** Lets go of what the call was about. */
    void clear() {
        gradients = List.of();
    }
}
