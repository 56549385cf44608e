package org.nnlang.compiler;

/** The stages of a compilation that can be printed, in order. */
public enum Stage {
    AST,
    MODEL,
    GRAPH,
    GRADIENT,
    PLAN,
    JAVA
}
