package org.nnlang.runtime.kernel;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many threads calculate together.
 *
 * <p>Results have the same bits for every number. Small calculations run on the calling thread alone, whatever is set,
 * since sharing them would take longer. Sessions may have settings of their own.
 */
public final class Threads {
    /** The system property that sets the number when a program starts. */
    public static final String PROPERTY = "org.nnlang.threads";

    /** The most that can be set. */
    public static final int MOST = 1024;

    /** The most parts of some work. */
    public static final int MOST_PARTS = 32_767;

    /** 0 until the first use. */
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Threads() {}

    private static int initial() {
        String value = System.getProperty(PROPERTY);
        if (value == null) {
            return Math.min(MOST, Runtime.getRuntime().availableProcessors());
        }
        try {
            return requireCount(Integer.parseInt(value.strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "system property %s=%s: must be a whole number from 1 to %s".formatted(PROPERTY, value, MOST), e);
        }
    }

    /**
     * The most threads of one calculation, with the one that asks for it: at first as many as there are processors.
     *
     * @throws IllegalArgumentException if the system property holds no such number
     */
    public static int count() {
        int known = COUNT.get();
        if (known == 0) {
            COUNT.compareAndSet(0, initial());
            known = COUNT.get();
        }
        return known;
    }

    /**
     * Sets the most threads of one calculation, for the whole program.
     *
     * @param count from 1, which means the calling thread alone
     * @throws IllegalArgumentException if there are less than 1 or more than {@link #MOST}
     */
    public static void use(int count) {
        COUNT.set(requireCount(count));
    }

    /**
     * Gives back a number of threads that can be set.
     *
     * @throws IllegalArgumentException if there are less than 1 or more than {@link #MOST}
     */
    public static int requireCount(int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(
                    "the number of threads must be from 1 to %s, got %s".formatted(MOST, count));
        }
        return count;
    }

    /**
     * Calculates all parts of some work, and returns when all are done; the first exception of a part is thrown here.
     *
     * <p>The calling thread takes its share. Handing parts over takes about a microsecond, allocates nothing, and is done for one
     * caller at a time: others calculate alone, as do parts that share work themselves. Helping threads have no context class loader.
     *
     * @param work must see no difference between orders, nor between threads
     * @param parts how many, at most {@link #MOST_PARTS}
     * @param most the most threads that take part, with the one that calls
     * @throws IllegalArgumentException if there are more parts than that
     */
    public static void share(Parts work, int parts, int most) {
        if (parts > MOST_PARTS) {
            throw new IllegalArgumentException("there are at most %s parts, got %s".formatted(MOST_PARTS, parts));
        }
        WorkerPool.SHARED.run(work, parts, most);
    }
}
