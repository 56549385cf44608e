package org.nnlang.compiler.ast;

/** Temp. */
public final class AstPrinter {
    private AstPrinter() {}

    /** Temp. */
    public static String print(CompilationUnit unit) {
        return unit.toString();
    }
}
