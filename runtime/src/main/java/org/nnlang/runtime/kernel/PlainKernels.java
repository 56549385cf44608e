package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/** Kernels in plain Java, written so that the just-in-time compiler makes vector instructions of them. */
final class PlainKernels implements DivisibleKernels {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public DenseWeights denseWeights(int units, int inputs) {
        return new PlainWeights(units, inputs);
    }

    @Override
    public Workspace workspace(int maximumUnits) {
        return new PlainWorkspace(maximumUnits);
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
        PlainWeights plain = (PlainWeights) weights;
        PlainWorkspace scratch = (PlainWorkspace) workspace;
        int units = plain.units();
        if (PlainNarrowProduct.isFaster(units, rows)) {
            scratch.narrowProduct().multiply(workspace, plain, bias, function, x, firstX, y, firstY, rows);
            return;
        }
        float[][] sums = scratch.rows(Math.min(PlainProduct.BLOCK_ROWS, rows));
        int tile = PlainProduct.tileRows(units);
        int left = rows;
        while (left > 0) {
            int count =
                    left > PlainProduct.BLOCK_ROWS ? PlainProduct.BLOCK_ROWS : PlainProduct.lastRows(left, tile, rows);
            int first = rows - Math.max(left, count);
            PlainProduct.multiply(plain, x, (firstX + first) * plain.inputs(), sums, count);
            for (int row = 0; row < count; row++) {
                if (bias != null) {
                    add(bias, sums[row]);
                }
                System.arraycopy(sums[row], 0, y, (firstY + first + row) * units, units);
            }
            if (function != null) {
                function.apply(workspace, y, (firstY + first) * units, count, units);
            }
            left -= count;
        }
    }

    private static void add(float[] bias, float[] sums) {
        for (int j = 0; j < bias.length; j++) {
            sums[j] += bias[j];
        }
    }

    @Override
    public Workspace trainingWorkspace(int maximumUnits, int maximumInputs) {
        PlainWorkspace workspace = new PlainWorkspace(Math.max(maximumUnits, maximumInputs));
        // At once, since a thread that helps may take its first part of a gradient after any number of steps.
        workspace.rows(PlainWeightGradient.BLOCK_ROWS);
        workspace.columns(Math.min(PlainWeightGradient.FEW_UNITS, maximumUnits));
        return workspace;
    }

    @Override
    public void transposeUnits(DenseWeights weights, DenseWeights transposed, int from, int to) {
        PlainTranspose.transpose(
                ((PlainWeights) weights).byInput(),
                weights.inputs(),
                weights.units(),
                ((PlainWeights) transposed).byInput());
    }

    @Override
    public int rowsAtATime(int units) {
        return PlainProduct.tileRows(units);
    }

    @Override
    public boolean divides(SharedCall.Kind kind, DenseWeights weights, int rows) {
        return switch (kind) {
            case ROWS -> true;
            // The loops over units begin at 0, and so do those over the inputs of a transposed gradient.
            case UNITS, FUNCTION_ROWS, TRANSPOSED_UNITS, GRADIENT_UNITS -> false;
            case INPUTS -> !PlainWeightGradient.transposes((PlainWeights) weights, rows);
        };
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
        throw new UnsupportedOperationException("plain kernels calculate all units of a row at once");
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
        if (kind != SharedCall.Kind.INPUTS) {
            throw new UnsupportedOperationException("plain kernels calculate the gradients of all units at once");
        }
        PlainWeightGradient.calculate(
                (PlainWorkspace) workspace, (PlainWeights) gradient, x, outputGradient, rows, adds, from, to);
    }
}
