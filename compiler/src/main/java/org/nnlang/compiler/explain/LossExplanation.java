package org.nnlang.compiler.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nnlang.compiler.check.LossRules;
import org.nnlang.compiler.diagnostic.Diagnostics;
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

/** What the gradient of a loss computes of a row: first numbers of the whole row, then each element. */
public final class LossExplanation {
    /** A larger formula of numbers gets a name of its own. */
    private static final int LARGEST_PART = 12;

    private record Line(int operand, ScalarExpression formula, String before, String after) {}

    private final CheckedLoss loss;
    private final List<String> names = new ArrayList<>();
    /** What stands for each operand of the program. */
    private final List<ScalarExpression> operands = new ArrayList<>();

    private final List<Line> lines = new ArrayList<>();

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
            ScalarExpression operand = name(name(leaf.op()));
            operands.add(isOff(leaf.op()) ? new ScalarExpression.Constant(0) : operand);
        }
        program.value().forEach(this::add);
        program.gradient().forEach(this::add);
        String without = loss.settings().stream()
                .filter(setting -> setting.defaultValue() == 0)
                .map(setting -> ", with " + setting.name() + " = 0")
                .collect(Collectors.joining());
        StringBuilder text = new StringBuilder(
                "the gradient by " + loss.prediction().name() + ", for each element of a row of n" + without + ":");
        List<Line> needed = neededLines();
        for (int i = 0; i < needed.size() - 1; i++) {
            names.set(needed.get(i).operand(), String.valueOf((char) ('a' + i)));
        }
        for (Line line : needed) {
            text.append("\n  ").append(names.get(line.operand())).append(" = ");
            text.append(line.before())
                    .append(FormulaText.of(line.formula(), names))
                    .append(line.after());
        }
        return text.toString();
    }

    /** Whether it is a setting that does nothing unless it is chosen: the gradient reads better without it. */
    private boolean isOff(Op op) {
        return op instanceof Op.Setting setting
                && loss.settings().stream()
                        .anyMatch(each -> each.name().equals(setting.name()) && each.defaultValue() == 0);
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

    private ScalarExpression name(String name) {
        names.add(name);
        return new ScalarExpression.Operand(names.size() - 1);
    }

    private void add(RowProgram.Statement statement) {
        ScalarExpression formula =
                Cases.split(Algebra.inlined(statement.expression()).substitute(operands));
        if (statement instanceof RowProgram.Scalar && formula.size() <= LARGEST_PART) {
            operands.add(formula);
            return;
        }
        operands.add(name("gradient"));
        String function = statement instanceof RowProgram.Reduction reduction
                ? reduction.primitive().functionName()
                : "";
        lines.add(new Line(
                names.size() - 1, formula, function.isEmpty() ? "" : function + "(", function.isEmpty() ? "" : ")"));
    }

    /** The lines that the last one needs, directly or not, with it. */
    private List<Line> neededLines() {
        Deque<Line> needed = new ArrayDeque<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            if (needed.isEmpty() || needed.stream().anyMatch(each -> reads(each.formula(), line.operand()))) {
                needed.addFirst(line);
            }
        }
        return List.copyOf(needed);
    }

    private static boolean reads(ScalarExpression formula, int operand) {
        return formula.equals(new ScalarExpression.Operand(operand))
                || formula.children().stream().anyMatch(child -> reads(child, operand));
    }
}
