package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Kernels that start plain, and become the faster ones when a program has calculated for a while.
 *
 * <p>Code of the Vector API is a thousand times slower until the just-in-time compiler has made machine code of it, which takes
 * about a second. So a program that predicts once never touches it; where there is much to do, a thread of its own warms it up
 * meanwhile. Training takes the faster kernels at once. The bits are the same at every moment.
 */
final class AdaptiveKernels implements DivisibleKernels {
    private final DivisibleKernels start;
    private final DivisibleKernels fast;
    private final WarmUp warmUp;

    AdaptiveKernels(DivisibleKernels start, DivisibleKernels fast) {
        this.start = start;
        this.fast = fast;
        this.warmUp = new WarmUp(start, fast);
    }

    @Override
    public String name() {
        return "adaptive";
    }

    @Override
    public DenseWeights denseWeights(int units, int inputs) {
        return AdaptiveWeights.startingWith(start, fast, units, inputs);
    }

    @Override
    public Workspace workspace(int maximumUnits) {
        return new AdaptiveWorkspace(warmUp, start.workspace(maximumUnits), () -> fast.workspace(maximumUnits));
    }

    @Override
    public Workspace trainingWorkspace(int maximumUnits, int maximumInputs) {
        warmUp.beginTraining();
        return new AdaptiveWorkspace(
                warmUp,
                // Gradients are calculated by the faster kernels only.
                start.workspace(Math.max(maximumUnits, maximumInputs)),
                () -> fast.trainingWorkspace(maximumUnits, maximumInputs));
    }

    /** A weight as it is packed for this call: packed again, if it is the first that finds the faster kernels ready. */
    private AdaptiveWeights.Packed packed(DenseWeights weights) {
        AdaptiveWeights adaptive = (AdaptiveWeights) weights;
        if (!adaptive.isFast() && warmUp.areLayersFast()) {
            adaptive.fast();
        }
        return adaptive.packed();
    }

    @Override
    public int rowsAtATime(int units) {
        // Training uses the faster ones from its beginning; and a program that predicts once knows nothing of them.
        return (warmUp.hasBegun() ? fast : start).rowsAtATime(units);
    }

    /** Of those that training uses from its beginning. */
    @Override
    public boolean dividesUnits() {
        return fast.dividesUnits();
    }

    @Override
    public boolean divides(SharedCall.Kind kind, DenseWeights weights, int rows) {
        AdaptiveWeights.Packed packed = packed(weights);
        return (packed.isFast() ? fast : start).divides(kind, packed.weights(), rows);
    }

    @Override
    public void dense(
            Workspace workspace,
            DenseWeights weights,
            float @Nullable [] bias,
            @Nullable RowFunction function,
            float[] x,
            int firstX,
            float[] y,
            int firstY,
            int rows) {
        AdaptiveWorkspace both = (AdaptiveWorkspace) workspace;
        AdaptiveWeights.Packed packed = packed(weights);
        if (packed.isFast()) {
            fast.dense(both.fast(), packed.weights(), bias, function, x, firstX, y, firstY, rows);
        } else {
            start.dense(both.start, packed.weights(), bias, function, x, firstX, y, firstY, rows);
            both.worked(rows, weights);
        }
    }

    @Override
    public void denseUnits(
            Workspace workspace,
            DenseWeights weights,
            float @Nullable [] bias,
            float[] x,
            int firstX,
            float[] y,
            int firstY,
            int rows,
            int from,
            int to) {
        AdaptiveWorkspace both = (AdaptiveWorkspace) workspace;
        // Only the faster kernels divide units, and weights that are packed for them stay so.
        DenseWeights packed = ((AdaptiveWeights) weights).fast();
        fast.denseUnits(both.fast(), packed, bias, x, firstX, y, firstY, rows, from, to);
    }

    @Override
    public void transposeUnits(DenseWeights weights, DenseWeights transposed, int from, int to) {
        fast.transposeUnits(((AdaptiveWeights) weights).fast(), ((AdaptiveWeights) transposed).fast(), from, to);
    }

    @Override
    public void gradientPart(
            Workspace workspace,
            DenseWeights gradient,
            float[] x,
            float[] outputGradient,
            int rows,
            boolean adds,
            SharedCall.Kind kind,
            int from,
            int to) {
        AdaptiveWorkspace both = (AdaptiveWorkspace) workspace;
        DenseWeights packed = ((AdaptiveWeights) gradient).fast();
        fast.gradientPart(both.fast(), packed, x, outputGradient, rows, adds, kind, from, to);
    }
}
