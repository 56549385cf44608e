package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;

/**
 * Counts the bytes that calls allocate.
 *
 * <p>The counter is reached by reflection because the tests run inside the runtime's module, which reads no management
 * module, and should not for their sake.
 */
final class Allocation {
    private static final Object THREADS = threads();
    private static final Method COUNTER = counter();

    private static final int CALLS = 1000;
    private static final int MOST_ROUNDS = 100;

    private Allocation() {}

    /**
     * Fails where calls go on to allocate; allows less than a byte a call for what the virtual machine does.
     *
     * <p>Vectors are objects until the just-in-time compiler has seen enough calls, so there are many rounds.
     */
    static void assertNone(Runnable call) {
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && allocated >= CALLS; round++) {
            // Asked for twice, since reflection makes itself an accessor after some calls.
            bytes();
            long before = bytes();
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            allocated = bytes() - before;
        }
        assertThat(allocated).isLessThan(CALLS);
    }

    static long bytes() {
        try {
            return (long) COUNTER.invoke(THREADS);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this virtual machine does not count allocated bytes", e);
        }
    }

    private static Object threads() {
        try {
            return Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this virtual machine has no management of threads", e);
        }
    }

    private static Method counter() {
        try {
            return Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this virtual machine does not count allocated bytes", e);
        }
    }
}
