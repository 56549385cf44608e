package org.nnlang.compiler.pass;

import java.util.List;
import org.nnlang.compiler.gradient.ReverseWalk;
import org.nnlang.compiler.gradient.TrainingGraph;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.GraphVerifier;

/**
 * The passes in their order, each followed by the verifier.
 *
 * <p>Bias comes before elements, so that it ends in its product; elements before rows, so that a row formula has few statements;
 * what follows a product comes after both. Outputs get arrays of their own at the end, when nothing moves any more.
 */
public final class PassList {
    /** What gradients are derived from: each weight has its final layout, and nothing else is changed yet. */
    private static final List<Pass> BEFORE_GRADIENTS = List.of(new ShareEqualNodes(), new UnpackWeights());

    private static final List<Pass> FUSING = List.of(
            new Simplify(),
            new ShareEqualNodes(),
            new UnpackWeights(),
            new FuseBias(),
            new FuseElements(),
            new FuseRows(),
            new FuseProductFunction(),
            new SeparateOutputs());

    private PassList() {}

    /** Runs all passes on a graph that predicts. */
    public static Graph run(Graph graph) {
        return run(run(graph, List.of(new RemoveDropout())), FUSING);
    }

    /** Lets a graph that all passes ran on work in blocks of examples, which may begin anywhere in the caller's arrays. */
    public static Graph forBlocks(Graph graph) {
        return run(graph, List.of(new BlockPorts()));
    }

    /** Runs all passes on a graph that learns, and derives its gradients between them. */
    public static TrainingGraph runForTraining(Graph graph) {
        TrainingGraph derived = ReverseWalk.derive(run(graph, BEFORE_GRADIENTS));
        Graph fused = run(derived.graph(), FUSING);
        return derived.with(run(fused, List.of(new GradientsOfWeightsLast())));
    }

    /** Derives the gradient of a loss by its prediction, and simplifies both. */
    public static Graph runForLoss(Graph loss) {
        Graph derived = ReverseWalk.deriveLoss(run(loss, List.of(new ShareEqualNodes())));
        return run(derived, List.of(new Simplify(), new ShareEqualNodes()));
    }

    private static Graph run(Graph graph, List<Pass> passes) {
        Graph result = graph;
        for (Pass pass : passes) {
            result = GraphVerifier.verify(DeadNodes.remove(pass.run(result)), pass.name());
        }
        return result;
    }
}
