package org.nnlang.runtime.kernel;

/**
 * A daemon thread that belongs to the whole program, and not to whoever happened to need it first.
 *
 * <p>It is in no group of threads that somebody waits for or interrupts, and has no context class loader nor inherited values.
 */
final class BackgroundThread {
    private BackgroundThread() {}

    /**
     * One that is to be started.
     *
     * @param work what it does
     */
    static Thread of(String name, Runnable work) {
        Thread thread = new Thread(outermostGroup(), work, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /**
     * Says in the log that one could not be started: calculations go on without it.
     *
     * @param consequence what is slower for it
     */
    static void warnOfNone(String consequence, OutOfMemoryError reason) {
        System.getLogger("org.nnlang.runtime")
                .log(System.Logger.Level.WARNING, "the system starts no more threads: " + consequence, reason);
    }

    private static ThreadGroup outermostGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
