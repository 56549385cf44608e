package org.nnlang.runtime.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides once which kernels run. */
final class KernelChoice {
    static final String PROPERTY = "org.nnlang.kernels";

    /** Null until the first use and not before, so that a program may still set the property. */
    private static volatile @Nullable Kernels chosen;

    private KernelChoice() {}

    // Not in the initializer of a class, which would hide what is wrong with a property behind an error of linking.
    static Kernels best() {
        Kernels known = chosen;
        return known == null ? choose() : known;
    }

    private static synchronized Kernels choose() {
        Kernels known = chosen;
        if (known == null) {
            known = named(System.getProperty(PROPERTY));
            chosen = known;
        }
        return known;
    }

    /** The kernels of a name; the best ones where there is no name. */
    static Kernels named(@Nullable String name) {
        if (name == null) {
            return VectorModule.kernels().isPresent() ? adaptive() : plain();
        }
        Supplier<Kernels> kernels = switch (name) {
            case "adaptive" -> KernelChoice::adaptive;
            case "vector" -> KernelChoice::vector;
            case "plain" -> KernelChoice::plain;
            case "simple" -> SimpleKernels::new;
            default ->
                throw new IllegalArgumentException(
                        "system property " + PROPERTY + "=" + name
                                + ": there are no such kernels; use adaptive, vector, plain or simple, or leave the property out");
        };
        return kernels.get();
    }

    private static Kernels plain() {
        return threaded(new PlainKernels());
    }

    private static Kernels threaded(DivisibleKernels kernels) {
        return new ThreadedKernels(kernels, WorkerPool.SHARED);
    }

    private static Kernels adaptive() {
        return threaded(new AdaptiveKernels(new PlainKernels(), vectorKernels("adaptive")));
    }

    private static Kernels vector() {
        return threaded(vectorKernels("vector"));
    }

    private static DivisibleKernels vectorKernels(String name) {
        return VectorModule.kernels()
                .orElseThrow(() -> new IllegalArgumentException("system property " + PROPERTY + "=" + name
                        + ": this virtual machine runs without the Vector API; start it with "
                        + VectorModule.OPTION + ", or use plain"));
    }
}
