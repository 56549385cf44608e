package org.nnlang.compiler.pass;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.RowProgram;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.graph.ScalarSimplifier;
import org.nnlang.compiler.graph.StatementChoice;
import org.nnlang.compiler.model.Primitive;

/**
 * Writes the graph of a loss as statements over one row.
 *
 * <p>Reductions and the numbers made of them become statements; what belongs to each element is written into the formulas that use
 * it, so that no row has to be kept.
 */
public final class LossProgramBuilder {
    /** Beyond this a formula is no longer one that a reader, or the JIT, takes in. */
    private static final int LARGEST_FORMULA = 500;

    private final Graph graph;
    private final Uses uses;
    private final List<Node> leaves;
    private final List<RowProgram.Statement> statements = new ArrayList<>();
    private final IdentityHashMap<Node, ScalarExpression> formulas = new IdentityHashMap<>();
    private final Consumer<String> refusal;
    private boolean isPossible = true;

    private LossProgramBuilder(Graph graph, Consumer<String> refusal) {
        this.graph = graph;
        this.refusal = refusal;
        this.uses = new Uses(graph);
        this.leaves = graph.nodes().stream().filter(LossProgramBuilder::isLeaf).toList();
    }

    /** The program of a loss and its gradient; nothing where it does more than formulas and reductions of its rows. */
    public static Optional<LossProgram> build(Graph graph) {
        return build(graph, reason -> {});
    }

    /**
     * The program of a loss and its gradient; nothing where it does more than formulas and reductions of its rows.
     *
     * @param refusal takes why there is none
     */
    public static Optional<LossProgram> build(Graph graph, Consumer<String> refusal) {
        return new LossProgramBuilder(graph, refusal).build();
    }

    private Optional<LossProgram> build() {
        for (Node node : graph.nodes()) {
            write(node);
        }
        if (statements.stream().anyMatch(each -> each.expression().size() > LARGEST_FORMULA)) {
            refuse("its formula or its derivative is too long");
        }
        return isPossible ? Optional.of(split()) : Optional.empty();
    }

    private void refuse(String reason) {
        if (isPossible) {
            refusal.accept(reason);
        }
        isPossible = false;
    }

    private static boolean isLeaf(Node node) {
        return node.op() instanceof Op.Input || node.op() instanceof Op.Setting || node.op() instanceof Op.Positions;
    }

    private void write(Node node) {
        if (isLeaf(node)) {
            formulas.put(node, new Operand(leaves.indexOf(node)));
        } else if (node.op() instanceof Op.Reduce reduce) {
            state(node, new RowProgram.Reduction(reduce.primitive(), formula(node.input(0))));
        } else if (node.op() instanceof Op.Dot) {
            ScalarExpression product =
                    ScalarExpression.apply(Primitive.MULTIPLY, formula(node.input(0)), formula(node.input(1)));
            state(node, new RowProgram.Reduction(Primitive.SUM, product));
        } else if (node.op() instanceof Op.Reshape) {
            formulas.put(node, formula(node.input(0)));
        } else if (node.op() instanceof Op.Map map) {
            ScalarExpression formula = ScalarSimplifier.simplify(map.expression()
                    .substitute(node.inputs().stream().map(this::formula).toList()));
            if (formula.size() > LARGEST_FORMULA) {
                refuse("its formula or its derivative is too long");
            }
            if (isNumber(node) && !formula.children().isEmpty() && !isPartOfOneNumber(node)) {
                state(node, new RowProgram.Scalar(formula));
            } else {
                formulas.put(node, isPossible ? formula : map.expression());
            }
        } else {
            refuse(
                    node.op() instanceof Op.RowFunction function
                            ? "it uses `" + function.primitive().functionName() + "`, which needs the whole row at once"
                            : "it takes rows apart or joins them");
            formulas.put(node, new Operand(0));
        }
    }

    /** A number that one other number alone needs is written into it; within a loop it would be computed for each element. */
    private boolean isPartOfOneNumber(Node node) {
        List<Node> users = uses.of(node);
        return users.size() == 1
                && !uses.isOutput(node)
                && users.get(0).op() instanceof Op.Map
                && isNumber(users.get(0));
    }

    private static boolean isNumber(Node node) {
        return node.elements() == 1;
    }

    private void state(Node node, RowProgram.Statement statement) {
        formulas.put(node, new Operand(leaves.size() + statements.size()));
        statements.add(statement);
    }

    private ScalarExpression formula(Node node) {
        ScalarExpression formula = formulas.get(node);
        if (formula == null) {
            throw new IllegalStateException("node " + node + " comes too late");
        }
        return formula;
    }

    private LossProgram split() {
        ScalarExpression value = formula(graph.outputs().get(0).node());
        ScalarExpression gradient = formula(graph.outputs().get(1).node());
        Set<Integer> ofValue = StatementChoice.needed(value, leaves.size(), statements);
        Set<Integer> ofGradient = StatementChoice.needed(gradient, leaves.size(), statements);
        ofGradient.removeAll(ofValue);
        List<Integer> order = new ArrayList<>(ofValue);
        // The value itself is a statement too, between those that it needs and those of the gradient.
        order.add(-1);
        order.addAll(ofGradient);
        StatementChoice choice = new StatementChoice(leaves.size(), order);
        List<RowProgram.Statement> first = choice.statements(ofValue, statements);
        first.add(new RowProgram.Scalar(choice.formula(value)));
        List<RowProgram.Statement> second = choice.statements(ofGradient, statements);
        second.add(new RowProgram.Row(choice.formula(gradient)));
        return new LossProgram(leaves, first, second);
    }
}
