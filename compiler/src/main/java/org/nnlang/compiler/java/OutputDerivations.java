package org.nnlang.compiler.java;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;

/**
 * The steps that only derive the softmax or the sigmoid that an output ends with.
 *
 * <p>Nobody needs them where the caller gives the gradient at the logits, as the usual loss of a classifier does.
 */
final class OutputDerivations {
    private final Map<Node, Integer> outputs = new HashMap<>();

    OutputDerivations(Graph graph) {
        Map<Node, List<Node>> uses = graph.uses();
        List<Node> nodes = graph.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            Set<Integer> needed = new HashSet<>();
            uses.getOrDefault(node, List.of()).forEach(user -> needed.add(output(user, node)));
            if (node.isBackward() && needed.size() == 1 && !needed.contains(-1)) {
                outputs.put(node, needed.iterator().next());
            }
        }
    }

    /** The output whose ending a node derives; -1 where it does anything else for this user. */
    private int output(Node user, Node node) {
        if (user.op() instanceof Op.LogitsGradient gradient) {
            return user.input(0) == node ? -1 : gradient.output();
        }
        return outputs.getOrDefault(user, -1);
    }

    /** The output at whose logits the caller's gradient makes a step needless; nothing where the step is always needed. */
    OptionalInt of(Node node) {
        Integer output = outputs.get(node);
        return output == null ? OptionalInt.empty() : OptionalInt.of(output);
    }
}
