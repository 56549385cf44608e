package org.nnlang.compiler.ast;

import java.util.List;
import org.nnlang.compiler.source.Span;

/** {@code let name = value} at the top level of a file. */
public record ConstantDeclaration(String documentation, Identifier name, Expression value, Span span)
        implements Declaration {
    @Override
    public List<Parameter> parameters() {
        return List.of();
    }
}
