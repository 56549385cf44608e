package org.nnlang.compiler.check;

import java.util.List;
import org.nnlang.compiler.ast.Identifier;
import org.nnlang.compiler.ast.Statement;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;

/** The rule that whatever is named in a block leads to an output: what does not is a slip, such as a forgotten connection. */
final class UnusedNames {
    private UnusedNames() {}

    static void report(List<Statement> statements, Scope scope, Diagnostics diagnostics) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Input input) {
                report("input", input.name(), scope, diagnostics);
            } else if (statement instanceof Statement.Let let) {
                report("binding", let.name(), scope, diagnostics);
            } else if (statement instanceof Statement.Weight weight) {
                report(weight.trainable() ? "param" : "state", weight.name(), scope, diagnostics);
            }
        }
    }

    private static void report(String what, Identifier name, Scope scope, Diagnostics diagnostics) {
        if (!scope.wasRead(name.text())) {
            diagnostics.report(Diagnostic.of(
                            Code.UNUSED_BINDING, name.span(), what + " `" + name + "` leads to no output", "never used")
                    .help("use it in an output, or remove it"));
        }
    }
}
