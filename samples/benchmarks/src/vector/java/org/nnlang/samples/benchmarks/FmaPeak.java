package org.nnlang.samples.benchmarks;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * What one core can do at most: ten chains of fused multiply-adds that depend on nothing but themselves, in registers.
 *
 * <p>Ten, since two units with a latency of four to five need that many to be always busy.
 */
public final class FmaPeak {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 10;

    private FmaPeak() {}

    /** The floating-point operations of {@link #run} of as many rounds: a fused multiply-add counts as two. */
    public static double operations(int rounds) {
        return 2.0 * CHAINS * SPECIES.length() * rounds;
    }

    /** Multiplies and adds in every chain; the result is there only so that nothing can be left out. */
    public static float run(int rounds) {
        FloatVector factor = FloatVector.broadcast(SPECIES, 0.9999f);
        FloatVector summand = FloatVector.broadcast(SPECIES, 1e-7f);
        FloatVector c0 = factor;
        FloatVector c1 = c0.add(summand);
        FloatVector c2 = c1.add(summand);
        FloatVector c3 = c2.add(summand);
        FloatVector c4 = c3.add(summand);
        FloatVector c5 = c4.add(summand);
        FloatVector c6 = c5.add(summand);
        FloatVector c7 = c6.add(summand);
        FloatVector c8 = c7.add(summand);
        FloatVector c9 = c8.add(summand);
        for (int i = 0; i < rounds; i++) {
            c0 = c0.fma(factor, summand);
            c1 = c1.fma(factor, summand);
            c2 = c2.fma(factor, summand);
            c3 = c3.fma(factor, summand);
            c4 = c4.fma(factor, summand);
            c5 = c5.fma(factor, summand);
            c6 = c6.fma(factor, summand);
            c7 = c7.fma(factor, summand);
            c8 = c8.fma(factor, summand);
            c9 = c9.fma(factor, summand);
        }
        return c0.add(c1)
                .add(c2)
                .add(c3)
                .add(c4)
                .add(c5)
                .add(c6)
                .add(c7)
                .add(c8)
                .add(c9)
                .reduceLanes(VectorOperators.ADD);
    }
}
