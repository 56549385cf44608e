package org.nnlang.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Five sums by four vectors of a whole panel, for machines of 32 vector registers: the loop of {@link VectorTile} where nearly all time is spent.
 *
 * <p>The panel's width is a constant here, and the loop's variable the only one that moves: so the just-in-time compiler checks the
 * bounds of arrays before the loop and not in it, which makes a quarter of the speed.
 */
final class VectorFiveByFour {
    private static final VectorSpecies<Float> LANES = VectorLanes.SPECIES;
    private static final int COUNT = VectorLanes.COUNT;

    private VectorFiveByFour() {}

    /** For factors of one sum that lie side by side: a product. */
    static void near(VectorTile tile) {
        float[] initial = tile.initial;
        int start = tile.initialAt;
        int startStride = tile.initialStride;
        FloatVector s00 = FloatVector.fromArray(LANES, initial, start);
        FloatVector s01 = FloatVector.fromArray(LANES, initial, start + COUNT);
        FloatVector s02 = FloatVector.fromArray(LANES, initial, start + 2 * COUNT);
        FloatVector s03 = FloatVector.fromArray(LANES, initial, start + 3 * COUNT);
        FloatVector s10 = FloatVector.fromArray(LANES, initial, start + startStride);
        FloatVector s11 = FloatVector.fromArray(LANES, initial, start + startStride + COUNT);
        FloatVector s12 = FloatVector.fromArray(LANES, initial, start + startStride + 2 * COUNT);
        FloatVector s13 = FloatVector.fromArray(LANES, initial, start + startStride + 3 * COUNT);
        FloatVector s20 = FloatVector.fromArray(LANES, initial, start + 2 * startStride);
        FloatVector s21 = FloatVector.fromArray(LANES, initial, start + 2 * startStride + COUNT);
        FloatVector s22 = FloatVector.fromArray(LANES, initial, start + 2 * startStride + 2 * COUNT);
        FloatVector s23 = FloatVector.fromArray(LANES, initial, start + 2 * startStride + 3 * COUNT);
        FloatVector s30 = FloatVector.fromArray(LANES, initial, start + 3 * startStride);
        FloatVector s31 = FloatVector.fromArray(LANES, initial, start + 3 * startStride + COUNT);
        FloatVector s32 = FloatVector.fromArray(LANES, initial, start + 3 * startStride + 2 * COUNT);
        FloatVector s33 = FloatVector.fromArray(LANES, initial, start + 3 * startStride + 3 * COUNT);
        FloatVector s40 = FloatVector.fromArray(LANES, initial, start + 4 * startStride);
        FloatVector s41 = FloatVector.fromArray(LANES, initial, start + 4 * startStride + COUNT);
        FloatVector s42 = FloatVector.fromArray(LANES, initial, start + 4 * startStride + 2 * COUNT);
        FloatVector s43 = FloatVector.fromArray(LANES, initial, start + 4 * startStride + 3 * COUNT);
        float[] x = tile.factors;
        float[] w = tile.terms;
        int stride = tile.factorStride;
        int x0 = tile.factorsAt;
        int x1 = x0 + stride;
        int x2 = x1 + stride;
        int x3 = x2 + stride;
        int x4 = x3 + stride;
        int w0At = tile.termsAt;
        int count = tile.count;
        for (int k = 0; k < count; k++) {
            int at = w0At + k * VectorWeights.PANEL;
            FloatVector w0 = FloatVector.fromArray(LANES, w, at);
            FloatVector w1 = FloatVector.fromArray(LANES, w, at + COUNT);
            FloatVector w2 = FloatVector.fromArray(LANES, w, at + 2 * COUNT);
            FloatVector w3 = FloatVector.fromArray(LANES, w, at + 3 * COUNT);
            FloatVector factor = FloatVector.broadcast(LANES, x[x0 + k]);
            s00 = factor.fma(w0, s00);
            s01 = factor.fma(w1, s01);
            s02 = factor.fma(w2, s02);
            s03 = factor.fma(w3, s03);
            factor = FloatVector.broadcast(LANES, x[x1 + k]);
            s10 = factor.fma(w0, s10);
            s11 = factor.fma(w1, s11);
            s12 = factor.fma(w2, s12);
            s13 = factor.fma(w3, s13);
            factor = FloatVector.broadcast(LANES, x[x2 + k]);
            s20 = factor.fma(w0, s20);
            s21 = factor.fma(w1, s21);
            s22 = factor.fma(w2, s22);
            s23 = factor.fma(w3, s23);
            factor = FloatVector.broadcast(LANES, x[x3 + k]);
            s30 = factor.fma(w0, s30);
            s31 = factor.fma(w1, s31);
            s32 = factor.fma(w2, s32);
            s33 = factor.fma(w3, s33);
            factor = FloatVector.broadcast(LANES, x[x4 + k]);
            s40 = factor.fma(w0, s40);
            s41 = factor.fma(w1, s41);
            s42 = factor.fma(w2, s42);
            s43 = factor.fma(w3, s43);
        }
        float[] bias = tile.bias;
        float[] target = tile.target;
        int to = tile.targetAt;
        int toStride = tile.targetStride;
        FloatVector b = FloatVector.fromArray(LANES, bias, tile.biasAt);
        s00.add(b).intoArray(target, to);
        s10.add(b).intoArray(target, to + toStride);
        s20.add(b).intoArray(target, to + 2 * toStride);
        s30.add(b).intoArray(target, to + 3 * toStride);
        s40.add(b).intoArray(target, to + 4 * toStride);
        b = FloatVector.fromArray(LANES, bias, tile.biasAt + COUNT);
        s01.add(b).intoArray(target, to + COUNT);
        s11.add(b).intoArray(target, to + toStride + COUNT);
        s21.add(b).intoArray(target, to + 2 * toStride + COUNT);
        s31.add(b).intoArray(target, to + 3 * toStride + COUNT);
        s41.add(b).intoArray(target, to + 4 * toStride + COUNT);
        b = FloatVector.fromArray(LANES, bias, tile.biasAt + 2 * COUNT);
        s02.add(b).intoArray(target, to + 2 * COUNT);
        s12.add(b).intoArray(target, to + toStride + 2 * COUNT);
        s22.add(b).intoArray(target, to + 2 * toStride + 2 * COUNT);
        s32.add(b).intoArray(target, to + 3 * toStride + 2 * COUNT);
        s42.add(b).intoArray(target, to + 4 * toStride + 2 * COUNT);
        b = FloatVector.fromArray(LANES, bias, tile.biasAt + 3 * COUNT);
        s03.add(b).intoArray(target, to + 3 * COUNT);
        s13.add(b).intoArray(target, to + toStride + 3 * COUNT);
        s23.add(b).intoArray(target, to + 2 * toStride + 3 * COUNT);
        s33.add(b).intoArray(target, to + 3 * toStride + 3 * COUNT);
        s43.add(b).intoArray(target, to + 4 * toStride + 3 * COUNT);
    }

