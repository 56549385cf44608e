package org.nnlang.runtime;

import java.util.Objects;
import org.nnlang.runtime.init.Initializer;
import org.nnlang.runtime.kernel.ParameterStorage;

/**
 * One weight of a model, such as {@code hidden1.weight} of shape [50, 784].
 *
 * <p>Values go in and out in the declared order, row by row, however the kernels keep them inside.
 */
public final class Parameter {
    private final String path;
    private final Shape shape;
    private final boolean state;
    private final ParameterStorage storage;
    private final Initializer initializer;
    private boolean frozen;

    /**
     * Makes a parameter; generated classes do.
     *
     * @param path the labels that lead to it, joined by dots
     * @param shape the declared shape
     * @param trainable whether gradients can reach it; they never reach a {@code state}
     * @param storage where its values are, of as many elements as the shape has
     * @param initializer what draws its first values
     */
    public Parameter(String path, Shape shape, boolean trainable, ParameterStorage storage, Initializer initializer) {
        this.path = Objects.requireNonNull(path, "path");
        this.shape = Objects.requireNonNull(shape, "shape");
        this.state = !trainable;
        this.storage = Objects.requireNonNull(storage, "storage");
        this.initializer = Objects.requireNonNull(initializer, "initializer");
    }

    /** The labels that lead to it, joined by dots. */
    public String path() {
        return path;
    }

    /** The declared shape. */
    public Shape shape() {
        return shape;
    }

    /** Whether training changes it by its gradient: neither frozen nor a {@code state}. */
    public boolean trainable() {
        return !state && !frozen;
    }

    /**
     * Lets training change it by its gradient, or not; a trainer looks when it starts.
     *
     * @throws IllegalArgumentException if it is to be trainable, and is declared as a {@code state}
     */
    public void setTrainable(boolean trainable) {
        if (trainable && state) {
            throw new IllegalArgumentException(
                    path + " is a state, which no gradient reaches: it cannot become trainable");
        }
        frozen = !trainable;
    }

    /** Whether it is declared as a {@code state}, which is never trainable. */
    public boolean state() {
        return state;
    }

    /** Where its values are, as the kernels keep them; live. */
    public ParameterStorage storage() {
        return storage;
    }

    /** What draws its first values. */
    public Initializer initializer() {
        return initializer;
    }

    /** The values, as a copy, in declared order. */
    public float[] toArray() {
        float[] values = new float[shape.elements()];
        storage.read(values);
        return values;
    }

    /**
     * Replaces the values.
     *
     * @param values as many as the shape has, in declared order; copied
     * @throws IllegalArgumentException if the count differs
     */
    public void set(float... values) {
        if (values.length != shape.elements()) {
            throw new IllegalArgumentException(
                    path + " " + shape + " takes " + shape.elements() + " values, got " + values.length);
        }
        storage.write(values);
    }

    /** The path and the shape, such as {@code hidden1.weight [50, 784]}. */
    @Override
    public String toString() {
        return path + " " + shape;
    }
}
