package org.nnlang.runtime.init;

import java.util.SplittableRandom;

/**
 * Random numbers whose bits are the same on every machine, one independent stream a name.
 *
 * <p>The source is SplitMix64 ({@link SplittableRandom}), seeded by {@code mix(mix(seed) + fnv(name))}, where {@code mix}
 * is the finalizer of MurmurHash3 and {@code fnv} is FNV-1a over the UTF-16 characters of the name. Everything else is
 * made from its 64-bit numbers by arithmetic that is exact or strict.
 */
public final class RandomStream {
    private final SplittableRandom source;
    private double spareGaussian;
    private boolean hasSpareGaussian;

    private RandomStream(long seed) {
        this.source = new SplittableRandom(seed);
    }

    /** The stream of a seed and a name, always from its beginning. */
    public static RandomStream of(long seed, String name) {
        return new RandomStream(mix(mix(seed) + fnv(name)));
    }

    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private static long fnv(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** Any of the 2^64 numbers. */
    public long nextLong() {
        return source.nextLong();
    }

    /** A number in [0, 1), a multiple of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /**
     * A number in [0, bound), each equally often (Lemire, 2019).
     *
     * @throws IllegalArgumentException if bound is not positive
     */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, got " + bound);
        }
        // Of the 2^32 numbers, the first (2^32 mod bound) would make some results more frequent than others.
        long refused = (1L << 32) % bound;
        long product;
        do {
            product = (nextLong() >>> 32) * bound;
        } while ((product & 0xffffffffL) < refused);
        return (int) (product >>> 32);
    }

    /** Puts numbers into one of their orders, each equally often, by Fisher and Yates as Durstenfeld (1964) does it. */
    public void shuffle(int[] numbers) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int other = nextInt(i + 1);
            int kept = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = kept;
        }
    }

    /** A number of the standard normal distribution, by Marsaglia's polar method. */
    public double nextGaussian() {
        if (hasSpareGaussian) {
            hasSpareGaussian = false;
            return spareGaussian;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * nextDouble() - 1;
            y = 2 * nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spareGaussian = y * scale;
        hasSpareGaussian = true;
        return x * scale;
    }
}
