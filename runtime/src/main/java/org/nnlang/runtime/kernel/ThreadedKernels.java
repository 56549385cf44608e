package org.nnlang.runtime.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kernels that share large calls between threads.
 *
 * <p>Many rows are cut by rows, few by units, the gradient of a weight by units or inputs: no chain of sums is ever cut, and so
 * the bits do not depend on the cuts. A part must be worth more than handing it over.
 */
final class ThreadedKernels implements Kernels {
    /** Weights of a part of a single row's product or of a transpose, which are bound by reading them. */
    private static final long PART_WEIGHTS = 100_000;

    /** Parts a thread of several gradients, whose parts are not of one length, where they are worth more multiply-adds than this. */
    private static final int FINE_PARTS = 4;

    private static final long FINE_WORTH = 1_000_000;

    /** Numbers of a part of a function of rows. */
    private static final long PART_NUMBERS = 8_192;

    /** Ranges of units begin at multiples of this, where panels do. */
    static final int UNITS = 64;

    /** Units a thread of several rows' product, so that no thread has twice as many as another. */
    private static final int LEAST_UNITS = 2 * UNITS;

    private final DivisibleKernels kernels;
    private final WorkerPool pool;

    ThreadedKernels(DivisibleKernels kernels, WorkerPool pool) {
        this.kernels = kernels;
        this.pool = pool;
    }

    @Override
    public String name() {
        return kernels.name();
    }

    @Override
    public DenseWeights denseWeights(int units, int inputs) {
        return kernels.denseWeights(units, inputs);
    }

    @Override
    public Workspace workspace(int maximumUnits) {
        return new ThreadedWorkspace(kernels, () -> kernels.workspace(maximumUnits));
    }

    @Override
    public Workspace trainingWorkspace(int maximumUnits, int maximumInputs) {
        return new ThreadedWorkspace(kernels, () -> kernels.trainingWorkspace(maximumUnits, maximumInputs));
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
        ThreadedWorkspace scratch = (ThreadedWorkspace) workspace;
        int threads = scratch.threads();
        long size = (long) weights.units() * weights.inputs();
        boolean byUnits = isSharedByUnits(weights, rows, threads);
        SharedCall.Kind kind = byUnits ? SharedCall.Kind.UNITS : SharedCall.Kind.ROWS;
        int parts = rows == 1 ? parts(threads, size, PART_WEIGHTS) : parts(threads, size * rows, EvenParts.WORTH);
        if (parts == 1 || !kernels.divides(kind, weights, rows)) {
            kernels.dense(scratch.ofThread(0), weights, bias, function, x, firstX, y, firstY, rows);
            return;
        }
        SharedCall call = scratch.call;
        call.kind = kind;
        call.weights = weights;
        call.bias = bias;
        call.function = byUnits ? null : function;
        call.x = x;
        call.firstX = firstX;
        call.y = y;
        call.firstY = firstY;
        call.rows = rows;
        if (!byUnits) {
            share(scratch, threads, rows, kernels.rowsAtATime(weights.units()), parts);
            return;
        }
        share(scratch, threads, weights.units(), UNITS, parts);
        if (function != null) {
            apply(scratch, threads, function, weights, y, firstY, rows);
        }
    }

    /**
     * Whether threads share a product by its units: a single row, and rows that are fewer than units, which are less to read than the
     * weights.
     */
    private boolean isSharedByUnits(DenseWeights weights, int rows, int threads) {
        return rows == 1
                || (threads > 1
                        && rows <= weights.units()
                        && weights.units() >= threads * LEAST_UNITS
                        && kernels.divides(SharedCall.Kind.UNITS, weights, rows));
    }

    /** The function of a product that was shared by its units: it takes whole rows. */
    private void apply(
            ThreadedWorkspace scratch,
            int threads,
            RowFunction function,
            DenseWeights weights,
            float[] y,
            int firstY,
            int rows) {
        int units = weights.units();
        int parts = parts(threads, (long) rows * units, PART_NUMBERS);
        if (parts == 1) {
            function.apply(scratch.ofThread(0), y, firstY * units, rows, units);
            return;
        }
        SharedCall call = scratch.call;
        call.kind = SharedCall.Kind.FUNCTION_ROWS;
        call.weights = weights;
        call.function = function;
        call.y = y;
        call.firstY = firstY;
        share(scratch, threads, rows, 1, parts);
    }

