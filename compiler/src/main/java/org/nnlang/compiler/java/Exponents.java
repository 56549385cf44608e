package org.nnlang.compiler.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.nnlang.compiler.graph.RowProgram.Reduction;
import org.nnlang.compiler.graph.RowProgram.Row;
import org.nnlang.compiler.graph.RowProgram.Scalar;
import org.nnlang.compiler.graph.RowProgram.Statement;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

/**
 * The statements that calculate what a part of a loss is the exp of, and nothing else.
 *
 * <p>A loop over the whole batch that calculates exp and nothing else, the JIT makes vectors of; a row's loop, with sums, it does not.
 */
final class Exponents {
    private final int leaves;
    private final List<Statement> before;
    private final Set<Integer> needed = new TreeSet<>();

    private Exponents(int leaves, List<Statement> before) {
        this.leaves = leaves;
        this.before = before;
    }

    /**
     * The statements, the last of which is the row of exponents; empty where the part is no exp, or they take long themselves.
     *
     * @param leaves how many operands are no results of statements
     * @param before the reductions and numbers whose results the part may need
     */
    static List<Statement> of(ScalarExpression part, int leaves, List<Statement> before) {
        if (!(part instanceof Apply apply) || apply.primitive() != Primitive.EXP) {
            return List.of();
        }
        List<Statement> statements =
                new Exponents(leaves, before).to(part.children().get(0));
        boolean isQuick = ReductionLoops.formulas(statements).stream()
                .allMatch(formula -> FunctionCalls.of(formula).isEmpty());
        return isQuick ? statements : List.of();
    }

    private List<Statement> to(ScalarExpression exponent) {
        need(exponent);
        List<ScalarExpression> moved = new ArrayList<>();
        for (int i = 0; i < leaves; i++) {
            moved.add(new Operand(i));
        }
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            moved.add(new Operand(leaves + statements.size()));
            if (needed.contains(i)) {
                statements.add(moved(before.get(i), moved));
            }
        }
        statements.add(new Row(exponent.substitute(moved)));
        return statements;
    }

    private void need(ScalarExpression formula) {
        if (formula instanceof Operand operand && operand.index() >= leaves && needed.add(operand.index() - leaves)) {
            need(before.get(operand.index() - leaves).expression());
        }
        formula.children().forEach(this::need);
    }

    private static Statement moved(Statement statement, List<ScalarExpression> operands) {
        ScalarExpression formula = statement.expression().substitute(operands);
        return statement instanceof Reduction reduction
                ? new Reduction(reduction.primitive(), formula)
                : new Scalar(formula);
    }
}
