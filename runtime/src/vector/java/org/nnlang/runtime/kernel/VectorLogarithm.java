package org.nnlang.runtime.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static org.nnlang.runtime.kernel.Logarithm.BITS_OF_SQRT_HALF;
import static org.nnlang.runtime.kernel.Logarithm.EXPONENT;
import static org.nnlang.runtime.kernel.Logarithm.LN_2;
import static org.nnlang.runtime.kernel.Logarithm.P0;
import static org.nnlang.runtime.kernel.Logarithm.P1;
import static org.nnlang.runtime.kernel.Logarithm.P2;
import static org.nnlang.runtime.kernel.Logarithm.P3;
import static org.nnlang.runtime.kernel.Logarithm.P4;
import static org.nnlang.runtime.kernel.Logarithm.P5;
import static org.nnlang.runtime.kernel.Logarithm.P6;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The steps of {@link Logarithm} for a vector of numbers at a time, in double like those; what is left over goes one by one.
 *
 * <p>What has no logarithm takes the same way as the rest. A sum that changes no other number makes it infinite or NaN where x is
 * that. For 0, whose exponent is -1023, the exponent of the result grows by 256, which no float has. The bits of the sign
 * make NaN of what is less.
 */
final class VectorLogarithm {
    private static final VectorSpecies<Double> DOUBLES = VectorLanes.DOUBLES;
    private static final VectorSpecies<Float> FLOATS = VectorLanes.HALF;
    private static final int COUNT = FLOATS.length();

    /** 1.5 x 2^52: whole numbers in the lowest bits are added to it. */
    private static final double ROUND = 0x1.8p52;

    private static final long BITS_OF_ROUND = 0x4338000000000000L;

    /** Makes exponents positive, so that they can be shifted without a sign. */
    private static final int BIAS = 1024;

    /** Times this, no float makes a difference. */
    private static final double NOTHING = 0x1p-1000;

    private VectorLogarithm() {}

    static void log(float[] values, int from, int to) {
        int end = end(from, to);
        for (int i = from; i < end; i += COUNT) {
            // 0 instead of -0, whose logarithm is the same but whose sign is that of numbers without one.
            DoubleVector x =
                    ((DoubleVector) FloatVector.fromArray(FLOATS, values, i).convertShape(F2D, DOUBLES, 0)).add(0);
            LongVector bits = x.reinterpretAsLongs();
            LongVector exponent = bits.sub(BITS_OF_SQRT_HALF).and(EXPONENT);
            DoubleVector e = exponent.add((long) BIAS << 52)
                    .lanewise(LSHR, 52)
                    .add(BITS_OF_ROUND - BIAS)
                    .reinterpretAsDoubles()
                    .sub(ROUND);
            DoubleVector f = bits.sub(exponent).reinterpretAsDoubles().sub(1);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector p = z.fma(P6, P5);
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P4));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P3));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P2));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P1));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P0));
            DoubleVector y =
                    e.fma(DoubleVector.broadcast(DOUBLES, LN_2), s.mul(z).fma(p, s.add(s)));
            y = x.fma(DoubleVector.broadcast(DOUBLES, NOTHING), y);
            LongVector tooLarge = exponent.add(512L << 52).and(Long.MIN_VALUE).lanewise(LSHR, 3);
            LongVector noNumber = bits.lanewise(ASHR, 63);
            y = y.reinterpretAsLongs().add(tooLarge).or(noNumber).reinterpretAsDoubles();
            ((FloatVector) y.convertShape(D2F, FLOATS, 0)).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = Scalar.log(values[i]);
        }
    }

    static void log1p(float[] values, int from, int to) {
        int end = end(from, to);
        for (int i = from; i < end; i += COUNT) {
            DoubleVector x =
                    (DoubleVector) FloatVector.fromArray(FLOATS, values, i).convertShape(F2D, DOUBLES, 0);
            LongVector bits = x.add(1).reinterpretAsLongs();
            LongVector exponent = bits.sub(BITS_OF_SQRT_HALF).and(EXPONENT);
            DoubleVector e = exponent.add((long) BIAS << 52)
                    .lanewise(LSHR, 52)
                    .add(BITS_OF_ROUND - BIAS)
                    .reinterpretAsDoubles()
                    .sub(ROUND);
            LongVector reduced =
                    bits.sub(exponent).reinterpretAsDoubles().sub(1).reinterpretAsLongs();
            // x itself where the exponent is 0: all ones where it is not.
            LongVector isReduced = exponent.or(exponent.neg()).lanewise(ASHR, 63);
            LongVector whole = x.reinterpretAsLongs();
            DoubleVector f = reduced.sub(whole).and(isReduced).add(whole).reinterpretAsDoubles();
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector p = z.fma(P6, P5);
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P4));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P3));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P2));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P1));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P0));
            DoubleVector y =
                    e.fma(DoubleVector.broadcast(DOUBLES, LN_2), s.mul(z).fma(p, s.add(s)));
            y = x.fma(DoubleVector.broadcast(DOUBLES, NOTHING), y);
            LongVector tooLarge = exponent.add(512L << 52).and(Long.MIN_VALUE).lanewise(LSHR, 3);
            LongVector noNumber = bits.lanewise(ASHR, 63);
            y = y.reinterpretAsLongs().add(tooLarge).or(noNumber).reinterpretAsDoubles();
            ((FloatVector) y.convertShape(D2F, FLOATS, 0)).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = Scalar.log1p(values[i]);
        }
    }

    /** The end of the whole vectors; two lanes of doubles have no instruction that makes them of floats. */
    private static int end(int from, int to) {
        return COUNT < 4 ? from : from + FLOATS.loopBound(to - from);
    }
}
