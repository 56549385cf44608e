package org.nnlang.runtime.kernel;

/** Asks for the kernels twice, and prints which they are. */
final class ChosenKernels {
    private ChosenKernels() {}

    public static void main(String[] arguments) {
        System.out.println(Kernels.best().name());
        System.out.println(Kernels.best().name());
    }
}
