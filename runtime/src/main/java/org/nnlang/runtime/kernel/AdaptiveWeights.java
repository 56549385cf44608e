package org.nnlang.runtime.kernel;

/**
 * The weight of a fully connected layer, packed for the kernels that start at once, and from some moment on for those that
 * are faster.
 *
 * <p>Whoever takes the arrays, as training does, gets those of the faster kernels, which never change again.
 */
final class AdaptiveWeights implements DenseWeights {
    private final DivisibleKernels fast;
    private volatile DenseWeights packed;
    private volatile boolean isFast;

    private AdaptiveWeights(DivisibleKernels fast, DenseWeights packed, boolean isFast) {
        this.fast = fast;
        this.packed = packed;
        this.isFast = isFast;
    }

    /** Zeros, packed for the kernels that start at once. */
    static AdaptiveWeights startingWith(DivisibleKernels start, DivisibleKernels fast, int units, int inputs) {
        return new AdaptiveWeights(fast, start.denseWeights(units, inputs), false);
    }

    /** Whether they are packed for the faster kernels. */
    boolean isFast() {
        return isFast;
    }

    /** As they are packed now. */
    DenseWeights packed() {
        return packed;
    }

    /** As the faster kernels pack them: packed again where they are not. */
    DenseWeights fast() {
        if (!isFast) {
            packAgain();
        }
        return packed;
    }

    private synchronized void packAgain() {
        if (isFast) {
            return;
        }
        DenseWeights again = fast.denseWeights(units(), inputs());
        float[] values = new float[units() * inputs()];
        packed.read(values);
        again.write(values);
        packed = again;
        isFast = true;
    }

    @Override
    public int units() {
        return packed.units();
    }

    @Override
    public int inputs() {
        return packed.inputs();
    }

    @Override
    public void read(float[] target) {
        packed.read(target);
    }

    @Override
    public synchronized void write(float[] source) {
        packed.write(source);
    }

    @Override
    public synchronized void write(int from, float[] source, int count) {
        packed.write(from, source, count);
    }

    @Override
    public AdaptiveWeights sameLayout() {
        return new AdaptiveWeights(fast, fast().sameLayout(), true);
    }

    @Override
    public float[][] arrays() {
        return fast().arrays();
    }

    @Override
    public double sumOfSquares() {
        return packed.sumOfSquares();
    }
}
