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
}
