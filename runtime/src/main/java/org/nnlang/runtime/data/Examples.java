package org.nnlang.runtime.data;

import java.util.List;
import org.nnlang.runtime.Shape;

/** Examples to train or to test on: of each, one tensor an input and one target an output of a network. */
public interface Examples {
    /** The number of examples. */
    int size();

    /** The shape of one example's tensor for each input, in the order of the model's inputs. */
    List<Shape> inputShapes();

    /** The shape of one example's target for each output, in the order of the model's outputs. */
    List<Shape> targetShapes();

    /**
     * Copies one example into a batch.
     *
     * @param index of the example, from 0
     * @param inputs one array an input; written from {@code place} times the elements of the input
     * @param targets one array an output; written likewise
     * @param place of the example in the batch, from 0
     * @throws IndexOutOfBoundsException if there is no such example, or an array is too short
     */
    void copy(int index, float[][] inputs, float[][] targets, int place);

    /** How much one example counts in losses and weighted metrics; 1 where nothing else is said. */
    default float weight(int index) {
        return 1;
    }

    /**
     * The same examples with weights; a view.
     *
     * @param weights one an example, finite and not negative; copied
     * @throws IllegalArgumentException if their count or a weight is wrong
     */
    default Examples withWeights(float... weights) {
        return new WeightedExamples(this, weights);
    }

    /**
     * The examples {@code from} to {@code to} (exclusive); a view.
     *
     * @throws IndexOutOfBoundsException if there are no such examples
     */
    default Examples range(int from, int to) {
        return new ExampleRange(this, from, to);
    }

    /**
     * The examples of some indices, in the order given, also repeatedly; a view.
     *
     * @throws IndexOutOfBoundsException if there is no example of an index
     */
    default Examples subset(int... indices) {
        return new ExampleSubset(this, indices);
    }

    /**
     * These examples followed by others; a view.
     *
     * @throws IllegalArgumentException if their shapes differ, or they are more than 2^31 - 1 together
     */
    default Examples concatenate(Examples others) {
        return new ConcatenatedExamples(this, others);
    }

    /**
     * Splits at random, the same way for the same seed; views.
     *
     * @param fraction of the examples that are to be learned from, between 0 and 1
     * @throws IllegalArgumentException if a part would be empty
     */
    default Split split(double fraction, long seed) {
        return Split.of(this, fraction, seed);
    }

    /**
     * Examples in memory, for one input and one output.
     *
     * @param inputs one row of the input's elements an example; kept, not copied
     * @param targets one row of the target's elements an example; kept, not copied
     * @throws IllegalArgumentException if the lengths do not fit
     */
    static Examples of(Shape input, float[] inputs, Shape target, float[] targets) {
        return of(List.of(input), List.of(inputs), List.of(target), List.of(targets));
    }

    /**
     * Examples in memory, for any number of inputs and outputs.
     *
     * @param inputs one array an input, each with a row an example; kept, not copied
     * @param targets one array an output, each with a row an example; kept, not copied
     * @throws IllegalArgumentException if the lengths do not fit
     */
    static Examples of(List<Shape> inputShapes, List<float[]> inputs, List<Shape> targetShapes, List<float[]> targets) {
        return new ArrayExamples(inputShapes, inputs, targetShapes, targets);
    }

    /**
     * Examples that are made whenever they are asked for, such as distorted pictures or points of a function.
     *
     * <p>Example {@code i} is the same each time it is made, since its random numbers depend on the seed and {@code i} only.
     *
     * @param size the number of examples
     * @throws IllegalArgumentException if the size is negative
     */
    static Examples generated(
            int size, List<Shape> inputShapes, List<Shape> targetShapes, long seed, ExampleGenerator generator) {
        return new GeneratedExamples(size, inputShapes, targetShapes, seed, generator);
    }
}