    /** For factors of one sum that lie apart: the gradient of a weight. */
    static void apart(VectorTile tile) {
        float[] initial = tile.initial;
        int start = tile.initialAt;
        int startStride = tile.initialStride;
        FloatVector s00 = FloatVector.fromArray(LANES, initial, start);
        FloatVector s01 = FloatVector.fromArray(LANES, initial, start + COUNT);
        FloatVector s02 = FloatVector.fromArray(LANES, initial, start + 2 * COUNT);
        FloatVector s03 = FloatVector.fromArray(LANES, initial, start + 3 * COUNT);
        FloatVector s10 = FloatVector.fromArray(LANES, initial, start + startStride);
        FloatVector s11 = FloatVector.fromArray(LANES, initial, start + startStride + COUNT);
        FloatVector s12 = FloatVector.fromArray(LANES, initial, start + startStride + 2 * COUNT);
        FloatVector s13 = FloatVector.fromArray(LANES, initial, start + startStride + 3 * COUNT);
        FloatVector s20 = FloatVector.fromArray(LANES, initial, start + 2 * startStride);
        FloatVector s21 = FloatVector.fromArray(LANES, initial, start + 2 * startStride + COUNT);
        FloatVector s22 = FloatVector.fromArray(LANES, initial, start + 2 * startStride + 2 * COUNT);
        FloatVector s23 = FloatVector.fromArray(LANES, initial, start + 2 * startStride + 3 * COUNT);
        FloatVector s30 = FloatVector.fromArray(LANES, initial, start + 3 * startStride);
        FloatVector s31 = FloatVector.fromArray(LANES, initial, start + 3 * startStride + COUNT);
        FloatVector s32 = FloatVector.fromArray(LANES, initial, start + 3 * startStride + 2 * COUNT);
        FloatVector s33 = FloatVector.fromArray(LANES, initial, start + 3 * startStride + 3 * COUNT);
        FloatVector s40 = FloatVector.fromArray(LANES, initial, start + 4 * startStride);
        FloatVector s41 = FloatVector.fromArray(LANES, initial, start + 4 * startStride + COUNT);
        FloatVector s42 = FloatVector.fromArray(LANES, initial, start + 4 * startStride + 2 * COUNT);
        FloatVector s43 = FloatVector.fromArray(LANES, initial, start + 4 * startStride + 3 * COUNT);
        float[] x = tile.factors;
        float[] w = tile.terms;
        int stride = tile.factorStride;
        int x0 = tile.factorsAt;
        int x1 = x0 + stride;
        int x2 = x1 + stride;
        int x3 = x2 + stride;
        int x4 = x3 + stride;
        int w0At = tile.termsAt;
        int count = tile.count;
        int step = tile.factorStep;
        int next = 0;
        for (int k = 0; k < count; k++) {
            int at = w0At + k * VectorWeights.PANEL;
            FloatVector w0 = FloatVector.fromArray(LANES, w, at);
            FloatVector w1 = FloatVector.fromArray(LANES, w, at + COUNT);
            FloatVector w2 = FloatVector.fromArray(LANES, w, at + 2 * COUNT);
            FloatVector w3 = FloatVector.fromArray(LANES, w, at + 3 * COUNT);
            FloatVector factor = FloatVector.broadcast(LANES, x[x0 + next]);
            s00 = factor.fma(w0, s00);
            s01 = factor.fma(w1, s01);
            s02 = factor.fma(w2, s02);
            s03 = factor.fma(w3, s03);
            factor = FloatVector.broadcast(LANES, x[x1 + next]);
            s10 = factor.fma(w0, s10);
            s11 = factor.fma(w1, s11);
            s12 = factor.fma(w2, s12);
            s13 = factor.fma(w3, s13);
            factor = FloatVector.broadcast(LANES, x[x2 + next]);
            s20 = factor.fma(w0, s20);
            s21 = factor.fma(w1, s21);
            s22 = factor.fma(w2, s22);
            s23 = factor.fma(w3, s23);
            factor = FloatVector.broadcast(LANES, x[x3 + next]);
            s30 = factor.fma(w0, s30);
            s31 = factor.fma(w1, s31);
            s32 = factor.fma(w2, s32);
            s33 = factor.fma(w3, s33);
            factor = FloatVector.broadcast(LANES, x[x4 + next]);
            s40 = factor.fma(w0, s40);
            s41 = factor.fma(w1, s41);
            s42 = factor.fma(w2, s42);
            s43 = factor.fma(w3, s43);
            next += step;
        }
        float[] bias = tile.bias;
        float[] target = tile.target;
        int to = tile.targetAt;
        int toStride = tile.targetStride;
        FloatVector b = FloatVector.fromArray(LANES, bias, tile.biasAt);
        s00.add(b).intoArray(target, to);
        s10.add(b).intoArray(target, to + toStride);
        s20.add(b).intoArray(target, to + 2 * toStride);
        s30.add(b).intoArray(target, to + 3 * toStride);
        s40.add(b).intoArray(target, to + 4 * toStride);
        b = FloatVector.fromArray(LANES, bias, tile.biasAt + COUNT);
        s01.add(b).intoArray(target, to + COUNT);
        s11.add(b).intoArray(target, to + toStride + COUNT);
        s21.add(b).intoArray(target, to + 2 * toStride + COUNT);
        s31.add(b).intoArray(target, to + 3 * toStride + COUNT);
        s41.add(b).intoArray(target, to + 4 * toStride + COUNT);
        b = FloatVector.fromArray(LANES, bias, tile.biasAt + 2 * COUNT);
        s02.add(b).intoArray(target, to + 2 * COUNT);
        s12.add(b).intoArray(target, to + toStride + 2 * COUNT);
        s22.add(b).intoArray(target, to + 2 * toStride + 2 * COUNT);
        s32.add(b).intoArray(target, to + 3 * toStride + 2 * COUNT);
        s42.add(b).intoArray(target, to + 4 * toStride + 2 * COUNT);
        b = FloatVector.fromArray(LANES, bias, tile.biasAt + 3 * COUNT);
        s03.add(b).intoArray(target, to + 3 * COUNT);
        s13.add(b).intoArray(target, to + toStride + 3 * COUNT);
        s23.add(b).intoArray(target, to + 2 * toStride + 3 * COUNT);
        s33.add(b).intoArray(target, to + 3 * toStride + 3 * COUNT);
        s43.add(b).intoArray(target, to + 4 * toStride + 3 * COUNT);
    }
}
