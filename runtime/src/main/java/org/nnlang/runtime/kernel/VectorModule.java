package org.nnlang.runtime.kernel;

import java.util.Optional;

/**
 * Where the Vector API is: a module of the JDK that only some programs resolve, with
 * {@code --add-modules jdk.incubator.vector}.
 *
 * <p>The kernels that use it are compiled apart, since nothing else may depend on an incubator. Their class is looked up by
 * name for that reason, here and nowhere else.
 */
final class VectorModule {
    static final String OPTION = "--add-modules jdk.incubator.vector";

    /** The system property that asks for shorter vectors than the machine has. */
    static final String BITS = "org.nnlang.vectorBits";

    private static final String NAME = "jdk.incubator.vector";
    private static final String KERNELS = "org.nnlang.runtime.kernel.VectorKernels";

    private VectorModule() {}

    /**
     * The bits of the longest vectors that are wanted.
     *
     * @throws IllegalArgumentException if the system property asks for others than there are
     */
    static int mostBits() {
        String bits = System.getProperty(BITS, "512");
        return switch (bits) {
            case "512", "256", "128" -> Integer.parseInt(bits);
            default ->
                throw new IllegalArgumentException(
                        "system property " + BITS + "=" + bits + ": vectors have 512, 256 or 128 bits");
        };
    }

    /** The kernels that use it; none where this virtual machine runs without it. */
    static Optional<DivisibleKernels> kernels() {
        Optional<Module> module = ModuleLayer.boot().findModule(NAME);
        if (module.isEmpty()) {
            return Optional.empty();
        }
        // Before the class that depends on it is initialized.
        mostBits();
        VectorModule.class.getModule().addReads(module.get());
        try {
            return Optional.of(Class.forName(KERNELS)
                    .asSubclass(DivisibleKernels.class)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(KERNELS + " belongs into the same jar as " + VectorModule.class, e);
        }
    }
}
