package org.nnlang.runtime.kernel;

/**
 * The weight of a fully connected layer, packed for the kernels that start at once, and from some moment on for those that
 * are faster.
 *
 * <p>Whoever takes the arrays, as training does, gets those of the faster kernels, which never change again.
 */
final class AdaptiveWeights implements DenseWeights {
    private final DivisibleKernels fast;
    private volatile Packed packed;

    /**
     * As they are packed at one moment: other threads may pack them again at any time, and what was packed for which kernels has to be
     * known together.
     *
     * @param isFast whether for the faster kernels
     */
    record Packed(DenseWeights weights, boolean isFast) {}

    private AdaptiveWeights(DivisibleKernels fast, Packed packed) {
        this.fast = fast;
        this.packed = packed;
    }

    /** Zeros, packed for the kernels that start at once. */
    static AdaptiveWeights startingWith(DivisibleKernels start, DivisibleKernels fast, int units, int inputs) {
        return new AdaptiveWeights(fast, new Packed(start.denseWeights(units, inputs), false));
    }

    /** Whether they are packed for the faster kernels. */
    boolean isFast() {
        return packed.isFast();
    }

    /** As they are packed now. */
    Packed packed() {
        return packed;
    }

    /** As the faster kernels pack them: packed again where they are not. */
    DenseWeights fast() {
        if (!isFast()) {
            packAgain();
        }
        return packed.weights();
    }

    private synchronized void packAgain() {
        if (isFast()) {
            return;
        }
        DenseWeights again = fast.denseWeights(units(), inputs());
        float[] values = new float[units() * inputs()];
        read(values);
        again.write(values);
        packed = new Packed(again, true);
    }

    @Override
    public int units() {
        return packed.weights().units();
    }

    @Override
    public int inputs() {
        return packed.weights().inputs();
    }

    @Override
    public void read(float[] target) {
        packed.weights().read(target);
    }

    @Override
    public synchronized void write(float[] source) {
        packed.weights().write(source);
    }

    @Override
    public synchronized void write(int from, float[] source, int count) {
        packed.weights().write(from, source, count);
    }

    @Override
    public AdaptiveWeights sameLayout() {
        return new AdaptiveWeights(fast, new Packed(fast().sameLayout(), true));
    }

    @Override
    public float[][] arrays() {
        return fast().arrays();
    }

    @Override
    public double sumOfSquares() {
        return packed.weights().sumOfSquares();
    }
}
