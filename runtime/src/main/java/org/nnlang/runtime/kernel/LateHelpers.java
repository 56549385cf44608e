package org.nnlang.runtime.kernel;

import java.util.function.LongSupplier;

/**
 * The guard for busy machines: whether helpers were so late that callers had better work alone for a while.
 *
 * <p>Where other programs want the processors too, a helper that has taken a part may lose its own for some milliseconds, and
 * all the while the caller waits for a part of some microseconds. Then nobody is asked for a pause that is longer than the
 * wait. What waiting costs beyond what helpers save is added up, and the pauses grow with it: where helpers cost more than they
 * save, callers are nearly as fast as one thread; where they save more, a wait now and then changes little. This debt is
 * forgotten with time, since nobody finds out during a pause that the machine has become quiet.
 */
final class LateHelpers {
    /** The shortest wait that counts, in nanoseconds: longer than any hand-over. */
    private static final long SHORTEST = 50_000;

    /**
     * How many times as long as a wait the pause after it is, at least. Few, since a wait may be the only one: a rented virtual
     * machine whose processors rested is slow to get them back.
     */
    private static final int TIMES_WAIT = 2;

    /** How many times as long as the debt of earlier waits the pause is in addition. */
    private static final int TIMES_DEBT = 4;

    /** The largest debt that is remembered, in nanoseconds. */
    private static final long MOST_DEBT = 25_000_000;

    /** The time in which half of a debt is forgotten, in nanoseconds. */
    private static final long HALF_TIME = 100_000_000;

    /** The longest pause, in nanoseconds. */
    private static final long LONGEST = 1_000_000_000;

    private final LongSupplier clock;
    private volatile boolean alone;
    private volatile long aloneUntil;

    /** What waiting has cost and helpers have not saved since, in nanoseconds. */
    private long debt;

    /** When a helper was late for the last time: what was forgotten before is gone from the debt. */
    private long lastLate;

    /**
     * No helper was late yet.
     *
     * @param clock the time in nanoseconds, from any origin
     */
    LateHelpers(LongSupplier clock) {
        this.clock = clock;
        this.lastLate = clock.getAsLong();
    }

    /** Whether to work alone now. */
    boolean areExpected() {
        return alone && clock.getAsLong() - aloneUntil < 0;
    }

    /**
     * Takes note of a call that was helped with.
     *
     * @param saved how long the caller would have worked on the parts of the others, in nanoseconds
     * @param waited how long it waited for them, when its own were done
     */
    void note(long saved, long waited) {
        boolean late = waited > SHORTEST && waited > saved;
        if (late) {
            long now = clock.getAsLong();
            debt = (long) (debt * (double) HALF_TIME / (HALF_TIME + now - lastLate));
            lastLate = now;
            aloneUntil = now + Math.min(LONGEST, TIMES_WAIT * waited + TIMES_DEBT * debt);
        }
        alone = late;
        debt = Math.min(MOST_DEBT, Math.max(0, debt + waited - saved));
    }
}
