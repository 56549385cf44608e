package org.nnlang.compiler.java;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nnlang.compiler.graph.RowProgram.Reduction;
import org.nnlang.compiler.graph.RowProgram.Statement;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.pass.LossProgram;

/**
 * What a loss calculates of each element and its gradient needs again, such as an exp: it waits where the gradient will be, which is
 * free until then.
 *
 * @param part its formula, a number and no condition
 * @param writer the first operand that is a result of the loop that calculates it
 * @param firstReader the operand that is the result of the first statement that finds it there
 * @param ahead what calculates {@linkplain Exponents its exponent} if it is an exp that is calculated for all rows ahead; else empty
 */
record KeptPart(ScalarExpression part, int writer, int firstReader, List<Statement> ahead) {
    KeptPart {
        ahead = List.copyOf(ahead);
    }

    /** The part that saves the most time in calls of functions; nothing where none saves any. */
    static Optional<KeptPart> of(LossProgram program) {
        int first = program.leaves().size();
        List<KeptPart> candidates = new ArrayList<>();
        int writer = first;
        for (List<Statement> loop : ReductionLoops.of(program.value(), first)) {
            if (loop.get(0) instanceof Reduction) {
                List<ScalarExpression> formulas = ReductionLoops.formulas(loop);
                for (ScalarExpression part : savingParts(formulas, program)) {
                    if (CertainParts.isCertain(part, formulas)) {
                        List<Statement> before = program.value().subList(0, writer - first);
                        candidates.add(new KeptPart(
                                part, writer, first + program.value().size(), Exponents.of(part, first, before)));
                    }
                }
            }
            writer += loop.size();
        }
        // Of parts that save the same, the one of the fewest symbols, as it is what people would name.
        return candidates.stream()
                .max(Comparator.<KeptPart>comparingInt(kept -> saving(kept.part, program))
                        .thenComparing(kept -> -kept.part.size()));
    }

    /** Whether it is there before the first row. */
    boolean isAhead() {
        return !ahead.isEmpty();
    }

    private static List<ScalarExpression> savingParts(List<ScalarExpression> formulas, LossProgram program) {
        List<ScalarExpression> parts = new ArrayList<>();
        formulas.forEach(formula -> collect(formula, parts));
        return parts.stream()
                .filter(part -> !part.isCondition() && isOfElement(part, program) && saving(part, program) > 0)
                .toList();
    }

    private static void collect(ScalarExpression formula, List<ScalarExpression> parts) {
        parts.add(formula);
        formula.children().forEach(child -> collect(child, parts));
    }

    private static boolean isOfElement(ScalarExpression part, LossProgram program) {
        return ElementFormula.reads(
                part,
                operand -> operand < program.leaves().size()
                        && program.leaves().get(operand).shape().rank() > 0);
    }

    /** What the gradient is spared for each element, in calls of exp. */
    private static int saving(ScalarExpression part, LossProgram program) {
        return ReductionLoops.formulas(program.gradient()).stream()
                .mapToInt(formula -> FunctionCalls.cost(FunctionCalls.of(formula))
                        - FunctionCalls.cost(FunctionCalls.without(part, formula)))
                .sum();
    }
}
