package org.nnlang.runtime.kernel;

import java.util.Arrays;
import java.util.function.Supplier;

/** The scratch memory of every thread that takes part in a session's calls. */
final class ThreadedWorkspace extends Workspace {
    private final Supplier<Workspace> make;
    private Workspace[] parts;
    private int threads;

    /** The call that is shared now. */
    final SharedCall call;

    ThreadedWorkspace(DivisibleKernels kernels, Supplier<Workspace> make) {
        this(kernels, make, make.get());
    }

    private ThreadedWorkspace(DivisibleKernels kernels, Supplier<Workspace> make, Workspace own) {
        super(own.functions());
        this.make = make;
        this.parts = new Workspace[] {own};
        this.call = new SharedCall(kernels, this);
    }

    /** Asked for at each call, since adaptive kernels change theirs. */
    @Override
    public ElementFunctions functions() {
        return parts[0].functions();
    }

    @Override
    public void useThreads(int count) {
        threads = Threads.requireCount(count);
    }

    /** The most threads of this session's calculations. */
    int threads() {
        return threads == 0 ? Threads.count() : threads;
    }

    /** The scratch memory of whoever calculates a part; that of part 0 is the calling thread's own. */
    Workspace part(int part) {
        return parts[part];
    }

    /** Makes room for so many parts, at the first call that needs them. */
    void requireParts(int count) {
        int known = parts.length;
        if (count > known) {
            parts = Arrays.copyOf(parts, count);
            for (int i = known; i < count; i++) {
                parts[i] = make.get();
            }
        }
    }
}
