package org.nnlang.runtime.kernel;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static org.nnlang.runtime.kernel.Exponential.LN_2;
import static org.nnlang.runtime.kernel.Exponential.LOG2_E;
import static org.nnlang.runtime.kernel.Exponential.ROUND;
import static org.nnlang.runtime.kernel.Softplus.P0;
import static org.nnlang.runtime.kernel.Softplus.P1;
import static org.nnlang.runtime.kernel.Softplus.P2;
import static org.nnlang.runtime.kernel.Softplus.P3;
import static org.nnlang.runtime.kernel.Softplus.P4;
import static org.nnlang.runtime.kernel.Softplus.P5;
import static org.nnlang.runtime.kernel.Softplus.S0;
import static org.nnlang.runtime.kernel.Softplus.S1;
import static org.nnlang.runtime.kernel.Softplus.S10;
import static org.nnlang.runtime.kernel.Softplus.S2;
import static org.nnlang.runtime.kernel.Softplus.S3;
import static org.nnlang.runtime.kernel.Softplus.S4;
import static org.nnlang.runtime.kernel.Softplus.S5;
import static org.nnlang.runtime.kernel.Softplus.S6;
import static org.nnlang.runtime.kernel.Softplus.S7;
import static org.nnlang.runtime.kernel.Softplus.S8;
import static org.nnlang.runtime.kernel.Softplus.S9;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** The steps of {@link Softplus} for a vector of numbers at a time; what is left over goes one by one. */
final class VectorSoftplus {
    private static final VectorSpecies<Double> DOUBLES = VectorLanes.DOUBLES;
    private static final VectorSpecies<Float> FLOATS = VectorLanes.HALF;
    private static final int COUNT = FLOATS.length();
    private static final long BITS_OF_LIMIT = Double.doubleToRawLongBits(Softplus.LIMIT);

    private VectorSoftplus() {}

    static void softplus(float[] values, int from, int to) {
        // Two lanes of doubles have no instruction that makes them of floats.
        int end = COUNT < 4 ? from : from + FLOATS.loopBound(to - from);
        for (int i = from; i < end; i += COUNT) {
            DoubleVector x =
                    (DoubleVector) FloatVector.fromArray(FLOATS, values, i).convertShape(F2D, DOUBLES, 0);
            LongVector magnitude = x.reinterpretAsLongs().and(Long.MAX_VALUE);
            DoubleVector limited =
                    magnitude.min(BITS_OF_LIMIT).or(Long.MIN_VALUE).reinterpretAsDoubles();
            DoubleVector shifted = limited.fma(LOG2_E, ROUND);
            DoubleVector r = shifted.sub(ROUND).fma(DoubleVector.broadcast(DOUBLES, -LN_2), limited);
            DoubleVector square = r.mul(r);
            DoubleVector p = square.fma(r.fma(P5, P4), r.fma(P3, P2));
            DoubleVector q = square.fma(square.fma(p, r.fma(P1, P0)), r);
            LongVector exponent = shifted.reinterpretAsLongs().add(1023);
            DoubleVector scale = exponent.lanewise(LSHL, 52).reinterpretAsDoubles();
            DoubleVector e = scale.fma(q, scale);

            square = e.mul(e);
            DoubleVector fourth = square.mul(square);
            DoubleVector high = square.fma(DoubleVector.broadcast(DOUBLES, S10), e.fma(S9, S8));
            DoubleVector middle = square.fma(e.fma(S7, S6), e.fma(S5, S4));
            DoubleVector low = square.fma(e.fma(S3, S2), e.fma(S1, S0));
            DoubleVector s = fourth.fma(fourth.fma(high, middle), low);
            DoubleVector y = x.max(0).add(square.fma(s, e));
            ((FloatVector) y.convertShape(D2F, FLOATS, 0)).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = Scalar.softplus(values[i]);
        }
    }
}
