package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.function.Function;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;

/** The Java of the steps that treat rows as wholes: reductions, sorting, products, and those that only move rows. */
final class RowSteps {
    private final Node node;
    private final Function<Node, CodeBlock> arrays;
    private final Function<Node, ExampleRange> examples;
    private final String row;
    private final String column;
    private final CodeBlock.Builder code = CodeBlock.builder();

    /**
     * Prepares a step.
     *
     * @param arrays gives the Java of the array that holds a value
     * @param examples gives the places of the examples in it
     */
    RowSteps(Node node, NameScope locals, Function<Node, CodeBlock> arrays, Function<Node, ExampleRange> examples) {
        this.node = node;
        this.arrays = arrays;
        this.examples = examples;
        this.row = locals.take("row");
        this.column = locals.take("column");
    }

    CodeBlock write() {
        if (node.op() instanceof Op.Copy) {
            CodeBlock length = ElementLoops.times("count", node.elements());
            return code.addStatement(
                            "$T.arraycopy($L, $L, $L, $L, $L)",
                            System.class,
                            input(0),
                            examples.apply(node.input(0)).begin(node.elements()),
                            result(),
                            examples.apply(node).begin(node.elements()),
                            length)
                    .build();
        }
        long rows = node.op() instanceof Op.Reduce || node.op() instanceof Op.Dot
                ? node.input(0).rows()
                : node.rows();
        code.beginControlFlow("$L", examples.apply(node).loop(row, rows));
        row(node.op());
        return code.endControlFlow().build();
    }

    private void row(Op op) {
        if (op instanceof Op.Reduce reduce) {
            int width = node.input(0).width();
            CodeBlock begin = place(width);
            code.addStatement(
                    "$L[$L] = $L($L, $L, $L + $L)",
                    result(),
                    row,
                    PrimitiveCalls.of(reduce.primitive()),
                    input(0),
                    begin,
                    begin,
                    width);
        } else if (op instanceof Op.RowFunction function) {
            CodeBlock begin = place(node.width());
            code.addStatement(
                    "$L($L, $L, $L, $L, $L)",
                    PrimitiveCalls.of(function.primitive()),
                    input(0),
                    begin,
                    result(),
                    begin,
                    node.width());
        } else if (op instanceof Op.Dot dot) {
            int width = node.input(0).width();
            CodeBlock second =
                    dot.repeat() == 1 ? place(width) : CodeBlock.of("$L / $L * $L", row, dot.repeat(), width);
            code.addStatement(
                    "$L[$L] = $T.dot($L, $L, $L, $L, $L)",
                    result(),
                    row,
                    RuntimeTypes.ROWS,
                    input(0),
                    place(width),
                    input(1),
                    second,
                    width);
        } else if (op instanceof Op.Slice slice) {
            copy(0, place(node.input(0).width(), slice.from()), place(node.width()), node.width());
        } else if (op instanceof Op.Concat) {
            int offset = 0;
            for (int i = 0; i < node.inputs().size(); i++) {
                int width = node.input(i).width();
                copy(i, place(width), place(node.width(), offset), width);
                offset += width;
            }
        } else {
            code.beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", column, node.width());
            code.addStatement("$1L[$2L + $3L] = $3L + 1", result(), place(node.width()), column);
            code.endControlFlow();
        }
    }

    private void copy(int input, CodeBlock from, CodeBlock to, int width) {
        code.addStatement("$T.arraycopy($L, $L, $L, $L, $L)", System.class, input(input), from, result(), to, width);
    }

    private CodeBlock place(int width) {
        return ElementLoops.times(row, width);
    }

    private CodeBlock place(int width, int offset) {
        return offset == 0 ? place(width) : CodeBlock.of("$L + $L", place(width), offset);
    }

    private CodeBlock input(int index) {
        return arrays.apply(node.input(index));
    }

    private CodeBlock result() {
        return arrays.apply(node);
    }
}
