package org.nnlang.compiler.gradient;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.model.Primitive;

/**
 * What the gradients may use of the values that the network computes.
 *
 * <p>A formula that only other formulas need is computed once more instead of being kept: so the forward steps stay as few as they
 * are without gradients, and as little is kept. A product is kept with its bias added, so that neither has to be found again.
 */
final class KeptValues {
    private static final ScalarExpression SUM =
            ScalarExpression.apply(Primitive.ADD, new ScalarExpression.Operand(0), new ScalarExpression.Operand(1));

    private final Map<Node, List<Node>> uses;
    private final Set<Node> outputs;
    private final GradientNodes nodes;
    private final IdentityHashMap<Node, Node> again = new IdentityHashMap<>();
    private final Map<Node, Boolean> kept = new HashMap<>();

    private KeptValues(Map<Node, List<Node>> uses, Set<Node> outputs, GradientNodes nodes) {
        this.uses = uses;
        this.outputs = outputs;
        this.nodes = nodes;
    }

    /** Only what no formula could compute again. */
    static KeptValues few(Graph forward, GradientNodes nodes) {
        return new KeptValues(forward.uses(), forward.outputNodes(), nodes);
    }

    /** Every value. */
    static KeptValues all(Graph forward, GradientNodes nodes) {
        return new KeptValues(forward.uses(), new HashSet<>(forward.nodes()), nodes);
    }

    /** Whether the forward steps leave the value where the gradients can read it. */
    boolean isKept(Node node) {
        return kept.computeIfAbsent(
                node,
                each -> !isFormula(each)
                        || isBiased(each)
                        || outputs.contains(each)
                        || !uses.getOrDefault(each, List.of()).stream().allMatch(KeptValues::isFormula));
    }

    /** The value of a forward node, for a gradient: itself where it is kept, else computed once more. */
    Node value(Node node) {
        if (isKept(node)) {
            return node;
        }
        Node known = again.get(node);
        if (known == null) {
            List<Node> inputs = node.inputs().stream().map(this::value).toList();
            known = nodes.add(node, ".again", node.op(), inputs, node.shape());
            again.put(node, known);
        }
        return known;
    }

    /** Whether it is the sum of a weight and of a product that nothing else needs. */
    private boolean isBiased(Node node) {
        return node.op() instanceof Op.Map map
                && map.expression().equals(SUM)
                && node.inputs().stream().anyMatch(Node::isWeight)
                && node.inputs().stream()
                        .anyMatch(input -> input.op() instanceof Op.Dense
                                && uses.getOrDefault(input, List.of()).equals(List.of(node)));
    }

    private static boolean isFormula(Node node) {
        return node.op() instanceof Op.Map || node.op() instanceof Op.Reduce;
    }
}
