package org.nnlang.runtime.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The scratch memory of both kernels, of which one or the other calculates: that of the faster ones is made when they first do. */
final class AdaptiveWorkspace extends Workspace {
    private final WarmUp warmUp;
    private long work;

    final Workspace start;
    private final Supplier<Workspace> makeFast;
    private @Nullable Workspace fast;
    private @Nullable ElementFunctions fastFunctions;

    AdaptiveWorkspace(WarmUp warmUp, Workspace start, Supplier<Workspace> makeFast) {
        super(start.functions());
        this.warmUp = warmUp;
        this.start = start;
        this.makeFast = makeFast;
    }

    @Override
    public ElementFunctions functions() {
        return warmUp.areFunctionsFast() ? fast().functions() : start.functions();
    }

    /** That of the faster kernels, whose functions are those of the others until its own are faster. */
    Workspace fast() {
        Workspace known = fast;
        if (known == null) {
            known = makeFast.get();
            fastFunctions = known.functions();
            known.useFunctions(start.functions());
            fast = known;
        }
        if (fastFunctions != null && warmUp.areFunctionsFast()) {
            known.useFunctions(fastFunctions);
            fastFunctions = null;
        }
        return known;
    }

    /** Notes that a layer was calculated by the kernels that start at once. */
    void worked(int rows, DenseWeights weights) {
        warmUp.noteCall(rows, weights.inputs(), weights.units());
        work += (long) rows * weights.inputs() * weights.units();
        if (work > WarmUp.WORTH_NOTING) {
            warmUp.note(work);
            work = 0;
        }
    }
}
