package org.nnlang.samples.benchmarks.bits;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Short texts that stand for the bits of many numbers, by what was calculated. */
final class Fingerprints {
    /** Between a name and a way that gives other bits than the first one. */
    static final String OTHERWISE = ", otherwise ";

    private static final int BYTES = 8;

    private final Map<String, String> all = new TreeMap<>();

    /**
     * Notes what was calculated in one of several ways, which are to give the same bits. Where they do not, it is noted
     * apart.
     *
     * @param name of what was calculated
     * @param way in which it was
     * @throws IllegalStateException if a number is not finite, since that hides differences
     */
    void add(String name, String way, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalStateException(name + ", " + way + ": there is " + value);
            }
            bytes.putInt(Float.floatToRawIntBits(value));
        }
        add(name, way, bytes);
    }

    /** Notes numbers of double precision likewise. */
    void add(String name, String way, double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalStateException(name + ", " + way + ": there is " + value);
            }
            bytes.putLong(Double.doubleToRawLongBits(value));
        }
        add(name, way, bytes);
    }

    private void add(String name, String way, ByteBuffer bytes) {
        String found = fingerprint(bytes.flip());
        String first = all.putIfAbsent(name, found);
        if (first != null && !first.equals(found)) {
            all.put(name + OTHERWISE + way, found);
        }
    }

    private static String fingerprint(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** One line for each name, in alphabetical order: the fingerprint and the name. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        all.forEach((name, fingerprint) ->
                lines.append(fingerprint).append(' ').append(name).append('\n'));
        return lines.toString();
    }
}
