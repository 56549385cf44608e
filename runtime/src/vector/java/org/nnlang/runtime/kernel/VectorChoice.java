package org.nnlang.runtime.kernel;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.nnlang.runtime.kernel.VectorLanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Choices between two numbers for a vector of them at a time; what is left over goes one by one.
 *
 * <p>One method for each comparison, since the compiler of the virtual machine has to know which one it is.
 */
final class VectorChoice {
    private VectorChoice() {}

    static void greater(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        int end = SPECIES.loopBound(count);
        for (int i = 0; i < end; i += VectorLanes.COUNT) {
            FloatVector compared = FloatVector.fromArray(SPECIES, left, i);
            VectorMask<Float> holds = compared.compare(GT, FloatVector.fromArray(SPECIES, right, i));
            FloatVector taken = FloatVector.fromArray(SPECIES, whenTrue, i);
            FloatVector.fromArray(SPECIES, otherwise, i).blend(taken, holds).intoArray(result, at + i);
        }
        for (int i = end; i < count; i++) {
            result[at + i] = Scalar.choose(left[i] > right[i], whenTrue[i], otherwise[i]);
        }
    }

    static void greaterOrEqual(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        int end = SPECIES.loopBound(count);
        for (int i = 0; i < end; i += VectorLanes.COUNT) {
            FloatVector compared = FloatVector.fromArray(SPECIES, left, i);
            VectorMask<Float> holds = compared.compare(GE, FloatVector.fromArray(SPECIES, right, i));
            FloatVector taken = FloatVector.fromArray(SPECIES, whenTrue, i);
            FloatVector.fromArray(SPECIES, otherwise, i).blend(taken, holds).intoArray(result, at + i);
        }
        for (int i = end; i < count; i++) {
            result[at + i] = Scalar.choose(left[i] >= right[i], whenTrue[i], otherwise[i]);
        }
    }

    static void equal(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        int end = SPECIES.loopBound(count);
        for (int i = 0; i < end; i += VectorLanes.COUNT) {
            FloatVector compared = FloatVector.fromArray(SPECIES, left, i);
            VectorMask<Float> holds = compared.compare(EQ, FloatVector.fromArray(SPECIES, right, i));
            FloatVector taken = FloatVector.fromArray(SPECIES, whenTrue, i);
            FloatVector.fromArray(SPECIES, otherwise, i).blend(taken, holds).intoArray(result, at + i);
        }
        for (int i = end; i < count; i++) {
            result[at + i] = Scalar.choose(left[i] == right[i], whenTrue[i], otherwise[i]);
        }
    }

    static void greater(
            float[] left, float right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        int end = SPECIES.loopBound(count);
        FloatVector bound = FloatVector.broadcast(SPECIES, right);
        for (int i = 0; i < end; i += VectorLanes.COUNT) {
            FloatVector compared = FloatVector.fromArray(SPECIES, left, i);
            VectorMask<Float> holds = compared.compare(GT, bound);
            FloatVector taken = FloatVector.fromArray(SPECIES, whenTrue, i);
            FloatVector.fromArray(SPECIES, otherwise, i).blend(taken, holds).intoArray(result, at + i);
        }
        for (int i = end; i < count; i++) {
            result[at + i] = Scalar.choose(left[i] > right, whenTrue[i], otherwise[i]);
        }
    }

    static void less(
            float[] left, float right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        int end = SPECIES.loopBound(count);
        FloatVector bound = FloatVector.broadcast(SPECIES, right);
        for (int i = 0; i < end; i += VectorLanes.COUNT) {
            FloatVector compared = FloatVector.fromArray(SPECIES, left, i);
            VectorMask<Float> holds = compared.compare(LT, bound);
            FloatVector taken = FloatVector.fromArray(SPECIES, whenTrue, i);
            FloatVector.fromArray(SPECIES, otherwise, i).blend(taken, holds).intoArray(result, at + i);
        }
        for (int i = end; i < count; i++) {
            result[at + i] = Scalar.choose(left[i] < right, whenTrue[i], otherwise[i]);
        }
    }

    static void greater(
            float[] left, float right, float[] whenTrue, float otherwise, float[] result, int from, int to) {
        int end = from + SPECIES.loopBound(to - from);
        FloatVector bound = FloatVector.broadcast(SPECIES, right);
        FloatVector rest = FloatVector.broadcast(SPECIES, otherwise);
        for (int i = from; i < end; i += VectorLanes.COUNT) {
            VectorMask<Float> holds = FloatVector.fromArray(SPECIES, left, i).compare(GT, bound);
            rest.blend(FloatVector.fromArray(SPECIES, whenTrue, i), holds).intoArray(result, i);
        }
        for (int i = end; i < to; i++) {
            result[i] = Scalar.choose(left[i] > right, whenTrue[i], otherwise);
        }
    }
}
