package org.nnlang.runtime.kernel;

/** Inverted dropout, whose draws depend on the seed and the index of an element only. */
final class Dropout {
    /** The odd number nearest to 2^64 divided by the golden ratio. */
    static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Dropout() {}

    static void apply(float[] in, float[] out, int from, int length, double rate, long seed) {
        // Refuses NaN too.
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("the rate of a dropout must be from 0 to 1, got %s".formatted(rate));
        }
        if (rate == 0) {
            System.arraycopy(in, from, out, from, length);
            return;
        }
        draw(in, out, from, length, (long) (rate * 0x1p32), (float) (1 / (1 - rate)), seed);
    }

    /** Without a branch, since the processor could not predict it. */
    private static void draw(float[] in, float[] out, int from, int length, long threshold, float scale, long seed) {
        for (int i = from; i < from + length; i++) {
            long drawn = mix(seed + (i + 1L) * GOLDEN_GAMMA) >>> 32;
            // All ones where drawn is at least the threshold, all zeros where it is below.
            int kept = (int) ~((drawn - threshold) >> 63);
            out[i] = Float.intBitsToFloat(Float.floatToRawIntBits(in[i] * scale) & kept);
        }
    }

    /** The finalizer of SplitMix64. */
    static long mix(long state) {
        long once = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
