package org.nnlang.compiler.java;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.compiler.graph.RowProgram.Reduction;
import org.nnlang.compiler.graph.RowProgram.Statement;
import org.nnlang.compiler.graph.ScalarExpression;

/** Which reductions share a loop, so that what takes long and is part of several is calculated once. */
final class ReductionLoops {
    private ReductionLoops() {}

    /**
     * The statements in their order, those together that one loop calculates.
     *
     * @param first the operand that is the result of the first statement
     */
    static List<List<Statement>> of(List<Statement> statements, int first) {
        List<List<Statement>> loops = new ArrayList<>();
        List<Statement> last = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (last.isEmpty() || !joins(statements.get(i), last, first + i - last.size())) {
                last = new ArrayList<>();
                loops.add(last);
            }
            last.add(statements.get(i));
        }
        return loops;
    }

    /** The formulas of statements. */
    static List<ScalarExpression> formulas(List<Statement> statements) {
        return statements.stream().map(Statement::expression).toList();
    }

    private static boolean joins(Statement next, List<Statement> loop, int firstOfLoop) {
        if (!(next instanceof Reduction)
                || !(loop.get(0) instanceof Reduction)
                || ElementFormula.reads(next.expression(), operand -> operand >= firstOfLoop)) {
            return false;
        }
        Set<ScalarExpression> shared = new HashSet<>();
        loop.forEach(statement -> shared.addAll(FunctionCalls.of(statement.expression())));
        shared.retainAll(FunctionCalls.of(next.expression()));
        List<ScalarExpression> formulas = new ArrayList<>(formulas(loop));
        formulas.add(next.expression());
        return !shared.isEmpty() && shared.stream().allMatch(call -> CertainParts.isCertain(call, formulas));
    }
}
