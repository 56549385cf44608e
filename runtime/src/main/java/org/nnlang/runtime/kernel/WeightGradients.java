package org.nnlang.runtime.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gradients of the weights of layers in one step of training.
 *
 * <p>They are noted down first and calculated together, so that threads are handed work once for all layers.
 */
public final class WeightGradients {
    private final Kernels kernels;
    private final Workspace workspace;
    private final List<Products> notes = new ArrayList<>();
    private final List<Products> gradients = new ArrayList<>();
    private int noted;

    /** None yet. */
    public WeightGradients(Kernels kernels, Workspace workspace) {
        this.kernels = kernels;
        this.workspace = workspace;
    }

    /** Products that a gradient is the sum of, and those that are added to it then; filled in again at the next step. */
    static final class Products {
        private static final float[] NONE = {};

        final DenseWeights gradient;
        float[] x = NONE;
        float[] outputGradient = NONE;
        int rows;
        boolean adds;

        @Nullable
        Products next;

        private Products(DenseWeights gradient) {
            this.gradient = gradient;
        }

        /** The multiply-adds. */
        long work() {
            long size = (long) gradient.units() * gradient.inputs();
            long work = 0;
            for (Products each = this; each != null; each = each.next) {
                work += size * each.rows;
            }
            return work;
        }
    }

    /** Notes {@link Kernels#weightGradient}: the gradient is replaced. */
    public void replace(DenseWeights gradient, float[] x, float[] outputGradient, int rows) {
        gradients.add(note(gradient, x, outputGradient, rows, false));
    }

    /** Notes {@link Kernels#addWeightGradient}. */
    public void add(DenseWeights gradient, float[] x, float[] outputGradient, int rows) {
        Products before = last(gradient);
        Products products = note(gradient, x, outputGradient, rows, true);
        if (before == null) {
            gradients.add(products);
        } else {
            before.next = products;
        }
    }

    private Products note(DenseWeights gradient, float[] x, float[] outputGradient, int rows, boolean adds) {
        if (noted == notes.size()) {
            notes.add(new Products(gradient));
        } else if (notes.get(noted).gradient != gradient) {
            notes.set(noted, new Products(gradient));
        }
        Products products = notes.get(noted++);
        products.x = x;
        products.outputGradient = outputGradient;
        products.rows = rows;
        products.adds = adds;
        products.next = null;
        return products;
    }

    /** The last products of a gradient that are noted, if there are any. */
    private @Nullable Products last(DenseWeights gradient) {
        for (int i = noted - 1; i >= 0; i--) {
            if (notes.get(i).gradient == gradient) {
                return notes.get(i);
            }
        }
        return null;
    }

    /** Calculates what was noted since the last call. */
    public void calculate() {
        try {
            kernels.weightGradients(workspace, this);
        } finally {
            forget();
        }
    }

    private void forget() {
        for (int i = 0; i < noted; i++) {
            notes.get(i).x = Products.NONE;
            notes.get(i).outputGradient = Products.NONE;
        }
        gradients.clear();
        noted = 0;
    }

    /** The multiply-adds of gradients. */
    static long work(List<Products> gradients) {
        long work = 0;
        for (int i = 0; i < gradients.size(); i++) {
            work += gradients.get(i).work();
        }
        return work;
    }

    /** The first products of each gradient. */
    List<Products> gradients() {
        return gradients;
    }
}
