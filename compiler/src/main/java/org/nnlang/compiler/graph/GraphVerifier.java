package org.nnlang.compiler.graph;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.nnlang.compiler.model.Shape;

/**
 * The invariants of a graph: they hold after every pass, so that a mistake shows where it was made.
 *
 * <p>Each failure is a defect of the compiler, never of the program.
 */
public final class GraphVerifier {
    private final String stage;

    private GraphVerifier(String stage) {
        this.stage = stage;
    }

    /**
     * Checks a graph.
     *
     * @param stage what was just done, for the message
     * @throws IllegalStateException naming the stage and the node that is wrong
     */
    public static Graph verify(Graph graph, String stage) {
        new GraphVerifier(stage).check(graph);
        return graph;
    }

    private void check(Graph graph) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> names = new HashSet<>();
        for (Node node : graph.nodes()) {
            for (Node input : node.inputs()) {
                require(seen.contains(input), node, "uses " + input + ", which comes later or nowhere");
            }
            require(seen.add(node), node, "occurs twice");
            require(names.add(node.name()), node, "has the name of another node");
            check(node);
        }
        for (Graph.Output output : graph.outputs()) {
            require(seen.contains(output.node()), output.node(), "is an output, but not in the graph");
            require(!output.node().isWeight(), output.node(), "is an output, but a weight");
        }
    }

    private void check(Node node) {
        Op op = node.op();
        if (op instanceof Op.Input
                || op instanceof Op.Weight
                || op instanceof Op.Setting
                || op instanceof Op.Positions) {
            inputs(node, 0);
        } else if (op instanceof Op.Load) {
            inputs(node, 1);
            require(node.input(0).isWeight(), node, "loads " + node.input(0) + ", which is not a weight");
            sameShape(node, node.input(0));
        } else if (op instanceof Op.Dense) {
            inputs(node, 2);
            product(node);
        } else if (op instanceof Op.FusedDense fused) {
            inputs(node, fused.bias() ? 3 : 2);
            product(node);
            if (fused.bias()) {
                require(node.input(2).isWeight(), node, "has a bias that is not a weight");
                require(node.input(2).elements() == node.input(0).rows(), node, "has a bias of " + node.input(2));
            }
        } else if (op instanceof Op.Map map) {
            operands(node, map.operands(), node.rows(), node.width());
            operandIndexes(node, map.expression(), map.operands().size());
        } else if (op instanceof Op.RowFormula formula) {
            rowFormula(node, formula.program());
        } else if (op instanceof Op.Concat) {
            checkConcat(node);
        } else if (op instanceof Op.TransposedDense || node.isAccumulation()) {
            gradient(node);
        } else if (op instanceof Op.RowGradient || op instanceof Op.LogitsGradient) {
            values(node);
            inputs(node, 2);
            sameShape(node, node.input(0));
        } else {
            values(node);
            checkSimple(node);
        }
    }

    private void checkSimple(Node node) {
        Op op = node.op();
        Node first = node.input(0);
        if (op instanceof Op.Dot dot) {
            inputs(node, 2);
            Node second = node.input(1);
            require(first.width() == second.width(), node, "multiplies " + first + " and " + second);
            require(first.rows() == second.rows() * dot.repeat(), node, "multiplies " + first + " and " + second);
            require(node.elements() == first.rows(), node, "has not one number a row of " + first);
            return;
        }
        inputs(node, 1);
        if (op instanceof Op.SumRows sum) {
            require(node.rows() * sum.group() == first.rows(), node, "has not the groups of " + first);
            require(node.width() == first.width(), node, "has not the width of " + first);
        } else if (op instanceof Op.RepeatRows repeat) {
            require(node.rows() == first.rows() * repeat.times(), node, "has not the rows of " + first);
            require(node.width() == first.width(), node, "has not the width of " + first);
        } else if (op instanceof Op.Reduce) {
            require(node.elements() == first.rows(), node, "has not one number a row of " + first);
        } else if (op instanceof Op.Slice slice) {
            require(node.rows() == first.rows(), node, "has not the rows of " + first);
            require(slice.from() >= 0 && slice.from() + node.width() <= first.width(), node, "leaves " + first);
        } else if (op instanceof Op.Reshape) {
            require(node.elements() == first.elements(), node, "has not the elements of " + first);
        } else {
            sameShape(node, first);
        }
    }

    private void gradient(Node node) {
        if (node.op() instanceof Op.AddRows) {
            values(node);
            inputs(node, 1);
            require(node.input(0).elements() % node.elements() == 0, node, "adds " + node.input(0));
            return;
        }
        inputs(node, 2);
        Node weight = node.op() instanceof Op.AddProducts ? node : node.input(0);
        Node rows = node.op() instanceof Op.AddProducts ? node.input(0) : node;
        Node products = node.input(1);
        require(rows.width() == weight.width(), node, "has not the width of " + rows);
        require(products.elements() == weight.rows() * rows.rows(), node, "has not the units of " + products);
    }

    private void rowFormula(Node node, RowProgram program) {
        boolean number = !(program.result() instanceof RowProgram.Row);
        Shape row = program.operands().contains(Broadcast.ELEMENT)
                ? node.input(program.operands().indexOf(Broadcast.ELEMENT)).shape()
                : node.shape();
        require(number ? node.elements() == row.rows() : node.shape().equals(row), node, "has not the shape of " + row);
        operands(node, program.operands(), row.rows(), row.width());
        int known = program.operands().size();
        for (RowProgram.Statement statement : program.statements()) {
            operandIndexes(node, statement.expression(), known++);
        }
    }

    private void checkConcat(Node node) {
        values(node);
        int width = 0;
        for (Node input : node.inputs()) {
            require(input.rows() == node.rows(), node, "joins " + input + ", which has other rows");
            width += input.width();
        }
        require(width == node.width(), node, "is not as wide as what it joins");
    }

    private void product(Node node) {
        Node weight = node.input(0);
        Node rows = node.input(1);
        require(weight.isWeight(), node, "multiplies by " + weight + ", which is not a weight");
        require(!rows.isWeight(), node, "multiplies the weight " + rows);
        require(weight.width() == rows.width(), node, "multiplies " + weight + " and " + rows);
        require(node.elements() == weight.rows() * rows.rows(), node, "has not the units of " + weight);
    }

    private void operands(Node node, List<Broadcast> operands, long rows, int width) {
        inputs(node, operands.size());
        for (int i = 0; i < operands.size(); i++) {
            Node input = node.input(i);
            long elements = operands.get(i).elements(rows, width);
            require(input.elements() == elements, node, "meets " + input + " as " + operands.get(i));
        }
    }

    private void operandIndexes(Node node, ScalarExpression expression, int known) {
        if (expression instanceof ScalarExpression.Operand operand) {
            require(operand.index() < known, node, "has no operand " + operand);
        }
        expression.children().forEach(child -> operandIndexes(node, child, known));
    }

    private void inputs(Node node, int count) {
        require(node.inputs().size() == count, node, "has " + node.inputs().size() + " inputs, not " + count);
    }

    private void values(Node node) {
        for (Node input : node.inputs()) {
            require(!input.isWeight(), node, "takes the weight " + input + ", which was not loaded");
        }
    }

    private void sameShape(Node node, Node other) {
        require(node.shape().equals(other.shape()), node, "has not the shape of " + other);
    }

    private void require(boolean holds, Node node, String message) {
        if (!holds) {
            throw new IllegalStateException("after " + stage + ": node " + node + " " + message);
        }
    }
}
