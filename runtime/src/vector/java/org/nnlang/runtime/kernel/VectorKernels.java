package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/** Kernels by the Vector API, for virtual machines that run with {@code --add-modules jdk.incubator.vector}. */
final class VectorKernels implements DivisibleKernels {
    @Override
    public String name() {
        return "vector";
    }

    @Override
    public DenseWeights denseWeights(int units, int inputs) {
        return new VectorWeights(units, inputs);
    }

    @Override
    public Workspace workspace(int maximumUnits) {
        return new VectorWorkspace(maximumUnits, 0);
    }

    @Override
    public Workspace trainingWorkspace(int maximumUnits, int maximumInputs) {
        return new VectorWorkspace(Math.max(maximumUnits, maximumInputs), VectorWorkspace.PACKED_ROWS);
    }

    @Override
    public int rowsAtATime(int units) {
        return VectorPanel.sumsAtATime(units);
    }

    @Override
    public boolean dividesUnits() {
        return true;
    }

    @Override
    public boolean divides(SharedCall.Kind kind, DenseWeights weights, int rows) {
        return true;
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
        VectorWorkspace scratch = (VectorWorkspace) workspace;
        VectorWeights panels = (VectorWeights) weights;
        int units = panels.units();
        float[] wholeBias = scratch.bias(bias, units);
        int block = VectorProduct.blockRows(panels.inputs());
        for (int row = 0; row < rows; row += block) {
            int count = Math.min(block, rows - row);
            VectorProduct.multiply(scratch, panels, wholeBias, x, firstX + row, y, firstY + row, count, 0, units);
            if (function != null) {
                function.apply(workspace, y, (firstY + row) * units, count, units);
            }
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
        VectorWorkspace scratch = (VectorWorkspace) workspace;
        VectorWeights panels = (VectorWeights) weights;
        float[] wholeBias = scratch.bias(bias, panels.units());
        int block = VectorProduct.blockRows(panels.inputs());
        for (int row = 0; row < rows; row += block) {
            int count = Math.min(block, rows - row);
            VectorProduct.multiply(scratch, panels, wholeBias, x, firstX + row, y, firstY + row, count, from, to);
        }
    }

    @Override
    public void transposeUnits(DenseWeights weights, DenseWeights transposed, int from, int to) {
        VectorTranspose.transpose((VectorWeights) weights, (VectorWeights) transposed, from, to);
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
        boolean byUnits = kind == SharedCall.Kind.GRADIENT_UNITS;
        VectorWeightGradient.calculate(
                (VectorWorkspace) workspace,
                (VectorWeights) gradient,
                x,
                outputGradient,
                rows,
                adds,
                byUnits ? 0 : from,
                byUnits ? gradient.inputs() : to,
                byUnits ? from : 0,
                byUnits ? to : gradient.units());
    }
}
