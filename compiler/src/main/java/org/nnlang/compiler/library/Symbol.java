package org.nnlang.compiler.library;

import org.nnlang.compiler.ast.Declaration;

/**
 * A declaration and the file scope in which its body is read.
 *
 * @param declaration what was written
 * @param file where it was written
 */
public record Symbol(Declaration declaration, FileScope file) {
    /** Its name. */
    public String name() {
        return declaration.name().text();
    }

    /** Whether it belongs to the standard library. */
    public boolean inStandardLibrary() {
        return StandardLibrary.contains(file.packageName());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Symbol that && that.declaration == declaration;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(declaration);
    }
}
