package org.nnlang.runtime.kernel;

/**
 * A daemon thread that belongs to the whole program, and not to whoever happened to need it first.
 *
 * <p>It is in no group of threads that somebody waits for or interrupts, and keeps no class loader nor inherited value of its maker.
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

    private static ThreadGroup outermostGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
