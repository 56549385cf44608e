package org.nnlang.compiler.java;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.RowProgram;
import org.nnlang.compiler.graph.ScalarExpression;

/**
 * How the loops of a row program are written, so that functions and choices of elements are called for many at once.
 *
 * @param blocks the formula to be written block by block; null if the phases are written
 */
record LoopPlan(RowPhases phases, @Nullable ElementFormula blocks) {
    /**
     * Plans.
     *
     * @param isFlat whether it is one loop over all elements of all rows
     * @param stays whether an input is in another array than the result
     */
    static LoopPlan of(RowProgram program, boolean isFlat, IntPredicate stays) {
        RowPhases phases = RowPhases.of(program, input -> isFlat && stays.test(input));
        if (!isFlat) {
            return new LoopPlan(phases, null);
        }
        ScalarExpression formula = program.result().expression();
        int operands = program.operands().size();
        boolean isPhase = phases.phases().size() == 1 && phases.phases().get(0).function() == null;
        ElementFormula blocks = ElementFormula.withChoices(formula, operands)
                .or(() -> isPhase ? ElementFormula.withFunctions(formula, operands) : Optional.empty())
                .orElse(null);
        return new LoopPlan(phases, blocks);
    }

    /** The formulas of numbers that the loops of a node are written with. */
    static List<ScalarExpression> formulas(Node node) {
        Op op = node.op();
        if (op instanceof Op.FusedDense dense) {
            RowProgram function = dense.function();
            return function == null
                    ? List.of()
                    : of(function, function.isElementwise(), input -> false).formulas();
        }
        Optional<RowProgram> program = program(op);
        return program.map(
                        found -> of(found, isFlat(node, found), input -> false).formulas())
                .orElse(List.of());
    }

    /** What an operation does to each row; nothing where it is no formula. */
    static Optional<RowProgram> program(Op op) {
        if (op instanceof Op.Map map) {
            return Optional.of(new RowProgram("", map.operands(), List.of(new RowProgram.Row(map.expression()))));
        }
        return op instanceof Op.RowFormula formula ? Optional.of(formula.program()) : Optional.empty();
    }

    private static boolean isFlat(Node node, RowProgram program) {
        boolean isFlat = program.isElementwise();
        for (int i = 0; i < node.inputs().size(); i++) {
            isFlat &= isPlain(node.input(i).isWeight(), program.operands().get(i));
        }
        return isFlat;
    }

    /** Whether the elements of an operand are found by the place of the result alone, without knowing the example. */
    static boolean isPlain(boolean isWeight, Broadcast met) {
        return isWeight ? met == Broadcast.NUMBER : met == Broadcast.ELEMENT;
    }

    private List<ScalarExpression> formulas() {
        return blocks == null
                ? phases.formulas()
                : Stream.concat(
                                blocks.steps().stream().flatMap(step -> step.arguments().stream()),
                                Stream.of(blocks.result()))
                        .toList();
    }
}
