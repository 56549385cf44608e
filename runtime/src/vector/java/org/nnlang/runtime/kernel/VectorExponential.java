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
 * <p>Bounds are those of the bits as whole numbers: one instruction, where floats take six. They know no NaN, so the results of
 * NaN become all ones at the end, which is NaN. Constants that round are such that what is left in the lowest bits needs only a
 * shift.
 *
 * <p>Each loop is one method, and nothing is chosen by a mask: the compiler of the virtual machine stops to inline methods of
 * ours in long loops, and a vector that one returns is then an object.
 */
final class VectorExponential {
    private static final int BITS_OF_LIMIT = Float.floatToRawIntBits(-LOW);
    private static final int BITS_OF_HIGH = Float.floatToRawIntBits(HIGH);
    private static final int BITS_OF_TANH_LIMIT = Float.floatToRawIntBits(SingleExponential.TANH_LIMIT);

    private static final int BIAS = 127;

    /** What rounds, and leaves the exponents of two floats in the lowest bits, whose product is the power of two: their sum. */
    private static final float ROUND_BIASED_FOR_TWO = ROUND + 2 * BIAS;

    /** What rounds, and leaves the exponent of half the power of two in the lowest bits. */
    private static final float ROUND_BIASED_FOR_HALF = ROUND + BIAS - 1;

    /** What rounds, and leaves the exponent of the power of two times 2^-SHIFT in the lowest bits. */
    private static final float ROUND_BIASED_FOR_SHIFTED = ROUND + BIAS - SHIFT;

    /** Where the power is lost beside 1, its exponent must not get below those that there are: 2^-124 at least. */
    private static final int LEAST_EXPONENT = BITS_OF_ROUND + 3;

    private VectorExponential() {}

    static void exp(float[] values, int from, int to) {
        int end = from + SPECIES.loopBound(to - from);
        for (int i = from; i < end; i += VectorLanes.COUNT) {
            IntVector bits = FloatVector.fromArray(SPECIES, values, i).reinterpretAsInts();
            IntVector magnitude = bits.and(Integer.MAX_VALUE);
            FloatVector limited =
                    magnitude.min(BITS_OF_LIMIT).or(bits.and(Integer.MIN_VALUE)).reinterpretAsFloats();
            FloatVector shifted = limited.fma(LOG2_E, ROUND_BIASED_FOR_TWO);
            FloatVector n = shifted.sub(ROUND_BIASED_FOR_TWO);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_HIGH), limited);
            r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_LOW), r);
            FloatVector p = r.fma(P5, P4);
            p = p.fma(r, FloatVector.broadcast(SPECIES, P3));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P2));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P1));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P0));
            FloatVector q = r.mul(r).fma(p, r);
            IntVector whole = shifted.reinterpretAsInts();
            IntVector half = whole.lanewise(ASHR, 1);
            FloatVector scale = half.lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector rest = whole.sub(half).lanewise(LSHL, 23).reinterpretAsFloats();
            IntVector y = scale.fma(q, scale).mul(rest).reinterpretAsInts();
            FloatVector infinity = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
            IntVector nan = infinity.reinterpretAsInts().sub(magnitude).lanewise(ASHR, 31);
            VECTOR.cast(y.or(nan).reinterpretAsFloats()).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = SingleExponential.exp(values[i]);
        }
    }

    static void expm1(float[] values, int from, int to) {
        int end = from + SPECIES.loopBound(to - from);
        for (int i = from; i < end; i += VectorLanes.COUNT) {
            IntVector bits = FloatVector.fromArray(SPECIES, values, i).reinterpretAsInts();
            IntVector magnitude = bits.and(Integer.MAX_VALUE);
            FloatVector limited =
                    magnitude.min(BITS_OF_HIGH).or(bits.and(Integer.MIN_VALUE)).reinterpretAsFloats();
            FloatVector shifted = limited.fma(LOG2_E, ROUND_BIASED_FOR_HALF);
            FloatVector n = shifted.sub(ROUND_BIASED_FOR_HALF);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_HIGH), limited);
            r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_LOW), r);
            FloatVector p = r.fma(P5, P4);
            p = p.fma(r, FloatVector.broadcast(SPECIES, P3));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P2));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P1));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P0));
            FloatVector q = r.mul(r).fma(p, r);
            IntVector exponent = shifted.reinterpretAsInts().max(LEAST_EXPONENT);
            FloatVector scale = exponent.lanewise(LSHL, 23).reinterpretAsFloats();
            IntVector y = scale.fma(q, scale.sub(0.5f)).mul(2).reinterpretAsInts();
            FloatVector infinity = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
            IntVector nan = infinity.reinterpretAsInts().sub(magnitude).lanewise(ASHR, 31);
            VECTOR.cast(y.or(nan).reinterpretAsFloats()).intoArray(values, i);
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
            FloatVector shifted = limited.fma(LOG2_E, ROUND_BIASED_FOR_SHIFTED);
            FloatVector n = shifted.sub(ROUND_BIASED_FOR_SHIFTED);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_HIGH), limited);
            r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_LOW), r);
            FloatVector p = r.fma(P5, P4);
            p = p.fma(r, FloatVector.broadcast(SPECIES, P3));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P2));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P1));
            p = p.fma(r, FloatVector.broadcast(SPECIES, P0));
            FloatVector q = r.mul(r).fma(p, r);
            IntVector exponent = shifted.reinterpretAsInts().max(LEAST_EXPONENT);
            FloatVector scale = exponent.lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector divisor =
                    scale.fma(q, FloatVector.broadcast(SPECIES, SHIFT_BACK)).add(scale);
            IntVector y =
                    FloatVector.broadcast(SPECIES, SHIFT_BACK).div(divisor).reinterpretAsInts();
            FloatVector infinity = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
            IntVector nan = infinity.reinterpretAsInts().sub(magnitude).lanewise(ASHR, 31);
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
            FloatVector p = r.fma(64 * P5, 32 * P4).fma(square, r.fma(16 * P3, 8 * P2));
            p = p.fma(square, r.fma(4 * P1, 2 * P0));
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
            FloatVector infinity = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
            IntVector nan = infinity.reinterpretAsInts().sub(magnitude).lanewise(ASHR, 31);
            VECTOR.cast(y.or(sign).or(nan).reinterpretAsFloats()).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = SingleExponential.tanh(values[i]);
        }
    }
}
