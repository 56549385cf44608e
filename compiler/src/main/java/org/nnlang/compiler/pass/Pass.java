package org.nnlang.compiler.pass;

import org.nnlang.compiler.graph.Graph;

/** One improvement of a graph that leaves what it computes as it is. */
interface Pass {
    /** What it does, for messages. */
    String name();

    /** The improved graph; the given one stays as it is. */
    Graph run(Graph graph);
}
