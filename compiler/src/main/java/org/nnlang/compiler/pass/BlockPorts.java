package org.nnlang.compiler.pass;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;

/**
 * Leaves the caller's arrays to the steps that find a block of examples anywhere in them: products, copies, and formulas from such
 * arrays to such arrays.
 *
 * <p>All others work in buffers, where each block begins at index 0: what they read of an input, or write of an output, is copied.
 */
final class BlockPorts implements Pass {
    @Override
    public String name() {
        return "copying what blocks need of inputs and outputs";
    }

    @Override
    public Graph run(Graph graph) {
        return new Walk(graph).run();
    }

    /** One graph's change. */
    private static final class Walk {
        private final Graph graph;
        private final Rewriter rewriter = new Rewriter();
        private final Set<Node> outputs = Collections.newSetFromMap(new IdentityHashMap<>());
        /** The nodes whose elements are in the caller's arrays. */
        private final Set<Node> ports = Collections.newSetFromMap(new IdentityHashMap<>());

        private final IdentityHashMap<Node, Node> copies = new IdentityHashMap<>();
        private final Graph.Output[] written;
        private int copyCount;

        Walk(Graph graph) {
            this.graph = graph;
            this.written = new Graph.Output[graph.outputs().size()];
            graph.outputs().forEach(output -> outputs.add(output.node().source()));
        }

        Graph run() {
            for (Node node : graph.nodes()) {
                Node replaced = rewriter.withReplacedInputs(node);
                boolean finds = findsBlocks(replaced, node);
                rewriter.replace(node, finds ? replaced : onBuffers(replaced));
                if (node.op() instanceof Op.Input || (finds && outputs.contains(node))) {
                    ports.add(rewriter.replacement(node));
                }
                write(node);
            }
            Graph finished = rewriter.finish(graph);
            return new Graph(finished.model(), finished.nodes(), List.of(written));
        }

        /** Sees to it that the outputs that are a node get into the caller's arrays, as soon as it is calculated. */
        private void write(Node node) {
            for (int i = 0; i < written.length; i++) {
                Graph.Output output = graph.outputs().get(i);
                if (output.node() == node) {
                    Node now = rewriter.replacement(node);
                    boolean isPort = ports.contains(now.source());
                    written[i] = new Graph.Output(output.name(), isPort ? now : copy(now, "copyTo", output.name()));
                }
            }
        }

        private boolean findsBlocks(Node node, Node original) {
            if (node.op() instanceof Op.FusedDense || node.op() instanceof Op.Copy || node.op() instanceof Op.Reshape) {
                return true;
            }
            List<Broadcast> operands;
            if (node.op() instanceof Op.Map map) {
                operands = map.operands();
            } else if (node.op() instanceof Op.RowFormula formula
                    && formula.program().isElementwise()) {
                operands = formula.program().operands();
            } else {
                return false;
            }
            boolean finds = outputs.contains(original);
            for (int i = 0; i < operands.size(); i++) {
                Node input = node.input(i);
                finds &= input.isWeight()
                        ? operands.get(i) == Broadcast.NUMBER
                        : operands.get(i) == Broadcast.ELEMENT && ports.contains(input.source());
            }
            return finds;
        }

        private Node onBuffers(Node node) {
            List<Node> inputs = node.inputs().stream()
                    .map(input -> ports.contains(input.source())
                            ? copies.computeIfAbsent(input, port -> copy(port, "copyOf", port.name()))
                            : input)
                    .toList();
            return inputs.equals(node.inputs()) ? node : node.with(node.op(), inputs);
        }

        private Node copy(Node node, String direction, String of) {
            Node.Origin origin =
                    new Node.Origin(direction + "." + of, "", node.origin().span());
            String name = direction + "." + copyCount++ + "." + of;
            return rewriter.add(new Node(name, new Op.Copy(), List.of(node), node.shape(), origin));
        }
    }
}
