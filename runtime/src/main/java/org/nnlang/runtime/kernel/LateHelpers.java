package org.nnlang.runtime.kernel;

/**
 * The guard for busy machines: whether helpers were so late that callers had better work alone for a while.
 *
 * <p>Where other programs want the processors too, a helper that has taken a part may lose its own for some milliseconds, and
 * all the while the caller waits for a part of some microseconds. Then nobody is asked for a time that is longer than the
 * wait, and twice as long each time that it happens again: what waiting costs stays a small share where it goes on.
 */
final class LateHelpers {
    /** The shortest wait that counts, in nanoseconds: longer than any hand-over. */
    private static final long SHORTEST = 50_000;

    /**
     * How many times as long as a wait nobody is asked, at first. Few, since a wait may be the only one: a rented virtual machine
     * whose processors rested is slow to get them back.
     */
    private static final int TIMES = 2;

    /** The longest time without help, in nanoseconds. */
    private static final long LONGEST = 1_000_000_000;

    private volatile boolean alone;
    private volatile long aloneUntil;
    private long pause;

    /** Whether to work alone now. */
    boolean areExpected() {
        return alone && System.nanoTime() - aloneUntil < 0;
    }

    /**
     * Takes note of a call that was helped with.
     *
     * @param worked how long the caller worked on its own parts, in nanoseconds
     * @param waited how long it then waited for the others'
     */
    void note(long worked, long waited) {
        if (waited > SHORTEST && waited > worked) {
            pause = Math.min(LONGEST, Math.max(2 * pause, TIMES * waited));
            aloneUntil = System.nanoTime() + pause;
            alone = true;
        } else {
            pause /= 2;
            alone = false;
        }
    }
}
