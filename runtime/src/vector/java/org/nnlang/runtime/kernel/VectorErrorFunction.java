package org.nnlang.runtime.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static org.nnlang.runtime.kernel.SingleErrorFunction.CENTER;
import static org.nnlang.runtime.kernel.SingleErrorFunction.ERFC_LIMIT;
import static org.nnlang.runtime.kernel.SingleErrorFunction.ERF_LIMIT;
import static org.nnlang.runtime.kernel.SingleErrorFunction.P0;
import static org.nnlang.runtime.kernel.SingleErrorFunction.P1;
import static org.nnlang.runtime.kernel.SingleErrorFunction.P2;
import static org.nnlang.runtime.kernel.SingleErrorFunction.P3;
import static org.nnlang.runtime.kernel.SingleErrorFunction.P4;
import static org.nnlang.runtime.kernel.SingleErrorFunction.P5;
import static org.nnlang.runtime.kernel.SingleErrorFunction.P6;
import static org.nnlang.runtime.kernel.SingleErrorFunction.Q0;
import static org.nnlang.runtime.kernel.SingleErrorFunction.Q1;
import static org.nnlang.runtime.kernel.SingleErrorFunction.Q10;
import static org.nnlang.runtime.kernel.SingleErrorFunction.Q11;
import static org.nnlang.runtime.kernel.SingleErrorFunction.Q2;
import static org.nnlang.runtime.kernel.SingleErrorFunction.Q3;
import static org.nnlang.runtime.kernel.SingleErrorFunction.Q4;
import static org.nnlang.runtime.kernel.SingleErrorFunction.Q5;
import static org.nnlang.runtime.kernel.SingleErrorFunction.Q6;
import static org.nnlang.runtime.kernel.SingleErrorFunction.Q7;
import static org.nnlang.runtime.kernel.SingleErrorFunction.Q8;
import static org.nnlang.runtime.kernel.SingleErrorFunction.Q9;
import static org.nnlang.runtime.kernel.SingleErrorFunction.R0;
import static org.nnlang.runtime.kernel.SingleErrorFunction.R1;
import static org.nnlang.runtime.kernel.SingleErrorFunction.R2;
import static org.nnlang.runtime.kernel.SingleErrorFunction.R3;
import static org.nnlang.runtime.kernel.SingleErrorFunction.R4;
import static org.nnlang.runtime.kernel.SingleErrorFunction.R5;
import static org.nnlang.runtime.kernel.SingleErrorFunction.R6;
import static org.nnlang.runtime.kernel.SingleExponential.BITS_OF_ROUND;
import static org.nnlang.runtime.kernel.SingleExponential.LN_2_HIGH;
import static org.nnlang.runtime.kernel.SingleExponential.LN_2_LOW;
import static org.nnlang.runtime.kernel.SingleExponential.LOG2_E;
import static org.nnlang.runtime.kernel.SingleExponential.ROUND;
import static org.nnlang.runtime.kernel.SingleExponential.SHIFT;
import static org.nnlang.runtime.kernel.SingleExponential.SHIFT_BACK;
import static org.nnlang.runtime.kernel.VectorLanes.SPECIES;
import static org.nnlang.runtime.kernel.VectorLanes.VECTOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * The steps of {@link SingleErrorFunction} for a vector of numbers at a time; what is left over goes one by one.
 *
 * <p>Each loop is one method, for the reason that {@link VectorExponential} gives.
 */
final class VectorErrorFunction {
    private static final int BITS_OF_ONE = 0x3f800000;
    private static final int BITS_OF_TWO = 0x40000000;

    private VectorErrorFunction() {}

