package org.nnlang.compiler.pass;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.Operands;
import org.nnlang.compiler.graph.RowProgram;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Operand;

/**
 * Writes the program of a region.
 *
 * <p>Reductions and numbers become statements. An element-wise node is written into the formulas that use it, unless two would
 * compute it at some cost: then it is a row, which is kept where the result will be.
 */
final class RowProgramBuilder {
    private static final int LARGEST_FORMULA = 100;
    /** Operands from here on are statements, until the number of inputs is known. */
    private static final int STATEMENTS = 1 << 16;

    private final RowRegion region;
    private final Operands inputs;
    private final List<RowProgram.Statement> statements = new ArrayList<>();
    private final IdentityHashMap<Node, ScalarExpression> formulas = new IdentityHashMap<>();
    private boolean tooLarge;

    RowProgramBuilder(RowRegion region) {
        this.region = region;
        this.inputs = new Operands(region.rows(), region.width());
    }

    /** The one node that replaces the region; nothing where it would need more than one row on the way. */
    Optional<Node> build() {
        for (Node node : region.nodes()) {
            write(node);
            if (tooLarge) {
                return Optional.empty();
            }
        }
        Node sink = region.sink();
        long rowsOnTheWay = statements.stream()
                        .filter(statement -> statement instanceof RowProgram.Row)
                        .count()
                - (sink.op() instanceof Op.Map ? 1 : 0);
        if (rowsOnTheWay > (sink.op() instanceof Op.Map ? 1 : 0)) {
            return Optional.empty();
        }
        List<RowProgram.Statement> numbered =
                statements.stream().map(this::numbered).toList();
        RowProgram program = new RowProgram(FormulaNames.of(sink), inputs.broadcasts(), numbered);
        return Optional.of(sink.with(new Op.RowFormula(program), inputs.inputs()));
    }

    private void write(Node node) {
        if (node.op() instanceof Op.Reduce reduce) {
            ScalarExpression rows = operand(node, 0, Broadcast.ELEMENT, RowRegion.Role.ROW);
            state(node, new RowProgram.Reduction(reduce.primitive(), rows));
        } else if (node.op() instanceof Op.Map map) {
            writeMap(node, map);
        }
    }

    private void writeMap(Node node, Op.Map map) {
        RowRegion.Role role = region.role(node);
        List<ScalarExpression> operands = new ArrayList<>();
        for (int i = 0; i < map.operands().size(); i++) {
            operands.add(operand(node, i, map.operands().get(i), role));
        }
        ScalarExpression formula = map.expression().substitute(operands);
        tooLarge = formula.isLargerThan(LARGEST_FORMULA);
        if (node == region.sink()) {
            state(node, new RowProgram.Row(formula));
        } else if (role == RowRegion.Role.NUMBER) {
            state(node, new RowProgram.Scalar(formula));
        } else if (users(node) == 1 || formula.isCheap()) {
            formulas.put(node, formula);
        } else {
            state(node, new RowProgram.Row(formula));
        }
    }

    private long users(Node node) {
        return region.nodes().stream()
                .filter(user -> user.inputs().contains(node))
                .count();
    }

    private void state(Node node, RowProgram.Statement statement) {
        formulas.put(node, new Operand(STATEMENTS + statements.size()));
        statements.add(statement);
    }

    private ScalarExpression operand(Node node, int index, Broadcast met, RowRegion.@Nullable Role role) {
        Node input = node.input(index);
        ScalarExpression known = formulas.get(input);
        if (known != null) {
            if (met == Broadcast.COLUMN) {
                throw new IllegalStateException(node + " meets by column what is made row by row: " + input);
            }
            return known;
        }
        boolean numberOfRow = role == RowRegion.Role.NUMBER && met == Broadcast.ELEMENT;
        return inputs.add(input, numberOfRow ? Broadcast.ROW : met);
    }

    private RowProgram.Statement numbered(RowProgram.Statement statement) {
        ScalarExpression expression = numbered(statement.expression());
        if (statement instanceof RowProgram.Reduction reduction) {
            return new RowProgram.Reduction(reduction.primitive(), expression);
        }
        return statement instanceof RowProgram.Scalar
                ? new RowProgram.Scalar(expression)
                : new RowProgram.Row(expression);
    }

    private ScalarExpression numbered(ScalarExpression expression) {
        if (expression instanceof Operand operand && operand.index() >= STATEMENTS) {
            return new Operand(operand.index() - STATEMENTS + inputs.inputs().size());
        }
        return expression.withChildren(
                expression.children().stream().map(this::numbered).toList());
    }
}
