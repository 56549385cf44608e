package org.nnlang.runtime.kernel;

/** One small prediction by adaptive kernels, a program of its own: which classes it loads is seen from outside. */
final class FirstCall {
    private FirstCall() {}

    public static void main(String[] arguments) {
        Kernels kernels = KernelChoice.named("adaptive");
        DenseWeights weights = kernels.denseWeights(2, 1);
        weights.write(new float[] {3, 5});
        Workspace workspace = kernels.workspace(2);
        float[] y = new float[2];
        kernels.dense(workspace, weights, null, null, new float[] {7}, y, 1);
        workspace.functions().exp(new float[20], 0, 20);
        System.out.println(kernels.rowsAtATime(2) > 0 ? "predicted " + y[0] + " " + y[1] : "no rows");
    }
}
