package org.nnlang.runtime.kernel;

/** The scratch memory of both kernels, of which one or the other calculates. */
final class AdaptiveWorkspace extends Workspace {
    private final WarmUp warmUp;
    private long work;

    final Workspace start;
    final Workspace fast;

    AdaptiveWorkspace(WarmUp warmUp, Workspace start, Workspace fast) {
        super(start.functions());
        this.warmUp = warmUp;
        this.start = start;
        this.fast = fast;
    }

    @Override
    public ElementFunctions functions() {
        return warmUp.isDone() ? fast.functions() : start.functions();
    }

    /** Notes that so many multiply-adds were calculated by the kernels that start at once. */
    void worked(long multiplyAdds) {
        work += multiplyAdds;
        if (work > WarmUp.WORTH_NOTING) {
            warmUp.note(work);
            work = 0;
        }
    }
}
