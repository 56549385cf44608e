package org.nnlang.compiler.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.check.LossRules;
import org.nnlang.compiler.graph.GraphBuilder;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.RowProgram;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.CheckedLoss;
import org.nnlang.compiler.pass.LossProgram;
import org.nnlang.compiler.pass.LossProgramBuilder;
import org.nnlang.compiler.pass.PassList;

/** What a loss and its gradient compute of a row, step by step. */
public final class LossExplanation {
    private final CheckedLoss loss;
    private final List<String> names = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private LossExplanation(CheckedLoss loss) {
        this.loss = loss;
    }

    /** Explains a loss of a file without errors; nothing for what is none of a prediction and a target. */
    public static Optional<String> of(Symbol symbol) {
        return LossRules.check(symbol.file(), new Diagnostics()).stream()
                .filter(loss -> loss.name().equals(symbol.name()))
                .findFirst()
                .flatMap(loss -> LossProgramBuilder.build(PassList.runForLoss(GraphBuilder.build(loss)))
                        .map(program -> new LossExplanation(loss).text(program)));
    }

    private String text(LossProgram program) {
        for (Node leaf : program.leaves()) {
            names.add(name(leaf.op()));
        }
        lines.add("the gradient, for each element of a row of n:");
        for (int i = 0; i < program.value().size(); i++) {
            boolean isLast = i == program.value().size() - 1;
            List<RowProgram.Statement> later = new ArrayList<>(program.gradient());
            if (!isLast) {
                later.addAll(program.value().subList(i + 1, program.value().size() - 1));
            }
            add(program.value().get(i), isLast ? "loss" : "s" + (i + 1), later, program.leaves().size() + i);
        }
        for (int i = 0; i < program.gradient().size(); i++) {
            boolean isLast = i == program.gradient().size() - 1;
            add(program.gradient().get(i), isLast ? "gradient" : "g" + (i + 1), program.gradient(), -1);
        }
        return String.join("\n", lines);
    }

    private String name(Op op) {
        if (op instanceof Op.Input input) {
            return input.index() == 0 ? loss.prediction().name() : loss.target().name();
        }
        if (op instanceof Op.Setting setting) {
            return setting.name().equals(Op.Setting.LENGTH) ? "n" : setting.name();
        }
        return "position";
    }

    private void add(RowProgram.Statement statement, String name, List<RowProgram.Statement> later, int operand) {
        String text = FormulaText.of(Cases.split(Algebra.inlined(statement.expression())), names);
        names.add(name);
        boolean isUsed = operand < 0 || later.stream().anyMatch(each -> reads(each.expression(), operand));
        if (isUsed) {
            String reduced = statement instanceof RowProgram.Reduction reduction
                    ? reduction.primitive().functionName() + "(" + text + ")"
                    : text;
            lines.add("  " + name + " = " + reduced);
        }
    }

    private static boolean reads(ScalarExpression formula, int operand) {
        return formula.equals(new ScalarExpression.Operand(operand))
                || formula.children().stream().anyMatch(child -> reads(child, operand));
    }
}
