package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Weight;

/**
 * The Java of the steps that only training has: gradients of products, of rows and of weights, and dropout.
 *
 * <p>Steps are written in their order: the first that adds to a gradient replaces it.
 */
final class GradientSteps {
    private final ModelNames names;
    private final WeightFields weights;
    private final Function<Node, CodeBlock> arrays;
    private final Function<Node, ExampleRange> examples;
    private final Function<Weight, String> unpacked;
    private final List<Weight> transposed = new ArrayList<>();
    private final Set<Weight> begun = new HashSet<>();
    /** The weights of whose gradients products are noted, which have to be in them before anything else is added. */
    private final Set<Weight> noted = new HashSet<>();

    GradientSteps(
            ModelNames names,
            WeightFields weights,
            Function<Node, CodeBlock> arrays,
            Function<Node, ExampleRange> examples,
            Function<Weight, String> unpacked) {
        this.names = names;
        this.weights = weights;
        this.arrays = arrays;
        this.examples = examples;
        this.unpacked = unpacked;
    }

    static boolean isOne(Op op) {
        return op instanceof Op.TransposedDense
                || op instanceof Op.Accumulation
                || op instanceof Op.RowGradient
                || op instanceof Op.SumRows
                || op instanceof Op.RepeatRows
                || op instanceof Op.LogitsGradient
                || op instanceof Op.Dropout;
    }

    /** The weights whose transposes are needed, in the order of the session's {@code transposed}. */
    List<Weight> transposed() {
        return transposed;
    }

    CodeBlock write(Node node) {
        Op op = node.op();
        if (op instanceof Op.TransposedDense) {
            return transposedDense(node);
        }
        if (op instanceof Op.AddProducts products) {
            noted.add(products.weight());
            return statement(
                    "weightGradients.$L(($T) gradients.get($L),$W$L,$W$L,$W$L)",
                    isFirst(products.weight()) ? "replace" : "add",
                    RuntimeTypes.DENSE_WEIGHTS,
                    weights.index(products.weight()),
                    array(node, 0),
                    array(node, 1),
                    count(node.input(0).rows()));
        }
        if (op instanceof Op.AddRows rows) {
            return addRows(node, rows.weight());
        }
        if (op instanceof Op.RowGradient gradient) {
            return rowGradient(node, gradient.primitive());
        }
        if (op instanceof Op.LogitsGradient gradient) {
            return CodeBlock.builder()
                    .addStatement(
                            "float[] source = atLogits[$L] ? $L : $L",
                            gradient.output(),
                            array(node, 0),
                            array(node, 1))
                    .addStatement(
                            "$1T.arraycopy(source, $2L, $3L, $2L, $4L)",
                            System.class,
                            begin(node, node.elements()),
                            result(node),
                            count(node.elements()))
                    .build();
        }
        if (op instanceof Op.Dropout dropout) {
            return statement(
                    "$T.dropout($L, $L, $L, $L,$Wdrops ? $L : 0.0,$W$T.mixSeed(seed, $L))",
                    RuntimeTypes.ROWS,
                    array(node, 0),
                    result(node),
                    begin(node, node.elements()),
                    count(node.elements()),
                    dropout.rate(),
                    RuntimeTypes.ROWS,
                    dropout.index());
        }
        return op instanceof Op.SumRows sum
                ? statement(
                        "$T.sumRows($L, $L, $L, $L, $L, $L)",
                        RuntimeTypes.ROWS,
                        array(node, 0),
                        sum.group(),
                        begin(node, node.rows()),
                        count(node.rows()),
                        node.width(),
                        result(node))
                : statement(
                        "$T.repeatRows($L, $L, $L, $L, $L, $L)",
                        RuntimeTypes.ROWS,
                        array(node, 0),
                        begin(node, node.input(0).rows()),
                        count(node.input(0).rows()),
                        ((Op.RepeatRows) op).times(),
                        node.width(),
                        result(node));
    }

    /** The gradient by the rows of a product is the product of the gradient with the transposed weight. */
    private CodeBlock transposedDense(Node node) {
        Weight weight = ((Op.Weight) node.input(0).op()).weight();
        if (!transposed.contains(weight)) {
            transposed.add(weight);
        }
        return statement(
                "model.kernels.dense(workspace,$Wtransposed.of($L),$Wnull,$Wnull,$W$L,$W$L,$W$L,$W$L,$W$L)",
                transposed.indexOf(weight),
                array(node, 1),
                begin(node, node.rows()),
                result(node),
                begin(node, node.rows()),
                count(node.rows()));
    }

    /** Whether nothing was added to a gradient yet, so that what is there, of the step before, is replaced. */
    private boolean isFirst(Weight weight) {
        return begun.add(weight);
    }

    private CodeBlock addRows(Node node, Weight weight) {
        int index = weights.index(weight);
        long elements = weight.shape().elements();
        CodeBlock rows = count(node.input(0).elements() / elements);
        boolean first = isFirst(weight);
        String sums = first ? "columnSums" : "addColumnSums";
        if (!weights.isPacked(weight)) {
            return statement(
                    "workspace.functions().$L($L, $L, $L,$W(($T) gradients.get($L)).values())",
                    sums,
                    array(node, 0),
                    rows,
                    elements,
                    RuntimeTypes.ARRAY_STORAGE,
                    index);
        }
        String field = unpacked.apply(weight);
        CodeBlock.Builder code = CodeBlock.builder();
        if (noted.contains(weight)) {
            code.addStatement("weightGradients.calculate()");
        }
        if (!first) {
            code.addStatement("gradients.get($L).read($L)", index, field);
        }
        return code.addStatement(
                        "workspace.functions().$L($L, $L, $L, $L)", sums, array(node, 0), rows, elements, field)
                .addStatement("gradients.get($L).write($L)", index, field)
                .build();
    }

    private CodeBlock rowGradient(Node node, Primitive primitive) {
        NameScope locals = names.locals();
        String row = locals.take("row");
        CodeBlock begin = ElementLoops.times(row, node.width());
        CodeBlock.Builder code =
                CodeBlock.builder().beginControlFlow("$L", examples.apply(node).loop(row, node.rows()));
        if (primitive == Primitive.PRODUCT) {
            code.addStatement(
                    "$T.productGradient($L, $L, $L[$L], $L, $L, $L)",
                    RuntimeTypes.ROWS,
                    array(node, 0),
                    begin,
                    array(node, 1),
                    row,
                    result(node),
                    begin,
                    node.width());
        } else {
            code.addStatement(
                    "$T.sortDescendingGradient($L, $L, $L, $L, $L, $L, $L)",
                    RuntimeTypes.ROWS,
                    array(node, 0),
                    begin,
                    array(node, 1),
                    begin,
                    result(node),
                    begin,
                    node.width());
        }
        return code.endControlFlow().build();
    }

    private static CodeBlock statement(String format, Object... arguments) {
        return CodeBlock.builder().addStatement(format, arguments).build();
    }

    private CodeBlock begin(Node node, long each) {
        return examples.apply(node).begin(each);
    }

    private static CodeBlock count(long factor) {
        return ElementLoops.times("count", factor);
    }

    private CodeBlock array(Node node, int input) {
        return arrays.apply(node.input(input));
    }

    private CodeBlock result(Node node) {
        return arrays.apply(node);
    }
}
