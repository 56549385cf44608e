package org.nnlang.compiler.ast;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;

/**
 * One file as it was written.
 *
 * @param packageName the package, or null where the file names none
 * @param imports the imports in order
 * @param declarations the declarations in order; those with a syntax error are left out
 * @param brokenNames the names of those that are left out, so that their uses are not reported as well
 * @param comments the comments that document nothing, in order
 */
public record CompilationUnit(
        SourceFile file,
        @Nullable QualifiedName packageName,
        List<Import> imports,
        List<Declaration> declarations,
        Set<String> brokenNames,
        Span span,
        List<Comment> comments)
        implements Node {
    public CompilationUnit {
        imports = List.copyOf(imports);
        declarations = List.copyOf(declarations);
        comments = List.copyOf(comments);
        brokenNames = Set.copyOf(brokenNames);
    }
}
