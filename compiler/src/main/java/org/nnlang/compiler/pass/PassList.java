package org.nnlang.compiler.pass;

import java.util.List;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.GraphVerifier;

/**
 * The passes in their order, each followed by the verifier.
 *
 * <p>Bias comes before elements, so that it ends in its product; elements before rows, so that a row formula has few statements;
 * what follows a product comes after both. Outputs get arrays of their own at the end, when nothing moves any more.
 */
public final class PassList {
    private static final List<Pass> PASSES = List.of(
            new RemoveDropout(),
            new Simplify(),
            new ShareEqualNodes(),
            new UnpackWeights(),
            new FuseBias(),
            new FuseElements(),
            new FuseRows(),
            new FuseProductFunction(),
            new SeparateOutputs());

    private PassList() {}

    /** Runs all passes. */
    public static Graph run(Graph graph) {
        Graph result = graph;
        for (Pass pass : PASSES) {
            result = GraphVerifier.verify(DeadNodes.remove(pass.run(result)), pass.name());
        }
        return result;
    }
}
