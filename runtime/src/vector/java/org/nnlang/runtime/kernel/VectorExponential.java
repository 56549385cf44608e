package org.nnlang.runtime.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.nnlang.runtime.kernel.SingleExponential.BITS_OF_ROUND;
import static org.nnlang.runtime.kernel.SingleExponential.HIGH;
import static org.nnlang.runtime.kernel.SingleExponential.LN_2_HIGH;
import static org.nnlang.runtime.kernel.SingleExponential.LN_2_LOW;
import static org.nnlang.runtime.kernel.SingleExponential.LOG2_E;
import static org.nnlang.runtime.kernel.SingleExponential.LOW;
import static org.nnlang.runtime.kernel.SingleExponential.MINUS_ONE;
import static org.nnlang.runtime.kernel.SingleExponential.P0;
import static org.nnlang.runtime.kernel.SingleExponential.P1;
import static org.nnlang.runtime.kernel.SingleExponential.P2;
import static org.nnlang.runtime.kernel.SingleExponential.P3;
import static org.nnlang.runtime.kernel.SingleExponential.P4;
import static org.nnlang.runtime.kernel.SingleExponential.P5;
import static org.nnlang.runtime.kernel.SingleExponential.ROUND;
import static org.nnlang.runtime.kernel.VectorLanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * The steps of {@link SingleExponential} for a vector of numbers at a time; what is left over goes one by one.
 *
 * <p>Each loop is one method, and nothing is chosen by a mask: the compiler of the virtual machine stops to inline methods of
 * ours in long loops, and a vector that one returns is then an object.
 */
final class VectorExponential {
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
            FloatVector limited = x.min(HIGH).max(MINUS_ONE);
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
            FloatVector x = FloatVector.fromArray(SPECIES, values, i);
            IntVector bits = x.reinterpretAsInts();
            FloatVector limited =
                    bits.or(Integer.MIN_VALUE).reinterpretAsFloats().max(LOW);
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
            FloatVector other = whole.sub(half).add(127).lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector scaled = scale.fma(q, scale);
            FloatVector e = scaled.mul(other);
            FloatVector eRest = scale.fma(q, scale.sub(scaled)).mul(other);
            // The dividend is e left of 0 and 1 right of it.
            IntVector negative = bits.lanewise(ASHR, 31);
            int one = Float.floatToRawIntBits(1);
            FloatVector a = e.reinterpretAsInts()
                    .lanewise(XOR, one)
                    .and(negative)
                    .lanewise(XOR, one)
                    .reinterpretAsFloats();
            FloatVector aRest = eRest.reinterpretAsInts().and(negative).reinterpretAsFloats();
            FloatVector divisor = e.add(1);
            FloatVector divisorRest =
                    FloatVector.broadcast(SPECIES, 1).sub(divisor).add(e).add(eRest);
            FloatVector inverse = FloatVector.broadcast(SPECIES, 1).div(divisor);
            FloatVector quotient = a.mul(inverse);
            FloatVector minus = quotient.neg();
            FloatVector left = minus.fma(divisor, a).add(minus.fma(divisorRest, aRest));
            left.fma(inverse, quotient).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = SingleExponential.sigmoid(values[i]);
        }
    }

    static void tanh(float[] values, int from, int to) {
        int end = from + SPECIES.loopBound(to - from);
        for (int i = from; i < end; i += VectorLanes.COUNT) {
            FloatVector x = FloatVector.fromArray(SPECIES, values, i);
            IntVector bits = x.reinterpretAsInts();
            FloatVector limited =
                    bits.or(Integer.MIN_VALUE).reinterpretAsFloats().mul(2).max(MINUS_ONE);
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
            FloatVector less = scale.sub(0.5f);
            FloatVector m = scale.fma(q, less);
            FloatVector mRest = scale.fma(q, less.sub(m));
            FloatVector divisor = m.add(1);
            FloatVector divisorRest =
                    FloatVector.broadcast(SPECIES, 1).sub(divisor).add(m).add(mRest);
            FloatVector inverse = FloatVector.broadcast(SPECIES, 1).div(divisor);
            FloatVector quotient = m.mul(inverse);
            FloatVector minus = quotient.neg();
            FloatVector left = minus.fma(divisor, m).add(minus.fma(divisorRest, mRest));
            IntVector y = left.fma(inverse, quotient).reinterpretAsInts();
            y.and(Integer.MAX_VALUE)
                    .or(bits.and(Integer.MIN_VALUE))
                    .reinterpretAsFloats()
                    .intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = SingleExponential.tanh(values[i]);
        }
    }
}
