package org.nnlang.runtime.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The scratch memory of vector kernels. */
final class VectorWorkspace extends Workspace {
    /** Rows of an output gradient that are packed at a time. */
    static final int PACKED_ROWS = 128;

    final VectorTile tile = new VectorTile();

    /** Results of a panel that reaches beyond the units. */
    final float[] ends = new float[VectorProduct.BLOCK_ROWS * VectorWeights.PANEL];

    /** What sums start with. */
    final float[] zeros = new float[VectorWeights.PANEL];

    /** What changes no bit of a number that it is added to. */
    final float[] noBias = new float[VectorWeights.PANEL];

    /** A panel's columns of an output gradient, row by row; empty where nothing is trained. */
    final float[] packed;

    private final float[] bias;

    VectorWorkspace(int maximumUnits, int packedRows) {
        super(new VectorFunctions());
        this.bias = new float[maximumUnits + VectorWeights.PANEL];
        this.packed = new float[packedRows * VectorWeights.PANEL];
        Arrays.fill(noBias, -0f);
    }

    /** The bias with room for whole vectors. */
    float[] bias(float @Nullable [] values, int units) {
        if (values == null) {
            Arrays.fill(bias, -0f);
        } else {
            System.arraycopy(values, 0, bias, 0, units);
        }
        return bias;
    }
}
