package org.nnlang.compiler.ast;

import org.nnlang.compiler.source.Span;

/** Anything that was written: every node knows its place. */
public sealed interface Node
        permits CompilationUnit,
                QualifiedName,
                Identifier,
                Import,
                Declaration,
                Parameter,
                ShapeNode,
                Statement,
                Expression,
                Argument,
                Stage {
    /** The place. */
    Span span();
}
