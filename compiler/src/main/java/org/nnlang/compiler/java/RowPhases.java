package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.RowProgram;
import org.nnlang.compiler.graph.RowProgram.Row;
import org.nnlang.compiler.graph.RowProgram.Statement;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Operand;

/**
 * A row program in phases, between which a function acts on the elements of the row that the result's array holds.
 *
 * <p>It acts on all rows at once where it can, since vectors of numbers do not fit short rows.
 *
 * @param phases at least one
 * @param oneByOne whether a row has to go through all phases before the next one: a later phase needs numbers of an earlier one
 */
record RowPhases(List<Phase> phases, boolean oneByOne) {
    /**
     * A run of statements.
     *
     * @param first the number of operands before the first statement
     * @param statements the operands of their formulas are numbered through all phases
     * @param function what comes after them; null at the end
     */
    record Phase(
            int first, List<Statement> statements, @Nullable String function) {
        Phase {
            statements = List.copyOf(statements);
        }

        /** The call of the function for a range; nothing at the end. */
        CodeBlock call(CodeBlock array, CodeBlock from, CodeBlock to) {
            return function == null
                    ? CodeBlock.of("")
                    : CodeBlock.builder()
                            .addStatement("workspace.functions().$L($L, $L, $L)", function, array, from, to)
                            .build();
        }

        /** Whether a formula of the phase has this operand. */
        boolean reads(int operand) {
            return statements.stream()
                    .anyMatch(statement -> ElementFormula.reads(statement.expression(), index -> index == operand));
        }
    }

    RowPhases {
        phases = List.copyOf(phases);
    }

    /** The formulas that are written. */
    List<ScalarExpression> formulas() {
        return phases.stream()
                .flatMap(phase -> phase.statements().stream())
                .map(Statement::expression)
                .toList();
    }

    /** The phases of each loop over the rows. */
    List<List<Phase>> loops() {
        return oneByOne ? List.of(phases) : phases.stream().map(List::of).toList();
    }

    /** Whether there is nothing to do but one function of what is there. */
    boolean isOneFunction() {
        return phases.size() == 1
                && phases.get(0).function() != null
                && phases.get(0).statements().size() == 1
                && phases.get(0).statements().get(0).expression() instanceof Operand;
    }

    /**
     * Finds the phases.
     *
     * @param stays whether an input is still there when the result's array is written
     */
    static RowPhases of(RowProgram program, IntPredicate stays) {
        int inputs = program.operands().size();
        List<Phase> phases = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        List<ScalarExpression> operands = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            operands.add(new Operand(i));
        }
        List<Boolean> isRow = new ArrayList<>();
        program.operands().forEach(met -> isRow.add(met == Broadcast.ELEMENT || met == Broadcast.COLUMN));
        IntPredicate isLost = operand -> isRow.get(operand) && (operand >= inputs || !stays.test(operand));
        int first = inputs;
        for (Statement statement : program.statements()) {
            ScalarExpression formula = statement.expression().substitute(operands);
            Optional<ElementFormula> chain = statement instanceof Row
                    ? ElementFormula.withFunctions(formula, isRow.size()).filter(found -> found.isChain(isLost))
                    : Optional.empty();
            for (ElementFormula.Step step : chain.map(ElementFormula::steps).orElse(List.of())) {
                statements.add(new Row(step.argument()));
                isRow.add(true);
                phases.add(new Phase(first, statements, step.kernel()));
                first = isRow.size();
                statements.clear();
            }
            ScalarExpression rest = chain.map(ElementFormula::result).orElse(formula);
            if (chain.isEmpty() || !(rest instanceof Operand)) {
                statements.add(with(statement, rest));
                isRow.add(statement instanceof Row);
            }
            operands.add(new Operand(isRow.size() - 1));
        }
        if (phases.isEmpty() || !statements.isEmpty()) {
            phases.add(new Phase(first, statements, null));
        }
        return new RowPhases(phases, needsEarlierNumbers(phases, isRow, inputs));
    }

    private static Statement with(Statement statement, ScalarExpression formula) {
        if (statement instanceof RowProgram.Reduction reduction) {
            return new RowProgram.Reduction(reduction.primitive(), formula);
        }
        return statement instanceof Row ? new Row(formula) : new RowProgram.Scalar(formula);
    }

    private static boolean needsEarlierNumbers(List<Phase> phases, List<Boolean> isRow, int inputs) {
        return phases.stream()
                .anyMatch(phase -> phase.statements().stream()
                        .anyMatch(statement -> ElementFormula.reads(
                                statement.expression(),
                                operand -> operand >= inputs && operand < phase.first() && !isRow.get(operand))));
    }
}