    static void erf(float[] values, int from, int to) {
        int end = from + SPECIES.loopBound(to - from);
        for (int i = from; i < end; i += VectorLanes.COUNT) {
            FloatVector x = FloatVector.fromArray(SPECIES, values, i);
            FloatVector z = x.mul(x);
            FloatVector p = z.fma(P6, P5);
            p = p.fma(z, FloatVector.broadcast(SPECIES, P4));
            p = p.fma(z, FloatVector.broadcast(SPECIES, P3));
            p = p.fma(z, FloatVector.broadcast(SPECIES, P2));
            p = p.fma(z, FloatVector.broadcast(SPECIES, P1));
            p = p.fma(z, FloatVector.broadcast(SPECIES, P0));
            IntVector near = x.fma(p, x).reinterpretAsInts();

            IntVector magnitude = x.reinterpretAsInts().and(Integer.MAX_VALUE);
            FloatVector limited = magnitude.reinterpretAsFloats().min(ERF_LIMIT);
            FloatVector power = limited.fma(R6, R5);
            power = power.fma(limited, FloatVector.broadcast(SPECIES, R4));
            power = power.fma(limited, FloatVector.broadcast(SPECIES, R3));
            power = power.fma(limited, FloatVector.broadcast(SPECIES, R2));
            power = power.fma(limited, FloatVector.broadcast(SPECIES, R1));
            power = power.fma(limited, FloatVector.broadcast(SPECIES, R0));
            FloatVector shifted = power.fma(LOG2_E, ROUND);
            FloatVector n = shifted.sub(ROUND);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_HIGH), power);
            r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_LOW), r);
            FloatVector e = r.fma(SingleExponential.P5, SingleExponential.P4);
            e = e.fma(r, FloatVector.broadcast(SPECIES, SingleExponential.P3));
            e = e.fma(r, FloatVector.broadcast(SPECIES, SingleExponential.P2));
            e = e.fma(r, FloatVector.broadcast(SPECIES, SingleExponential.P1));
            e = e.fma(r, FloatVector.broadcast(SPECIES, SingleExponential.P0));
            FloatVector q = r.mul(r).fma(e, r);
            IntVector exponent = shifted.reinterpretAsInts().sub(BITS_OF_ROUND - 127);
            FloatVector scale = exponent.lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector far = FloatVector.broadcast(SPECIES, 1).sub(scale.fma(q, scale));

            IntVector sign = x.reinterpretAsInts().and(Integer.MIN_VALUE);
            IntVector signed = far.reinterpretAsInts().or(sign);
            // All ones where the magnitude is less than 1.
            IntVector small = magnitude.sub(BITS_OF_ONE).lanewise(ASHR, 31);
            IntVector chosen = near.sub(signed).and(small).add(signed);
            VECTOR.cast(chosen.reinterpretAsFloats()).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = SingleErrorFunction.erf(values[i]);
        }
    }

    static void erfc(float[] values, int from, int to) {
        int end = from + SPECIES.loopBound(to - from);
        for (int i = from; i < end; i += VectorLanes.COUNT) {
            IntVector bits = FloatVector.fromArray(SPECIES, values, i).reinterpretAsInts();
            FloatVector x = bits.and(Integer.MAX_VALUE).reinterpretAsFloats().min(ERFC_LIMIT);
            FloatVector minusSquare = x.mul(x).neg();
            FloatVector squareRest = x.fma(x, minusSquare);
            FloatVector shifted = minusSquare.fma(LOG2_E, ROUND);
            FloatVector n = shifted.sub(ROUND);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_HIGH), minusSquare);
            r = r.sub(n.fma(FloatVector.broadcast(SPECIES, LN_2_LOW), squareRest));
            FloatVector e = r.fma(SingleExponential.P5, SingleExponential.P4);
            e = e.fma(r, FloatVector.broadcast(SPECIES, SingleExponential.P3));
            e = e.fma(r, FloatVector.broadcast(SPECIES, SingleExponential.P2));
            e = e.fma(r, FloatVector.broadcast(SPECIES, SingleExponential.P1));
            e = e.fma(r, FloatVector.broadcast(SPECIES, SingleExponential.P0));
            FloatVector q = r.mul(r).fma(e, r);

            FloatVector divisor = x.add(CENTER);
            FloatVector divisorRest = x.sub(divisor.sub(CENTER));
            FloatVector one = FloatVector.broadcast(SPECIES, 1);
            FloatVector u = one.div(divisor);
            FloatVector minusU = u.neg();
            FloatVector uRest = u.mul(minusU.fma(divisorRest, minusU.fma(divisor, one)));
            FloatVector t = u.fma(-2 * CENTER, 1);
            t = uRest.fma(FloatVector.broadcast(SPECIES, -2 * CENTER), t);
            FloatVector p = t.fma(Q11, Q10);
            p = p.fma(t, FloatVector.broadcast(SPECIES, Q9));
            p = p.fma(t, FloatVector.broadcast(SPECIES, Q8));
            p = p.fma(t, FloatVector.broadcast(SPECIES, Q7));
            p = p.fma(t, FloatVector.broadcast(SPECIES, Q6));
            p = p.fma(t, FloatVector.broadcast(SPECIES, Q5));
            p = p.fma(t, FloatVector.broadcast(SPECIES, Q4));
            p = p.fma(t, FloatVector.broadcast(SPECIES, Q3));
            p = p.fma(t, FloatVector.broadcast(SPECIES, Q2));
            p = p.fma(t, FloatVector.broadcast(SPECIES, Q1));
            FloatVector g = p.fma(t, FloatVector.broadcast(SPECIES, Q0));
            FloatVector gRest = p.fma(t, FloatVector.broadcast(SPECIES, Q0).sub(g));
            FloatVector v = g.mul(u);
            FloatVector vRest = gRest.fma(u, g.fma(uRest, g.fma(u, v.neg())));
            FloatVector y = v.add(v.fma(q, vRest.fma(q, vRest)));

            IntVector exponent = shifted.reinterpretAsInts().sub(BITS_OF_ROUND - 127 - SHIFT);
            FloatVector scale = exponent.lanewise(LSHL, 23).reinterpretAsFloats();
            IntVector tail = y.mul(scale).mul(SHIFT_BACK).reinterpretAsInts();
            // 2 - tail left of 0, 0 + tail right of it.
            FloatVector signed = tail.or(bits.and(Integer.MIN_VALUE)).reinterpretAsFloats();
            IntVector two = bits.lanewise(ASHR, 31).and(BITS_OF_TWO);
            VECTOR.cast(signed.add(two.reinterpretAsFloats())).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = SingleErrorFunction.erfc(values[i]);
        }
    }
}
