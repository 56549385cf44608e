package org.nnlang.runtime.kernel;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
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
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The steps of {@link Logarithm} and {@link Exponential} for a vector of numbers at a time, in double like those; what is left
 * over goes one by one.
 */
final class VectorLogarithm {
    private static final VectorSpecies<Double> DOUBLES = VectorLanes.SPECIES.withLanes(double.class);
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));
    private static final int COUNT = FLOATS.length();

    /** 1.5 x 2^52: whole numbers in the lowest bits are added to it. */
    private static final double ROUND = 0x1.8p52;

    private static final long BITS_OF_ROUND = 0x4338000000000000L;

    /** Makes exponents positive, so that they can be shifted without a sign. */
    private static final int BIAS = 1024;

    private VectorLogarithm() {}

    static void log(float[] values, int from, int to) {
        int end = end(from, to);
        for (int i = from; i < end; i += COUNT) {
            DoubleVector x =
                    (DoubleVector) FloatVector.fromArray(FLOATS, values, i).convertShape(F2D, DOUBLES, 0);
            LongVector bits = x.reinterpretAsLongs();
            LongVector exponent = bits.sub(BITS_OF_SQRT_HALF).and(EXPONENT);
            DoubleVector f = bits.sub(exponent).reinterpretAsDoubles().sub(1);
            DoubleVector e = exponent.add((long) BIAS << 52)
                    .lanewise(LSHR, 52)
                    .add(BITS_OF_ROUND - BIAS)
                    .reinterpretAsDoubles()
                    .sub(ROUND);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector p = z.fma(P6, P5);
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P4));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P3));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P2));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P1));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P0));
            DoubleVector y =
                    e.fma(DoubleVector.broadcast(DOUBLES, LN_2), s.mul(z).fma(p, s.mul(2)));
            // NaN where x is NaN or infinite.
            y = y.add(x.sub(x));
            y = y.blend(Double.POSITIVE_INFINITY, x.compare(EQ, Double.POSITIVE_INFINITY));
            y = y.blend(Double.NEGATIVE_INFINITY, x.compare(EQ, 0));
            y = y.blend(Double.NaN, x.compare(LT, 0));
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
            DoubleVector sum = x.add(1);
            LongVector bits = sum.reinterpretAsLongs();
            LongVector exponent = bits.sub(BITS_OF_SQRT_HALF).and(EXPONENT);
            DoubleVector e = exponent.add((long) BIAS << 52)
                    .lanewise(LSHR, 52)
                    .add(BITS_OF_ROUND - BIAS)
                    .reinterpretAsDoubles()
                    .sub(ROUND);
            DoubleVector f = bits.sub(exponent).reinterpretAsDoubles().sub(1);
            f = f.blend(x, e.compare(EQ, 0));
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector p = z.fma(P6, P5);
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P4));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P3));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P2));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P1));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P0));
            DoubleVector y =
                    e.fma(DoubleVector.broadcast(DOUBLES, LN_2), s.mul(z).fma(p, s.mul(2)));
            y = y.add(x.sub(x));
            y = y.blend(Double.POSITIVE_INFINITY, x.compare(EQ, Double.POSITIVE_INFINITY));
            y = y.blend(Double.NEGATIVE_INFINITY, x.compare(EQ, -1));
            y = y.blend(Double.NaN, x.compare(LT, -1));
            ((FloatVector) y.convertShape(D2F, FLOATS, 0)).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = Scalar.log1p(values[i]);
        }
    }

    static void softplus(float[] values, int from, int to) {
        int end = end(from, to);
        for (int i = from; i < end; i += COUNT) {
            DoubleVector x =
                    (DoubleVector) FloatVector.fromArray(FLOATS, values, i).convertShape(F2D, DOUBLES, 0);
            DoubleVector limited = x.reinterpretAsLongs()
                    .or(Long.MIN_VALUE)
                    .reinterpretAsDoubles()
                    .max(-Exponential.LIMIT);
            DoubleVector shifted = limited.fma(Exponential.LOG2_E, ROUND);
            DoubleVector r = shifted.sub(ROUND).fma(DoubleVector.broadcast(DOUBLES, -Exponential.LN_2), limited);
            DoubleVector q = r.fma(Exponential.P6, Exponential.P5);
            q = q.fma(r, DoubleVector.broadcast(DOUBLES, Exponential.P4));
            q = q.fma(r, DoubleVector.broadcast(DOUBLES, Exponential.P3));
            q = q.fma(r, DoubleVector.broadcast(DOUBLES, Exponential.P2));
            q = q.fma(r, DoubleVector.broadcast(DOUBLES, Exponential.P1));
            q = q.fma(r, DoubleVector.broadcast(DOUBLES, Exponential.P0));
            q = r.mul(r).fma(q, r);
            DoubleVector scale =
                    shifted.reinterpretAsLongs().add(1023).lanewise(LSHL, 52).reinterpretAsDoubles();
            DoubleVector exp = scale.fma(q, scale);

            LongVector bits = exp.add(1).reinterpretAsLongs();
            LongVector exponent = bits.sub(BITS_OF_SQRT_HALF).and(EXPONENT);
            // 0 or 1, since the sum is from 1 to 2.
            DoubleVector e = exponent.lanewise(LSHR, 52)
                    .add(BITS_OF_ROUND)
                    .reinterpretAsDoubles()
                    .sub(ROUND);
            DoubleVector f = bits.sub(exponent).reinterpretAsDoubles().sub(1);
            f = f.blend(exp, e.compare(EQ, 0));
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector p = z.fma(P6, P5);
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P4));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P3));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P2));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P1));
            p = p.fma(z, DoubleVector.broadcast(DOUBLES, P0));
            DoubleVector log =
                    e.fma(DoubleVector.broadcast(DOUBLES, LN_2), s.mul(z).fma(p, s.mul(2)));
            ((FloatVector) x.max(0).add(log).convertShape(D2F, FLOATS, 0)).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = Scalar.softplus(values[i]);
        }
    }

    /** The end of the whole vectors; two lanes of doubles have no instruction that makes them of floats. */
    private static int end(int from, int to) {
        return COUNT < 4 ? from : from + FLOATS.loopBound(to - from);
    }
}
