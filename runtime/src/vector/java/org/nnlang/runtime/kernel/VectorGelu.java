package org.nnlang.runtime.kernel;

import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static org.nnlang.runtime.kernel.SingleExponential.BITS_OF_ROUND;
import static org.nnlang.runtime.kernel.SingleExponential.LN_2_HIGH;
import static org.nnlang.runtime.kernel.SingleExponential.LN_2_LOW;
import static org.nnlang.runtime.kernel.SingleExponential.LOG2_E;
import static org.nnlang.runtime.kernel.SingleExponential.ROUND;
import static org.nnlang.runtime.kernel.SingleExponential.SHIFT;
import static org.nnlang.runtime.kernel.SingleExponential.SHIFT_BACK;
import static org.nnlang.runtime.kernel.SingleGelu.P0;
import static org.nnlang.runtime.kernel.SingleGelu.P1;
import static org.nnlang.runtime.kernel.SingleGelu.P2;
import static org.nnlang.runtime.kernel.SingleGelu.P3;
import static org.nnlang.runtime.kernel.SingleGelu.P4;
import static org.nnlang.runtime.kernel.SingleGelu.Q0;
import static org.nnlang.runtime.kernel.SingleGelu.Q1;
import static org.nnlang.runtime.kernel.SingleGelu.Q2;
import static org.nnlang.runtime.kernel.SingleGelu.Q3;
import static org.nnlang.runtime.kernel.SingleGelu.Q4;
import static org.nnlang.runtime.kernel.SingleGelu.Q5;
import static org.nnlang.runtime.kernel.VectorLanes.SPECIES;
import static org.nnlang.runtime.kernel.VectorLanes.VECTOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** The steps of {@link SingleGelu} for a vector of numbers at a time; what is left over goes one by one. */
final class VectorGelu {
    private static final int BITS_OF_LIMIT = Float.floatToRawIntBits(SingleGelu.LIMIT);

    private VectorGelu() {}

    static void gelu(float[] values, int from, int to) {
        int end = from + SPECIES.loopBound(to - from);
        for (int i = from; i < end; i += VectorLanes.COUNT) {
            FloatVector x = FloatVector.fromArray(SPECIES, values, i);
            IntVector magnitude = x.reinterpretAsInts().and(Integer.MAX_VALUE);
            FloatVector m = magnitude.min(BITS_OF_LIMIT).reinterpretAsFloats();
            FloatVector minusHalf = m.mul(-0.5f);
            FloatVector s = m.mul(minusHalf);
            FloatVector rest = minusHalf.fma(m, s.neg());
            FloatVector shifted = s.fma(LOG2_E, ROUND);
            FloatVector n = shifted.sub(ROUND);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN_2_HIGH), s);
            r = r.add(n.fma(FloatVector.broadcast(SPECIES, -LN_2_LOW), rest));
            FloatVector square = r.mul(r);
            FloatVector e = r.fma(SingleExponential.P5, SingleExponential.P4)
                    .fma(square, r.fma(SingleExponential.P3, SingleExponential.P2));
            e = e.fma(square, r.fma(SingleExponential.P1, SingleExponential.P0));
            FloatVector q = square.fma(e, r);

            FloatVector rise = s.fma(FloatVector.broadcast(SPECIES, 4 * P4), m.fma(-2 * P3, -2 * P2));
            rise = rise.fma(s, m.mul(P1));
            FloatVector dividend = rise.add(P0).fma(q, rise).add(P0);
            FloatVector fall = m.fma(4 * Q5, 4 * Q4).fma(s, m.fma(-2 * Q3, -2 * Q2));
            FloatVector divisor =
                    m.fma(FloatVector.broadcast(SPECIES, Q1), fall.mul(s)).add(Q0);
            IntVector exponent = shifted.reinterpretAsInts().sub(BITS_OF_ROUND - 127 - SHIFT);
            FloatVector scale = exponent.lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector tail = m.mul(scale).div(divisor).mul(dividend);
            // As the greater of x and 0, in a third of its instructions.
            FloatVector right = x.blend(0, x.compare(LE, 0));
            FloatVector y = tail.fma(FloatVector.broadcast(SPECIES, -SHIFT_BACK), right);
            VECTOR.cast(y).intoArray(values, i);
        }
        for (int i = end; i < to; i++) {
            values[i] = SingleGelu.gelu(values[i]);
        }
    }
}
