package org.nnlang.runtime.kernel;

/**
 * One small call of everything, before anything is called often.
 *
 * <p>The Vector API looks each operation up in a table, and calls a function only where it is the first time. Compiled before all
 * operations were used, that look-up expects one such function, and is wrong four times. The just-in-time compiler of JDK 17
 * counts these failures once for every look-up that it inlines: where a loop of ours has 25 operations it comes to a hundred,
 * and then stops to trust in what types it has seen. Vectors become objects, and products take twice as long.
 */
final class FirstUse {
    /** Rows and inputs that fill a tile of any kernels, and one more. */
    static final int SUMS = 7;

    /** A whole panel, and the part of a next one that takes all operations: some vectors and a quarter of one. */
    private static final int UNITS = 100;

    /** A vector and one more. */
    private static final int ELEMENTS = 17;

    private FirstUse() {}

    /** Calls all kernels, and all functions of elements. */
    static void of(DivisibleKernels kernels) {
        Workspace workspace = kernels.trainingWorkspace(UNITS, SUMS);
        DenseWeights weights = kernels.denseWeights(UNITS, SUMS);
        float[] x = new float[SUMS * SUMS];
        float[] y = new float[SUMS * UNITS];
        kernels.dense(workspace, weights, null, null, x, y, SUMS);
        kernels.weightGradient(workspace, weights, x, y, SUMS);
        ElementFunctions functions = workspace.functions();
        float[] elements = new float[ELEMENTS];
        functions.exp(elements, 0, ELEMENTS);
        functions.expm1(elements, 0, ELEMENTS);
        functions.log(elements, 0, ELEMENTS);
        functions.log1p(elements, 0, ELEMENTS);
        functions.sigmoid(elements, 0, ELEMENTS);
        functions.tanh(elements, 0, ELEMENTS);
        functions.softplus(elements, 0, ELEMENTS);
        functions.erf(elements, 0, ELEMENTS);
        functions.erfc(elements, 0, ELEMENTS);
    }
}
