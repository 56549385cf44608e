package org.nnlang.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A graph as text, one node a line. */
public final class GraphPrinter {
    private GraphPrinter() {}

    /** Prints a graph; equal graphs give equal text. */
    public static String print(Graph graph) {
        StringBuilder text = new StringBuilder("graph ").append(graph.model()).append('\n');
        for (Node node : graph.nodes()) {
            text.append("  ").append(node.name()).append(": ").append(node.shape());
            text.append(" = ").append(describe(node));
            text.append("  // ")
                    .append(node.origin().span().file().name())
                    .append(':')
                    .append(node.origin().span().position().line())
                    .append('\n');
        }
        for (Graph.Output output : graph.outputs()) {
            text.append("  output ").append(output.name()).append(" = ");
            text.append(output.node().name()).append('\n');
        }
        return text.toString();
    }

    /** What a node computes, on one line. */
    public static String describe(Node node) {
        Op op = node.op();
        if (op instanceof Op.Map map) {
            return "map " + expression(map.expression(), operandNames(node, map.operands()));
        }
        if (op instanceof Op.FusedDense fused) {
            String product =
                    "dense(" + node.input(0).name() + ", " + node.input(1).name() + ")";
            String sum = fused.bias() ? product + " + " + node.input(2).name() : product;
            RowProgram function = fused.function();
            return function == null ? sum : sum + " -> " + program(function, List.of("x"));
        }
        if (op instanceof Op.RowFormula formula) {
            return "rows "
                    + program(
                            formula.program(),
                            operandNames(node, formula.program().operands()));
        }
        return node.inputs().isEmpty()
                ? word(op)
                : word(op) + node.inputs().stream().map(Node::name).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String word(Op op) {
        if (op instanceof Op.Reduce reduce) {
            return reduce.primitive().functionName();
        }
        if (op instanceof Op.RowFunction function) {
            return function.primitive().functionName();
        }
        if (op instanceof Op.Slice slice) {
            return "slice[" + slice.from() + "..]";
        }
        if (op instanceof Op.Dropout dropout) {
            return "dropout[" + dropout.rate() + "]";
        }
        String name = op.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static List<String> operandNames(Node node, List<Broadcast> operands) {
        return IntStream.range(0, operands.size())
                .mapToObj(i -> switch (operands.get(i)) {
                    case ELEMENT -> node.input(i).name();
                    case ROW -> node.input(i).name() + "[row]";
                    case COLUMN -> node.input(i).name() + "[column]";
                    case NUMBER -> node.input(i).name() + "[]";
                })
                .toList();
    }

    private static String program(RowProgram program, List<String> inputs) {
        List<String> names = new ArrayList<>(inputs);
        StringBuilder text = new StringBuilder(program.name()).append(" { ");
        for (int i = 0; i < program.statements().size(); i++) {
            RowProgram.Statement statement = program.statements().get(i);
            String formula = expression(statement.expression(), names);
            String name = statement instanceof RowProgram.Row ? "row" + i : "number" + i;
            names.add(name);
            text.append(i == 0 ? "" : "; ").append(name).append(" = ");
            text.append(
                    statement instanceof RowProgram.Reduction reduction
                            ? reduction.primitive().functionName() + "(" + formula + ")"
                            : formula);
        }
        return text.append(" }").toString();
    }

    private static String expression(ScalarExpression expression, List<String> operands) {
        if (expression instanceof ScalarExpression.Operand operand) {
            return operands.get(operand.index());
        }
        String arguments = expression.children().stream()
                .map(child -> expression(child, operands))
                .collect(Collectors.joining(", ", "(", ")"));
        if (expression instanceof ScalarExpression.Apply apply) {
            return apply.primitive().functionName() + arguments;
        }
        return expression instanceof ScalarExpression.Invoke invoke
                ? invoke.function().name() + arguments
                : expression.toString();
    }
}
