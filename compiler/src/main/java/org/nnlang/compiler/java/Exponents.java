package org.nnlang.compiler.java;

import java.util.List;
import java.util.Set;
import org.nnlang.compiler.graph.RowProgram.Row;
import org.nnlang.compiler.graph.RowProgram.Statement;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.StatementChoice;
import org.nnlang.compiler.model.Primitive;

/**
 * The statements that calculate what a part of a loss is the exp of, and nothing else.
 *
 * <p>A loop over the whole batch that calculates exp and nothing else, the JIT makes vectors of; a row's loop, with sums, it does not.
 */
final class Exponents {
    private Exponents() {}

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
        ScalarExpression exponent = part.children().get(0);
        Set<Integer> needed = StatementChoice.needed(exponent, leaves, before);
        StatementChoice choice = new StatementChoice(leaves, List.copyOf(needed));
        List<Statement> statements = choice.statements(needed, before);
        statements.add(new Row(choice.formula(exponent)));
        boolean isQuick = ReductionLoops.formulas(statements).stream()
                .allMatch(formula -> FunctionCalls.of(formula).isEmpty());
        return isQuick ? statements : List.of();
    }
}
