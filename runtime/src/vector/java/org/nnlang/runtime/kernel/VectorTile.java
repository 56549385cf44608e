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
 * bias: which tile calculates it shows in the speed only. The vectors are local variables, written out one by one, since
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

    /** Five sums by four vectors, for machines of 32 vector registers. */
    void fiveByFour() {
        FloatVector s00 = FloatVector.fromArray(LANES, initial, initialAt);
        FloatVector s01 = FloatVector.fromArray(LANES, initial, initialAt + COUNT);
        FloatVector s02 = FloatVector.fromArray(LANES, initial, initialAt + 2 * COUNT);
        FloatVector s03 = FloatVector.fromArray(LANES, initial, initialAt + 3 * COUNT);
        FloatVector s10 = FloatVector.fromArray(LANES, initial, initialAt + initialStride);
        FloatVector s11 = FloatVector.fromArray(LANES, initial, initialAt + initialStride + COUNT);
        FloatVector s12 = FloatVector.fromArray(LANES, initial, initialAt + initialStride + 2 * COUNT);
        FloatVector s13 = FloatVector.fromArray(LANES, initial, initialAt + initialStride + 3 * COUNT);
        FloatVector s20 = FloatVector.fromArray(LANES, initial, initialAt + 2 * initialStride);
        FloatVector s21 = FloatVector.fromArray(LANES, initial, initialAt + 2 * initialStride + COUNT);
        FloatVector s22 = FloatVector.fromArray(LANES, initial, initialAt + 2 * initialStride + 2 * COUNT);
        FloatVector s23 = FloatVector.fromArray(LANES, initial, initialAt + 2 * initialStride + 3 * COUNT);
        FloatVector s30 = FloatVector.fromArray(LANES, initial, initialAt + 3 * initialStride);
        FloatVector s31 = FloatVector.fromArray(LANES, initial, initialAt + 3 * initialStride + COUNT);
        FloatVector s32 = FloatVector.fromArray(LANES, initial, initialAt + 3 * initialStride + 2 * COUNT);
        FloatVector s33 = FloatVector.fromArray(LANES, initial, initialAt + 3 * initialStride + 3 * COUNT);
        FloatVector s40 = FloatVector.fromArray(LANES, initial, initialAt + 4 * initialStride);
        FloatVector s41 = FloatVector.fromArray(LANES, initial, initialAt + 4 * initialStride + COUNT);
        FloatVector s42 = FloatVector.fromArray(LANES, initial, initialAt + 4 * initialStride + 2 * COUNT);
        FloatVector s43 = FloatVector.fromArray(LANES, initial, initialAt + 4 * initialStride + 3 * COUNT);
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
            at += termStride;
            k += factorStep;
        }
        FloatVector b = FloatVector.fromArray(LANES, bias, biasAt);
        s00.add(b).intoArray(target, targetAt);
        s10.add(b).intoArray(target, targetAt + targetStride);
        s20.add(b).intoArray(target, targetAt + 2 * targetStride);
        s30.add(b).intoArray(target, targetAt + 3 * targetStride);
        s40.add(b).intoArray(target, targetAt + 4 * targetStride);
        b = FloatVector.fromArray(LANES, bias, biasAt + COUNT);
        s01.add(b).intoArray(target, targetAt + COUNT);
        s11.add(b).intoArray(target, targetAt + targetStride + COUNT);
        s21.add(b).intoArray(target, targetAt + 2 * targetStride + COUNT);
        s31.add(b).intoArray(target, targetAt + 3 * targetStride + COUNT);
        s41.add(b).intoArray(target, targetAt + 4 * targetStride + COUNT);
        b = FloatVector.fromArray(LANES, bias, biasAt + 2 * COUNT);
        s02.add(b).intoArray(target, targetAt + 2 * COUNT);
        s12.add(b).intoArray(target, targetAt + targetStride + 2 * COUNT);
        s22.add(b).intoArray(target, targetAt + 2 * targetStride + 2 * COUNT);
        s32.add(b).intoArray(target, targetAt + 3 * targetStride + 2 * COUNT);
        s42.add(b).intoArray(target, targetAt + 4 * targetStride + 2 * COUNT);
        b = FloatVector.fromArray(LANES, bias, biasAt + 3 * COUNT);
        s03.add(b).intoArray(target, targetAt + 3 * COUNT);
        s13.add(b).intoArray(target, targetAt + targetStride + 3 * COUNT);
        s23.add(b).intoArray(target, targetAt + 2 * targetStride + 3 * COUNT);
        s33.add(b).intoArray(target, targetAt + 3 * targetStride + 3 * COUNT);
        s43.add(b).intoArray(target, targetAt + 4 * targetStride + 3 * COUNT);
    }

    /** Six sums by two vectors, for machines of 16. */
    void sixByTwo() {
        FloatVector s00 = FloatVector.fromArray(LANES, initial, initialAt);
        FloatVector s01 = FloatVector.fromArray(LANES, initial, initialAt + COUNT);
        FloatVector s10 = FloatVector.fromArray(LANES, initial, initialAt + initialStride);
        FloatVector s11 = FloatVector.fromArray(LANES, initial, initialAt + initialStride + COUNT);
        FloatVector s20 = FloatVector.fromArray(LANES, initial, initialAt + 2 * initialStride);
        FloatVector s21 = FloatVector.fromArray(LANES, initial, initialAt + 2 * initialStride + COUNT);
        FloatVector s30 = FloatVector.fromArray(LANES, initial, initialAt + 3 * initialStride);
        FloatVector s31 = FloatVector.fromArray(LANES, initial, initialAt + 3 * initialStride + COUNT);
        FloatVector s40 = FloatVector.fromArray(LANES, initial, initialAt + 4 * initialStride);
        FloatVector s41 = FloatVector.fromArray(LANES, initial, initialAt + 4 * initialStride + COUNT);
        FloatVector s50 = FloatVector.fromArray(LANES, initial, initialAt + 5 * initialStride);
        FloatVector s51 = FloatVector.fromArray(LANES, initial, initialAt + 5 * initialStride + COUNT);
        float[] x = factors;
        float[] w = terms;
        int x0 = factorsAt;
        int x1 = x0 + factorStride;
        int x2 = x1 + factorStride;
        int x3 = x2 + factorStride;
        int x4 = x3 + factorStride;
        int x5 = x4 + factorStride;
        int at = termsAt;
        int k = 0;
        for (int i = 0; i < count; i++) {
            FloatVector w0 = FloatVector.fromArray(LANES, w, at);
            FloatVector w1 = FloatVector.fromArray(LANES, w, at + COUNT);
            FloatVector factor = FloatVector.broadcast(LANES, x[x0 + k]);
            s00 = factor.fma(w0, s00);
            s01 = factor.fma(w1, s01);
            factor = FloatVector.broadcast(LANES, x[x1 + k]);
            s10 = factor.fma(w0, s10);
            s11 = factor.fma(w1, s11);
            factor = FloatVector.broadcast(LANES, x[x2 + k]);
            s20 = factor.fma(w0, s20);
            s21 = factor.fma(w1, s21);
            factor = FloatVector.broadcast(LANES, x[x3 + k]);
            s30 = factor.fma(w0, s30);
            s31 = factor.fma(w1, s31);
            factor = FloatVector.broadcast(LANES, x[x4 + k]);
            s40 = factor.fma(w0, s40);
            s41 = factor.fma(w1, s41);
            factor = FloatVector.broadcast(LANES, x[x5 + k]);
            s50 = factor.fma(w0, s50);
            s51 = factor.fma(w1, s51);
            at += termStride;
            k += factorStep;
        }
        FloatVector b = FloatVector.fromArray(LANES, bias, biasAt);
        s00.add(b).intoArray(target, targetAt);
        s10.add(b).intoArray(target, targetAt + targetStride);
        s20.add(b).intoArray(target, targetAt + 2 * targetStride);
        s30.add(b).intoArray(target, targetAt + 3 * targetStride);
        s40.add(b).intoArray(target, targetAt + 4 * targetStride);
        s50.add(b).intoArray(target, targetAt + 5 * targetStride);
        b = FloatVector.fromArray(LANES, bias, biasAt + COUNT);
        s01.add(b).intoArray(target, targetAt + COUNT);
        s11.add(b).intoArray(target, targetAt + targetStride + COUNT);
        s21.add(b).intoArray(target, targetAt + 2 * targetStride + COUNT);
        s31.add(b).intoArray(target, targetAt + 3 * targetStride + COUNT);
        s41.add(b).intoArray(target, targetAt + 4 * targetStride + COUNT);
        s51.add(b).intoArray(target, targetAt + 5 * targetStride + COUNT);
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
        int at = termsAt;
        int k = 0;
        for (int i = 0; i < count; i++) {
            FloatVector w0 = FloatVector.fromArray(LANES, w, at);
            FloatVector w1 = FloatVector.fromArray(LANES, w, at + COUNT);
            FloatVector w2 = FloatVector.fromArray(LANES, w, at + 2 * COUNT);
            FloatVector w3 = FloatVector.fromArray(LANES, w, at + 3 * COUNT);
            FloatVector factor = FloatVector.broadcast(LANES, x[x0 + k]);
            s00 = factor.fma(w0, s00);
            s01 = factor.fma(w1, s01);
            s02 = factor.fma(w2, s02);
            s03 = factor.fma(w3, s03);
            at += termStride;
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
