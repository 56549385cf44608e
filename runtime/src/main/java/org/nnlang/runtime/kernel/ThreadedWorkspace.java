package org.nnlang.runtime.kernel;

import java.util.Arrays;
import java.util.function.Supplier;

/** The scratch memory of every thread that takes part in a session's calls. */
final class ThreadedWorkspace extends Workspace {
    private final Supplier<Workspace> make;
    private Workspace[] ofThreads;
    private int threads;

    /** The call that is shared now. */
    final SharedCall call;

    /** The gradients that are shared now. */
    final SharedGradients gradients;

    ThreadedWorkspace(DivisibleKernels kernels, Supplier<Workspace> make) {
        this(kernels, make, make.get());
    }

    private ThreadedWorkspace(DivisibleKernels kernels, Supplier<Workspace> make, Workspace own) {
        super(own.functions());
        this.make = make;
        this.ofThreads = new Workspace[] {own};
        this.call = new SharedCall(kernels, this);
        this.gradients = new SharedGradients(kernels, this);
    }

    /** Asked for at each call, since adaptive kernels change theirs. */
    @Override
    public ElementFunctions functions() {
        return ofThreads[0].functions();
    }

    @Override
    public void useThreads(int count) {
        threads = Threads.requireCount(count);
    }

    /** The most threads of this session's calculations; asked for once a call, since another thread may change it for all. */
    int threads() {
        return threads == 0 ? Threads.count() : threads;
    }

    /** The scratch memory of one of the threads that take part; the first is the caller's. */
    Workspace ofThread(int thread) {
        return ofThreads[thread];
    }

    /** Makes scratch memory for so many threads, at the first call that needs it. */
    void prepare(int count) {
        int known = ofThreads.length;
        if (count > known) {
            Workspace[] more = Arrays.copyOf(ofThreads, count);
            for (int i = known; i < count; i++) {
                more[i] = make.get();
            }
            // Last: where there was no memory for one of them, the next call tries again.
            ofThreads = more;
        }
    }
}
