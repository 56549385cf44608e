package org.nnlang.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors of this machine: 512, 256 or 128 bits.
 *
 * <p>The system property {@code org.nnlang.vectorBits} asks for shorter ones, which gives the same bits in results.
 */
final class VectorLanes {
    static final VectorSpecies<Float> SPECIES = species();

    /**
     * The class of these vectors, to which long methods cast what they store.
     *
     * <p>In those JDK 17 loses the class of a result, and goes by which classes it has seen there: a vector of another length, as
     * those of doubles need beside them, then makes the method three times slower for good.
     */
    static final Class<? extends FloatVector> VECTOR = SPECIES.vectorType().asSubclass(FloatVector.class);

    /** Floats of one vector. */
    static final int COUNT = SPECIES.length();

    /** As wide, of doubles. */
    static final VectorSpecies<Double> DOUBLES = SPECIES.withLanes(double.class);

    /** Half as wide: the floats that doubles are made of. */
    static final VectorSpecies<Float> HALF =
            VectorSpecies.of(float.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));

    /** Whether there are 32 vector registers, and not 16: with the longest vectors, and with any of ARM's. */
    static final boolean MANY_REGISTERS =
            SPECIES == FloatVector.SPECIES_512 || System.getProperty("os.arch").equals("aarch64");

    private VectorLanes() {}

    private static VectorSpecies<Float> species() {
        int bits = Math.min(FloatVector.SPECIES_PREFERRED.vectorBitSize(), VectorModule.mostBits());
        if (bits >= 512) {
            return FloatVector.SPECIES_512;
        }
        return bits >= 256 ? FloatVector.SPECIES_256 : FloatVector.SPECIES_128;
    }
}