    @Override
    public boolean dividesUnits() {
        return kernels.dividesUnits();
    }

    @Override
    public int rowsAtATime(int units) {
        return kernels.rowsAtATime(units);
    }

    @Override
    public void transpose(Workspace workspace, DenseWeights weights, DenseWeights transposed) {
        ThreadedWorkspace scratch = (ThreadedWorkspace) workspace;
        int threads = scratch.threads();
        int parts = parts(threads, (long) weights.units() * weights.inputs(), PART_WEIGHTS);
        if (parts == 1 || !kernels.divides(SharedCall.Kind.TRANSPOSED_UNITS, weights, 0)) {
            kernels.transposeUnits(weights, transposed, 0, weights.units());
            return;
        }
        SharedCall call = scratch.call;
        call.kind = SharedCall.Kind.TRANSPOSED_UNITS;
        call.weights = weights;
        call.transposed = transposed;
        share(scratch, threads, weights.units(), UNITS, parts);
    }

    @Override
    public void weightGradient(
            Workspace workspace, DenseWeights gradient, float[] x, float[] outputGradient, int rows) {
        gradient(workspace, gradient, x, outputGradient, rows, false);
    }

    @Override
    public void addWeightGradient(
            Workspace workspace, DenseWeights gradient, float[] x, float[] outputGradient, int rows) {
        gradient(workspace, gradient, x, outputGradient, rows, true);
    }

    private void gradient(
            Workspace workspace, DenseWeights gradient, float[] x, float[] outputGradient, int rows, boolean adds) {
        ThreadedWorkspace scratch = (ThreadedWorkspace) workspace;
        int threads = scratch.threads();
        int parts = parts(threads, (long) gradient.units() * gradient.inputs() * rows, EvenParts.WORTH);
        boolean byUnits = SharedGradients.isCutByUnits(kernels, gradient, rows, parts);
        SharedCall.Kind kind = byUnits ? SharedCall.Kind.GRADIENT_UNITS : SharedCall.Kind.INPUTS;
        if (parts == 1 || !kernels.divides(kind, gradient, rows)) {
            kernels.gradientPart(
                    scratch.ofThread(0),
                    gradient,
                    x,
                    outputGradient,
                    rows,
                    adds,
                    SharedCall.Kind.INPUTS,
                    0,
                    gradient.inputs());
            return;
        }
        SharedCall call = scratch.call;
        call.kind = kind;
        call.weights = gradient;
        call.x = x;
        call.y = outputGradient;
        call.rows = rows;
        call.adds = adds;
        share(
                scratch,
                threads,
                byUnits ? gradient.units() : gradient.inputs(),
                byUnits ? UNITS : SharedGradients.INPUTS,
                byUnits ? SharedGradients.partsOfUnits(gradient, parts) : parts);
    }

    @Override
    public void weightGradients(Workspace workspace, WeightGradients noted) {
        ThreadedWorkspace scratch = (ThreadedWorkspace) workspace;
        int threads = scratch.threads();
        List<WeightGradients.Products> gradients = noted.gradients();
        long work = WeightGradients.work(gradients);
        int parts = parts(threads, work, EvenParts.WORTH);
        if (parts == 1) {
            for (int i = 0; i < gradients.size(); i++) {
                WeightGradients.Products products = gradients.get(i);
                int inputs = products.gradient.inputs();
                SharedGradients.calculate(kernels, scratch.ofThread(0), products, SharedCall.Kind.INPUTS, 0, inputs);
            }
            return;
        }
        SharedGradients shared = scratch.gradients;
        int fine = (int) Math.min((long) threads * FINE_PARTS, work / FINE_WORTH);
        int cut = shared.cut(gradients, Math.max(parts, fine));
        try {
            scratch.prepare(Math.min(cut, threads));
            pool.run(shared, cut, threads);
        } finally {
            shared.clear();
        }
    }

    private static int parts(int threads, long work, long partWork) {
        return threads == 1 ? 1 : (int) Math.max(1, Math.min((long) threads * EvenParts.A_THREAD, work / partWork));
    }

    private void share(ThreadedWorkspace workspace, int threads, int size, int unit, int most) {
        SharedCall call = workspace.call;
        int parts = call.ranges.cut(size, unit, most);
        try {
            workspace.prepare(Math.min(parts, threads));
            pool.run(call, parts, threads);
        } finally {
            call.clear();
        }
    }
}
