package org.nnlang.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loop of products: a tile of a few sums by a few vectors, which stay in registers while one term after the
 * other is added to them.
 *
 * <pre>
 *                       w0  w1  w2  w3        vectors of term k
 *   factor of sum 0  [ s00 s01 s02 s03 ]
 *   factor of sum 1  [ s10 s11 s12 s13 ]      s += factor w, for all terms k in their order
 *   ...
 * </pre>
 *
 * <p>In the forward product sums are rows and terms are inputs; in the gradient of a weight sums are inputs and terms are
 * rows. Each element is one chain of fused multiply-adds, from an initial value, in the order of the terms, then plus a
 * bias: which tile calculates it shows in the speed only. Large tiles are in {@link VectorFiveByFour} and {@link VectorSixByTwo}. The vectors are local variables, written out one by one, since
 * the just-in-time compiler keeps those in registers, and no array of them; the loops live in methods without arguments,
 * which say what is what by name.
 */
final class VectorTile {
    private static final VectorSpecies<Float> LANES = VectorLanes.SPECIES;
    private static final int COUNT = VectorLanes.COUNT;

    /** The factor of sum i and term k is at {@code factorsAt + i * factorStride + k * factorStep}. */
    float[] factors;

    int factorsAt;
    int factorStride;
    int factorStep;

    /** Term k begins at {@code termsAt + k * termStride}. */
    float[] terms;

    int termsAt;
    int termStride;

    /** How many terms. */
    int count;

    /** Sum i starts with what is at {@code initialAt + i * initialStride}. */
    float[] initial;

    int initialAt;
    int initialStride;

    /** What is added to every sum in the end, from {@code biasAt}. */
    float[] bias;

    int biasAt;

    /** Sum i is written to {@code targetAt + i * targetStride}. */
    float[] target;

    int targetAt;
    int targetStride;

    /** A tile without operands yet. */
    VectorTile() {
        float[] none = {};
        this.factors = none;
        this.terms = none;
        this.initial = none;
        this.bias = none;
        this.target = none;
    }

    /** One sum by four vectors: for a batch of one, and for the sums that no tile takes. */
    void oneByFour() {
        FloatVector s00 = FloatVector.fromArray(LANES, initial, initialAt);
        FloatVector s01 = FloatVector.fromArray(LANES, initial, initialAt + COUNT);
        FloatVector s02 = FloatVector.fromArray(LANES, initial, initialAt + 2 * COUNT);
        FloatVector s03 = FloatVector.fromArray(LANES, initial, initialAt + 3 * COUNT);
        float[] x = factors;
        float[] w = terms;
        int x0 = factorsAt;
        int w0At = termsAt;
        int k = 0;
        for (int i = 0; i < count; i++) {
            int at = w0At + i * VectorWeights.PANEL;
            FloatVector w0 = FloatVector.fromArray(LANES, w, at);
            FloatVector w1 = FloatVector.fromArray(LANES, w, at + COUNT);
            FloatVector w2 = FloatVector.fromArray(LANES, w, at + 2 * COUNT);
            FloatVector w3 = FloatVector.fromArray(LANES, w, at + 3 * COUNT);
            FloatVector factor = FloatVector.broadcast(LANES, x[x0 + k]);
            s00 = factor.fma(w0, s00);
            s01 = factor.fma(w1, s01);
            s02 = factor.fma(w2, s02);
            s03 = factor.fma(w3, s03);
            k += factorStep;
        }
        FloatVector b = FloatVector.fromArray(LANES, bias, biasAt);
        s00.add(b).intoArray(target, targetAt);
        b = FloatVector.fromArray(LANES, bias, biasAt + COUNT);
        s01.add(b).intoArray(target, targetAt + COUNT);
        b = FloatVector.fromArray(LANES, bias, biasAt + 2 * COUNT);
        s02.add(b).intoArray(target, targetAt + 2 * COUNT);
        b = FloatVector.fromArray(LANES, bias, biasAt + 3 * COUNT);
        s03.add(b).intoArray(target, targetAt + 3 * COUNT);
    }

    /** Five sums by one vector, for the units that fill no tile. */
    void fiveByOne() {
        FloatVector s00 = FloatVector.fromArray(LANES, initial, initialAt);
        FloatVector s10 = FloatVector.fromArray(LANES, initial, initialAt + initialStride);
        FloatVector s20 = FloatVector.fromArray(LANES, initial, initialAt + 2 * initialStride);
        FloatVector s30 = FloatVector.fromArray(LANES, initial, initialAt + 3 * initialStride);
        FloatVector s40 = FloatVector.fromArray(LANES, initial, initialAt + 4 * initialStride);
        float[] x = factors;
        float[] w = terms;
        int x0 = factorsAt;
        int x1 = x0 + factorStride;
        int x2 = x1 + factorStride;
        int x3 = x2 + factorStride;
        int x4 = x3 + factorStride;
        int at = termsAt;
        int k = 0;
        for (int i = 0; i < count; i++) {
            FloatVector w0 = FloatVector.fromArray(LANES, w, at);
            FloatVector factor = FloatVector.broadcast(LANES, x[x0 + k]);
            s00 = factor.fma(w0, s00);
            factor = FloatVector.broadcast(LANES, x[x1 + k]);
            s10 = factor.fma(w0, s10);
            factor = FloatVector.broadcast(LANES, x[x2 + k]);
            s20 = factor.fma(w0, s20);
            factor = FloatVector.broadcast(LANES, x[x3 + k]);
            s30 = factor.fma(w0, s30);
            factor = FloatVector.broadcast(LANES, x[x4 + k]);
            s40 = factor.fma(w0, s40);
            at += termStride;
            k += factorStep;
        }
        FloatVector b = FloatVector.fromArray(LANES, bias, biasAt);
        s00.add(b).intoArray(target, targetAt);
        s10.add(b).intoArray(target, targetAt + targetStride);
        s20.add(b).intoArray(target, targetAt + 2 * targetStride);
        s30.add(b).intoArray(target, targetAt + 3 * targetStride);
        s40.add(b).intoArray(target, targetAt + 4 * targetStride);
    }

    /** One sum by one vector. */
    void oneByOne() {
        FloatVector s00 = FloatVector.fromArray(LANES, initial, initialAt);
        float[] x = factors;
        float[] w = terms;
        int x0 = factorsAt;
        int at = termsAt;
        int k = 0;
        for (int i = 0; i < count; i++) {
            FloatVector w0 = FloatVector.fromArray(LANES, w, at);
            FloatVector factor = FloatVector.broadcast(LANES, x[x0 + k]);
            s00 = factor.fma(w0, s00);
            at += termStride;
            k += factorStep;
        }
        FloatVector b = FloatVector.fromArray(LANES, bias, biasAt);
        s00.add(b).intoArray(target, targetAt);
    }
}
