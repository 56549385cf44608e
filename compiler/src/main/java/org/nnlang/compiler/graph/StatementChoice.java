package org.nnlang.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.nnlang.compiler.graph.RowProgram.Reduction;
import org.nnlang.compiler.graph.RowProgram.Scalar;
import org.nnlang.compiler.graph.RowProgram.Statement;
import org.nnlang.compiler.graph.ScalarExpression.Operand;

/**
 * Some statements of a row's calculation, in an order of their own: what is needed for a part of it.
 *
 * @param leaves how many operands are no results of statements
 * @param order which statement takes each place, by its index; an index that no statement has keeps a place free
 */
public record StatementChoice(int leaves, List<Integer> order) {
    public StatementChoice {
        order = List.copyOf(order);
    }

    /** The indexes of the statements that a formula needs, from the first to the last. */
    public static Set<Integer> needed(ScalarExpression formula, int leaves, List<Statement> statements) {
        Set<Integer> needed = new TreeSet<>();
        collect(formula, leaves, statements, needed);
        return needed;
    }

    private static void collect(ScalarExpression formula, int leaves, List<Statement> statements, Set<Integer> needed) {
        if (formula instanceof Operand operand && operand.index() >= leaves) {
            int index = operand.index() - leaves;
            if (needed.add(index)) {
                collect(statements.get(index).expression(), leaves, statements, needed);
            }
        }
        formula.children().forEach(child -> collect(child, leaves, statements, needed));
    }

    /** The chosen statements at these indexes, which read each other at their new places. */
    public List<Statement> statements(Set<Integer> indexes, List<Statement> all) {
        List<Statement> moved = new ArrayList<>();
        for (int index : indexes) {
            Statement statement = all.get(index);
            ScalarExpression formula = formula(statement.expression());
            moved.add(
                    statement instanceof Reduction reduction
                            ? new Reduction(reduction.primitive(), formula)
                            : new Scalar(formula));
        }
        return moved;
    }

    /** A formula that reads the statements at their new places. */
    public ScalarExpression formula(ScalarExpression formula) {
        if (formula instanceof Operand operand && operand.index() >= leaves) {
            return new Operand(leaves + order.indexOf(operand.index() - leaves));
        }
        return formula.withChildren(
                formula.children().stream().map(this::formula).toList());
    }
}
