package org.nnlang.samples.benchmarks;

import org.nnlang.runtime.kernel.Kernels;

/** Which kernels a virtual machine measures: chosen once, before anything uses them. */
final class KernelSet {
    private static final String PROPERTY = "org.nnlang.kernels";

    private KernelSet() {}

    /** @throws IllegalStateException if others were chosen before */
    static Kernels use(String name) {
        System.setProperty(PROPERTY, name);
        Kernels kernels = Kernels.best();
        if (!kernels.name().equals(name)) {
            throw new IllegalStateException("asked for the kernels " + name + ", measured would be " + kernels.name()
                    + ": measure each in a virtual machine of its own");
        }
        return kernels;
    }
}
