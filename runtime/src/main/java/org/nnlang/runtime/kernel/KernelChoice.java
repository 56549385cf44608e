package org.nnlang.runtime.kernel;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides once which kernels run. */
final class KernelChoice {
    static final String PROPERTY = "org.nnlang.kernels";

    /** The best first. */
    private static final List<Kernels> ALL = List.of(new PlainKernels(), new SimpleKernels());

    private KernelChoice() {}

    static Kernels best() {
        return Holder.CHOSEN;
    }

    /** The kernels of a name; the best ones where there is no name. */
    static Kernels named(@Nullable String name) {
        if (name == null) {
            return ALL.get(0);
        }
        for (Kernels kernels : ALL) {
            if (kernels.name().equals(name)) {
                return kernels;
            }
        }
        throw new IllegalArgumentException("system property " + PROPERTY + "=" + name
                + ": there are no such kernels; use "
                + ALL.stream().map(Kernels::name).collect(Collectors.joining(" or ")) + ", or leave the property out");
    }

    /** Read at the first use and not before, so that a program may still set the property. */
    private static final class Holder {
        static final Kernels CHOSEN = named(System.getProperty(PROPERTY));
    }
}
