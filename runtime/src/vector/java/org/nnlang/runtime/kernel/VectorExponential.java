package org.nnlang.runtime.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.NOT;
import static org.nnlang.runtime.kernel.SingleExponential.BITS_OF_ROUND;
import static org.nnlang.runtime.kernel.SingleExponential.HIGH;
import static org.nnlang.runtime.kernel.SingleExponential.LN_2_HIGH;
import static org.nnlang.runtime.kernel.SingleExponential.LN_2_LOW;
import static org.nnlang.runtime.kernel.SingleExponential.LOG2_E;
import static org.nnlang.runtime.kernel.SingleExponential.LOW;
import static org.nnlang.runtime.kernel.SingleExponential.NEGLIGIBLE;
import static org.nnlang.runtime.kernel.SingleExponential.P0;
import static org.nnlang.runtime.kernel.SingleExponential.P1;
import static org.nnlang.runtime.kernel.SingleExponential.P2;
import static org.nnlang.runtime.kernel.SingleExponential.P3;
import static org.nnlang.runtime.kernel.SingleExponential.P4;
import static org.nnlang.runtime.kernel.SingleExponential.P5;
import static org.nnlang.runtime.kernel.SingleExponential.ROUND;
import static org.nnlang.runtime.kernel.SingleExponential.SHIFT;
import static org.nnlang.runtime.kernel.SingleExponential.SHIFT_BACK;
import static org.nnlang.runtime.kernel.VectorLanes.SPECIES;
import static org.nnlang.runtime.kernel.VectorLanes.VECTOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * The steps of {@link SingleExponential} for a vector of numbers at a time; what is left over goes one by one.
 *
 * <p>Each loop is one method, and nothing is chosen by a mask: the compiler of the virtual machine stops to inline methods of
 * ours in long loops, and a vector that one returns is then an object.
 */
final class VectorExponential {
    private static final int BITS_OF_LIMIT = Float.floatToRawIntBits(-LOW);
    private static final int BITS_OF_TANH_LIMIT = Float.floatToRawIntBits(SingleExponential.TANH_LIMIT);
    private static final int BITS_OF_INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    private VectorExponential() {}

