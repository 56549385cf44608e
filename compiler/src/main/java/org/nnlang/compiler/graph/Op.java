package org.nnlang.compiler.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.model.Primitive;

/** What a node computes from its inputs. */
public sealed interface Op {
    /** An input of the model; its index counts the model's inputs. */
    record Input(int index) implements Op {}

    /** A weight; every example meets the same. */
    record Weight(org.nnlang.compiler.model.Weight weight) implements Op {}

    /** A copy of a weight for each example. */
    record Load() implements Op {}

    /** The product of a weight [units, n] and each row [n]; inputs: weight, rows. */
    record Dense() implements Op {}

    /**
     * A product, and what follows it while the results are still in the cache; inputs: weight, rows, bias if there is one.
     *
     * @param bias whether a bias is added
     * @param function what is applied to each row of the sums, or null
     */
    record FusedDense(boolean bias, @Nullable RowProgram function) implements Op {}

    /**
     * A formula of each element.
     *
     * @param operands how each input is met
     */
    record Map(ScalarExpression expression, List<Broadcast> operands) implements Op {
        public Map {
            operands = List.copyOf(operands);
        }
    }

    /** Each row to a number: sum, product, max or min. */
    record Reduce(Primitive primitive) implements Op {}

    /** Each row to a row of equal width: sorted, or the sums of its beginnings. */
    record RowFunction(Primitive primitive) implements Op {}

    /** 1, 2, ... n in each row; no inputs. */
    record Positions() implements Op {}

    /**
     * Products of rows, each a number.
     *
     * @param repeat how many rows of the first input meet one row of the second
     */
    record Dot(int repeat) implements Op {}

    /** Rows one after another. */
    record Concat() implements Op {}

    /** A part of each row. */
    record Slice(int from) implements Op {}

    /** The same elements in another shape: no work at all. */
    record Reshape() implements Op {}

    /** The same elements once more, where an output needs an array of its own. */
    record Copy() implements Op {}

    /** Random zeros while training; nothing when predicting. */
    record Dropout(double rate) implements Op {}

    /** Maps and reductions of each row in one go, such as a softmax. */
    record RowFormula(RowProgram program) implements Op {}
}
