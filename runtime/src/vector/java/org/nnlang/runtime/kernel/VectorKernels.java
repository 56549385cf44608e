package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/** Kernels by the Vector API, for virtual machines that run with {@code --add-modules jdk.incubator.vector}. */
final class VectorKernels implements Kernels {
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
    public void dense(
            Workspace workspace,
            DenseWeights weights,
            float @Nullable [] bias,
            @Nullable RowFunction function,
            float[] x,
            float[] y,
            int rows) {
        VectorWorkspace scratch = (VectorWorkspace) workspace;
        VectorWeights panels = (VectorWeights) weights;
        int units = panels.units();
        float[] wholeBias = scratch.bias(bias, units);
        int block = VectorProduct.blockRows(panels.inputs());
        for (int row = 0; row < rows; row += block) {
            int count = Math.min(block, rows - row);
            VectorProduct.multiply(scratch, panels, wholeBias, x, y, row, count);
            if (function != null) {
                function.apply(workspace, y, row * units, count, units);
            }
        }
    }

    @Override
    public void transpose(DenseWeights weights, DenseWeights transposed) {
        VectorTranspose.transpose((VectorWeights) weights, (VectorWeights) transposed);
    }

    @Override
    public void weightGradient(
            Workspace workspace, DenseWeights gradient, float[] x, float[] outputGradient, int rows) {
        VectorWeightGradient.add((VectorWorkspace) workspace, (VectorWeights) gradient, x, outputGradient, rows);
    }
}
