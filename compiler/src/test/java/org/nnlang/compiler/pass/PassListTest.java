package org.nnlang.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.GraphBuilder;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.testing.NetworkBuilder;
import org.nnlang.compiler.testing.Networks;
import org.nnlang.compiler.testing.Terms;

/** What is left of a network after all passes. */
class PassListTest {
    private static List<String> steps(CheckedModel model) {
        return steps(PassList.run(GraphBuilder.build(model)));
    }

    private static List<String> steps(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> !(node.op() instanceof Op.Input || node.op() instanceof Op.Weight))
                .map(node -> node.op().getClass().getSimpleName())
                .toList();
    }

    private static NetworkBuilder network(UnaryOperator<Term> body) {
        NetworkBuilder network = new NetworkBuilder("Steps");
        Value x = network.input("x", 3, 4);
        network.output("y", network.compute("step", body.apply(Terms.of(x))));
        return network;
    }

    private static List<String> stepsInBlocks(CheckedModel model) {
        return steps(PassList.forBlocks(PassList.run(GraphBuilder.build(model))));
    }

    @Test
    void blocksNeedNoCopiesForLayersAndForFormulas() {
        assertThat(stepsInBlocks(Networks.digitClassifier())).containsExactly("FusedDense", "FusedDense", "FusedDense");
        assertThat(stepsInBlocks(network(Terms::swish).build())).containsExactly("Map");
    }

    @Test
    void rowsAreCopiedFromInputsAndToOutputs() {
        assertThat(stepsInBlocks(network(Terms::softmax).build())).containsExactly("Copy", "RowFormula", "Copy");
    }

    @Test
    void whatLayersReadIsCopiedForOthersOnly() {
        NetworkBuilder network = new NetworkBuilder("Residual");
        Value x = network.input("x", 4);
        Value hidden = network.dense("hidden", x, 4, Terms::sigmoid, "x");
        Value sum = network.compute("sum", Terms.map(Primitive.ADD, Terms.of(x), Terms.of(hidden)));
        network.output("y", network.dense("last", sum, 4, Terms::sigmoid, "y"));
        network.output("sum", sum);
        assertThat(stepsInBlocks(network.build())).containsExactly("FusedDense", "Copy", "Map", "Copy", "FusedDense");
    }

    @Test
    void aLayerIsOneStep() {
        assertThat(steps(Networks.digitClassifier())).containsExactly("FusedDense", "FusedDense", "FusedDense");
    }

    @Test
    void aRowFunctionIsOneStep() {
        assertThat(steps(network(Terms::softmax).build())).containsExactly("RowFormula");
        assertThat(steps(network(Terms::logSoftmax).build())).containsExactly("RowFormula");
        assertThat(steps(network(Terms::normalize).build())).containsExactly("RowFormula");
        assertThat(steps(network(x -> Terms.softmax(Terms.map(Primitive.NEGATE, x)))
                        .build()))
                .containsExactly("RowFormula");
    }

    @Test
    void elementsThatFollowEachOtherAreOneStep() {
        assertThat(steps(network(x -> Terms.sigmoid(Terms.swish(Terms.relu(x)))).build()))
                .containsExactly("Map");
    }

    @Test
    void dropoutIsGone() {
        NetworkBuilder network =
                network(x -> Terms.sigmoid(Terms.apply(Primitive.DROPOUT, x.shape(), x, Terms.number(0.5))));
        assertThat(steps(network.build())).containsExactly("Map");
    }

    @Test
    void equalWorkIsDoneOnce() {
        NetworkBuilder network = new NetworkBuilder("Twice");
        Value x = network.input("x", 4);
        Value first = network.compute("first", Terms.softmax(Terms.of(x)));
        Value second = network.compute("second", Terms.softmax(Terms.of(x)));
        network.output("y", network.compute("sum", Terms.concat(Terms.of(first), Terms.of(second))));
        assertThat(steps(network.build())).containsExactly("RowFormula", "Concat");
    }

    @Test
    void whatLeadsNowhereIsGone() {
        NetworkBuilder network = new NetworkBuilder("Dead");
        Value x = network.input("x", 4);
        network.dense("dead", x, 100, Terms::sigmoid, "dead");
        network.output("y", network.compute("alive", Terms.sigmoid(Terms.of(x))));
        assertThat(steps(network.build())).containsExactly("Map");
    }

    @Test
    void aWeightOfAProductIsUnpackedWhereAFormulaReadsIt() {
        NetworkBuilder network = new NetworkBuilder("Tied");
        Value x = network.input("x", 4);
        Term matrix = new Term.WeightOf(network.ownWeight("matrix", 4, 4));
        Value product = network.compute("product", Terms.apply(Primitive.DOT, x.shape(), matrix, Terms.of(x)));
        Value squares = network.compute("squares", Terms.map(Primitive.MULTIPLY, matrix, matrix));
        network.output("y", product);
        network.output("squares", squares);
        assertThat(steps(network.build())).containsExactly("FusedDense", "Load", "Map");
    }

    @Test
    void aLongChainNeedsNoDeepStack() throws InterruptedException {
        NetworkBuilder network = new NetworkBuilder("Long");
        Value x = network.input("x", 4);
        for (int i = 0; i < 10_000; i++) {
            x = network.compute("step" + i, Terms.map(Primitive.ADD, Terms.sigmoid(Terms.of(x)), Terms.of(x)));
        }
        network.output("y", x);
        CheckedModel model = network.build();
        Graph[] result = new Graph[1];
        Thread thread =
                new Thread(null, () -> result[0] = PassList.run(GraphBuilder.build(model)), "small", 256 * 1024);
        thread.start();
        thread.join();
        assertThat(result[0]).isNotNull();
    }

    @Test
    void aFormulaThatRepeatsWhatItIsMadeOfDoesNotGrowWithoutBounds() {
        UnaryOperator<Term> cubic = x ->
                Terms.map(Primitive.SUBTRACT, x, Terms.map(Primitive.MULTIPLY, Terms.map(Primitive.MULTIPLY, x, x), x));
        NetworkBuilder network = new NetworkBuilder("Cubics");
        Value x = network.input("x", 10);
        for (int i = 0; i < 20; i++) {
            x = network.compute("cubic" + i, cubic.apply(Terms.of(x)));
        }
        network.output("y", network.compute("softmax", Terms.softmax(Terms.of(x))));
        CheckedModel model = network.build();
        PassList.run(GraphBuilder.build(model)).nodes().forEach(PassListTest::requireShort);
        PassList.runForTraining(GraphBuilder.build(model)).graph().nodes().forEach(PassListTest::requireShort);
    }

    @Test
    void aFormulaMentionedTwiceCountsTwice() {
        NetworkBuilder network = new NetworkBuilder("Squares");
        Value x = network.input("x", 10);
        for (int i = 0; i < 20; i++) {
            x = network.compute("square" + i, Terms.map(Primitive.MULTIPLY, Terms.of(x), Terms.of(x)));
        }
        network.output("y", x);
        PassList.run(GraphBuilder.build(network.build())).nodes().forEach(PassListTest::requireShort);
    }

    private static void requireShort(Node node) {
        if (node.op() instanceof Op.Map map) {
            assertThat(map.expression().size()).as(node.name()).isLessThanOrEqualTo(60);
        } else if (node.op() instanceof Op.RowFormula formula) {
            formula.program()
                    .statements()
                    .forEach(statement -> assertThat(statement.expression().size())
                            .as(node.name())
                            .isLessThanOrEqualTo(100));
        }
    }
}