    static void exp(float[] values, int from, int to) {
        int end = from + SPECIES.loopBound(to - from);
        for (int i = from; i < end; i += VectorLanes.COUNT) {
            FloatVector x = FloatVector.fromArray(SPECIES, values, i);
            FloatVector limited = x.min(HIGH).max(LOW);
            FloatVector shifted = limited.fma(LOG2_E, ROUND);
            FloatVector n = shifted.sub(ROUND);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_HIGH), limited);
            r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_LOW), r);
            FloatVector p = r.fma(P5, P4);
            p = p.fma(r, FloatVector.broadcast(SPECIES, P3));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P2));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P1));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P0));
            FloatVector q = r.mul(r).fma(p, r);
            IntVector whole = shifted.reinterpretAsInts().sub(BITS_OF_ROUND);
            IntVector half = whole.lanewise(ASHR, 1);
            FloatVector scale = half.add(127).lanewise(LSHL, 23).reinterpretAsFloats();
            IntVector rest = whole.sub(half).add(127).lanewise(LSHL, 23);
            scale.fma(q, scale).mul(rest.reinterpretAsFloats()).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = SingleExponential.exp(values[i]);
        }
    }

    static void expm1(float[] values, int from, int to) {
        int end = from + SPECIES.loopBound(to - from);
        for (int i = from; i < end; i += VectorLanes.COUNT) {
            FloatVector x = FloatVector.fromArray(SPECIES, values, i);
            FloatVector limited = x.min(HIGH).max(NEGLIGIBLE);
            FloatVector shifted = limited.fma(LOG2_E, ROUND);
            FloatVector n = shifted.sub(ROUND);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_HIGH), limited);
            r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_LOW), r);
            FloatVector p = r.fma(P5, P4);
            p = p.fma(r, FloatVector.broadcast(SPECIES, P3));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P2));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P1));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P0));
            FloatVector q = r.mul(r).fma(p, r);
            IntVector power = shifted.reinterpretAsInts().sub(BITS_OF_ROUND - 126);
            FloatVector scale = power.lanewise(LSHL, 23).reinterpretAsFloats();
            scale.fma(q, scale.sub(0.5f)).mul(2).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = SingleExponential.expm1(values[i]);
        }
    }

    static void sigmoid(float[] values, int from, int to) {
        int end = from + SPECIES.loopBound(to - from);
        for (int i = from; i < end; i += VectorLanes.COUNT) {
            IntVector bits = FloatVector.fromArray(SPECIES, values, i).reinterpretAsInts();
            IntVector magnitude = bits.and(Integer.MAX_VALUE);
            FloatVector limited = magnitude
                    .min(BITS_OF_LIMIT)
                    .or(bits.lanewise(NOT).and(Integer.MIN_VALUE))
                    .reinterpretAsFloats();
            FloatVector shifted = limited.fma(LOG2_E, ROUND);
            FloatVector n = shifted.sub(ROUND);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_HIGH), limited);
            r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_LOW), r);
            FloatVector p = r.fma(P5, P4);
            p = p.fma(r, FloatVector.broadcast(SPECIES, P3));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P2));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P1));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P0));
            FloatVector q = r.mul(r).fma(p, r);
            // Where n is lost beside 1, it must not get below the exponents that there are.
            IntVector exponent = shifted.reinterpretAsInts().max(BITS_OF_ROUND - 60);
            FloatVector scale =
                    exponent.sub(BITS_OF_ROUND - 127 + SHIFT).lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector e = scale.fma(q, scale);
            FloatVector eRest = scale.fma(q, scale.sub(e));
            FloatVector divisor = e.add(SHIFT_BACK);
            FloatVector one = divisor.sub(e);
            FloatVector divisorRest = e.sub(divisor.sub(one))
                    .add(FloatVector.broadcast(SPECIES, SHIFT_BACK).sub(one))
                    .add(eRest);
            FloatVector inverse = FloatVector.broadcast(SPECIES, 1).div(divisor);
            FloatVector minus = inverse.neg();
            FloatVector left = minus.fma(divisorRest, minus.fma(divisor, FloatVector.broadcast(SPECIES, 1)));
            // Or JDK 17, after some calls of products, takes it for any vector, and makes an object for each.
            left.check(SPECIES);
            IntVector y = left.fma(inverse, inverse).mul(SHIFT_BACK).reinterpretAsInts();
            // All ones, which is NaN, where x is NaN: least and greatest of whole numbers know none.
            IntVector nan = magnitude.neg().add(BITS_OF_INFINITY).lanewise(ASHR, 31);
            VECTOR.cast(y.or(nan).reinterpretAsFloats()).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = SingleExponential.sigmoid(values[i]);
        }
    }

    static void tanh(float[] values, int from, int to) {
        int end = from + SPECIES.loopBound(to - from);
        for (int i = from; i < end; i += VectorLanes.COUNT) {
            IntVector bits = FloatVector.fromArray(SPECIES, values, i).reinterpretAsInts();
            IntVector magnitude = bits.and(Integer.MAX_VALUE);
            FloatVector limited = magnitude.min(BITS_OF_TANH_LIMIT).reinterpretAsFloats();
            FloatVector shifted = limited.fma(2 * LOG2_E, ROUND);
            FloatVector n = shifted.sub(ROUND);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_HIGH / 2), limited);
            r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_LOW / 2), r);
            FloatVector square = r.mul(r);
            FloatVector p = r.fma(64 * P5, 32 * P4);
            p = p.fma(r, FloatVector.broadcast(SPECIES, 16 * P3));
            p = p.fma(r, FloatVector.broadcast(SPECIES, 8 * P2));
            p = p.fma(r, FloatVector.broadcast(SPECIES, 4 * P1));
            p = p.fma(r, FloatVector.broadcast(SPECIES, 2 * P0));
            FloatVector h = square.fma(p, r);
            FloatVector hRest = square.fma(p, r.sub(h));
            IntVector exponent = shifted.reinterpretAsInts().sub(BITS_OF_ROUND - 127);
            FloatVector scale = exponent.lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector less = scale.fma(0.5f, -0.5f);
            FloatVector m = scale.fma(h, less);
            FloatVector mRest = scale.fma(hRest, scale.fma(h, less.sub(m)));
            FloatVector divisor = m.add(1);
            FloatVector divisorRest =
                    FloatVector.broadcast(SPECIES, 1).sub(divisor).add(m).add(mRest);
            FloatVector inverse = FloatVector.broadcast(SPECIES, 1).div(divisor);
            FloatVector quotient = m.mul(inverse);
            FloatVector minus = quotient.neg();
            FloatVector left = minus.fma(divisor, m).add(minus.fma(divisorRest, mRest));
            IntVector y = left.fma(inverse, quotient).reinterpretAsInts();
            IntVector sign = bits.and(Integer.MIN_VALUE);
            IntVector nan = magnitude.neg().add(BITS_OF_INFINITY).lanewise(ASHR, 31);
            VECTOR.cast(y.or(sign).or(nan).reinterpretAsFloats()).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = SingleExponential.tanh(values[i]);
        }
    }
}
