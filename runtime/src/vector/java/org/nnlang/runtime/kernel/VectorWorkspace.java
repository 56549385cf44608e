package org.nnlang.runtime.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The scratch memory of vector kernels, which grows to what the calls need: there may be thousands of sessions. */
final class VectorWorkspace extends Workspace {
    /** Rows of an output gradient that are packed at a time. */
    static final int PACKED_ROWS = 128;

    /** What changes no bit of a number that it is added to; never written. */
    static final float[] NO_BIAS = noBias();

    final VectorTile tile = new VectorTile();

    /** A panel's columns of an output gradient, row by row; empty where nothing is trained. */
    final float[] packed;

    private final float[] bias;
    private float[] ends = {};

    VectorWorkspace(int maximumUnits, int packedRows) {
        super(new VectorFunctions());
        this.bias = new float[maximumUnits + VectorWeights.PANEL];
        this.packed = new float[packedRows * VectorWeights.PANEL];
    }

    /** Room for the results of a panel that reaches beyond the units. */
    float[] ends(int elements) {
        if (elements > ends.length) {
            ends = new float[elements];
        }
        return ends;
    }

    private static float[] noBias() {
        float[] values = new float[VectorWeights.PANEL];
        Arrays.fill(values, -0f);
        return values;
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
