package org.nnlang.compiler.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;

class GraphVerifierTest {
    private static final Node.Origin ORIGIN = new Node.Origin("x", "", new Span(new SourceFile("x.nn", "x"), 0, 1));

    private final Node x = node("x", new Op.Input(0), List.of(), 4);

    private static Node node(String name, Op op, List<Node> inputs, Integer... sizes) {
        return new Node(name, op, inputs, Shape.of(sizes), ORIGIN);
    }

    private static void fails(String message, Node... nodes) {
        Graph graph = new Graph("Broken", List.of(nodes), List.of(new Graph.Output("y", nodes[nodes.length - 1])));
        assertThatThrownBy(() -> GraphVerifier.verify(graph, "breaking"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("after breaking: node ")
                .hasMessageContaining(message);
    }

    @Test
    void namesTheNodeThatIsWrong() {
        fails("y: [2, 2] has not the shape of x: [4]", x, node("y", new Op.Copy(), List.of(x), 2, 2));
        fails("y: [3] has not the elements of x: [4]", x, node("y", new Op.Reshape(), List.of(x), 3));
        fails("y: [4] uses x: [4], which comes later or nowhere", node("y", new Op.Copy(), List.of(x), 4));
        fails("x: [4] has the name of another node", x, node("x", new Op.Copy(), List.of(x), 4));
        fails("y: [4] has 2 inputs, not 1", x, node("y", new Op.Copy(), List.of(x, x), 4));
        fails("y: [2] leaves x: [4]", x, node("y", new Op.Slice(3), List.of(x), 2));
        fails("y: [5] is not as wide as what it joins", x, node("y", new Op.Concat(), List.of(x), 5));
        fails("y: [4] has not one number a row of x: [4]", x, node("y", new Op.Reduce(Primitive.SUM), List.of(x), 4));
        fails("y: [4] multiplies by x: [4], which is not a weight", x, node("y", new Op.Dense(), List.of(x, x), 4));
        fails(
                "y: [3] meets x: [4] as ELEMENT",
                x,
                node("y", new Op.Map(new ScalarExpression.Operand(0), List.of(Broadcast.ELEMENT)), List.of(x), 3));
        fails(
                "y: [4] has no operand $1",
                x,
                node("y", new Op.Map(new ScalarExpression.Operand(1), List.of(Broadcast.ELEMENT)), List.of(x), 4));
    }
}
