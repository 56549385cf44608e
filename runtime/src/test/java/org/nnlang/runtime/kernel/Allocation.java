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

    private Allocation() {}

    /** Fails where calls allocate once they are warm; allows less than a byte a call for what the virtual machine does. */
    static void assertNone(Runnable call) {
        long before = 0;
        for (int i = 0; i < 100; i++) {
            call.run();
            // Every time, since reflection makes itself an accessor after some calls.
            before = allocatedBytes();
        }
        for (int i = 0; i < 1000; i++) {
            call.run();
        }
        assertThat(allocatedBytes() - before).isLessThan(1000);
    }

    private static long allocatedBytes() {
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
