package org.nnlang.runtime.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides once which kernels run. */
final class KernelChoice {
    static final String PROPERTY = "org.nnlang.kernels";

    private KernelChoice() {}

    static Kernels best() {
        return Holder.CHOSEN;
    }

    /** The kernels of a name; the best ones where there is no name. */
    static Kernels named(@Nullable String name) {
        if (name == null) {
            return VectorModule.kernels().map(KernelChoice::threaded).orElseGet(KernelChoice::plain);
        }
        Supplier<Kernels> kernels = switch (name) {
            case "vector" -> KernelChoice::vector;
            case "plain" -> KernelChoice::plain;
            case "simple" -> SimpleKernels::new;
            default ->
                throw new IllegalArgumentException("system property " + PROPERTY + "=" + name
                        + ": there are no such kernels; use vector, plain or simple, or leave the property out");
        };
        return kernels.get();
    }

    private static Kernels plain() {
        return threaded(new PlainKernels());
    }

    private static Kernels threaded(DivisibleKernels kernels) {
        return new ThreadedKernels(kernels, WorkerPool.SHARED);
    }

    private static Kernels vector() {
        return VectorModule.kernels()
                .map(KernelChoice::threaded)
                .orElseThrow(() -> new IllegalArgumentException("system property " + PROPERTY
                        + "=vector: this virtual machine runs without the Vector API; start it with "
                        + VectorModule.OPTION + ", or use plain"));
    }

    /** Read at the first use and not before, so that a program may still set the property. */
    private static final class Holder {
        static final Kernels CHOSEN = named(System.getProperty(PROPERTY));
    }
}
