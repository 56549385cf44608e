/**
 * What is computed: {@link org.nnlang.compiler.graph.GraphBuilder} makes a {@link org.nnlang.compiler.graph.Graph} of a checked
 * model, one node a primitive; the passes fuse them.
 */
@NullMarked
package org.nnlang.compiler.graph;

import org.jspecify.annotations.NullMarked;
