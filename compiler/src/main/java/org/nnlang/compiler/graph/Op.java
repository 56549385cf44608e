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

    /** A number that is chosen when the program runs; every example meets the same. */
    record Setting(String name) implements Op {
        /** The name of the length of a row that is known only when the program runs. */
        public static final String LENGTH = "[n]";
    }

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

    /**
     * Random zeros while training; nothing when predicting.
     *
     * @param index counts the model's dropouts, so that each draws zeros of its own
     */
    record Dropout(double rate, int index) implements Op {}

    /** Maps and reductions of each row in one go, such as a softmax. */
    record RowFormula(RowProgram program) implements Op {}

    /** The gradient of a product by its rows: each row [units] times the transposed weight; inputs: weight, rows. */
    record TransposedDense() implements Op {}

    /** The gradient of a row function or of a product of a row by its row; inputs: the row, the gradient of the result. */
    record RowGradient(Primitive primitive) implements Op {}

    /** Each group of rows to their sum. */
    record SumRows(int group) implements Op {}

    /** Each row several times. */
    record RepeatRows(int times) implements Op {}

    /**
     * The gradient at the logits of an output: what the caller gives if it is that already, else what the chain rule makes of it;
     * inputs: what the caller gives, the gradient by the chain rule.
     *
     * @param output counts the model's outputs
     */
    record LogitsGradient(int output) implements Op {}

    /** What changes the gradient of a weight, and has no result: the only operations that are done for their effect. */
    sealed interface Accumulation extends Op {
        /** The weight whose gradient grows. */
        org.nnlang.compiler.model.Weight weight();
    }

    /** Adds the sum over all rows of the outer products to a weight's gradient; inputs: rows, gradients of the products. */
    record AddProducts(org.nnlang.compiler.model.Weight weight) implements Accumulation {}

    /** Adds the sum over all rows, each as long as the weight, to its gradient. */
    record AddRows(org.nnlang.compiler.model.Weight weight) implements Accumulation {}
}
