package org.nnlang.compiler.pass;

import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;

/** What people call a formula: the function that it is, or else the layer or step that it belongs to. */
final class FormulaNames {
    private FormulaNames() {}

    static String of(Node node, ScalarExpression expression) {
        if (expression instanceof Invoke invoke) {
            return invoke.function().name();
        }
        boolean plainCall = expression instanceof Apply apply
                && apply.arguments().stream()
                        .allMatch(argument -> argument.children().isEmpty());
        if (plainCall && expression instanceof Apply apply) {
            return apply.primitive().functionName();
        }
        return of(node);
    }

    static String of(Node node) {
        if (!node.origin().function().isEmpty()) {
            return node.origin().function();
        }
        return node.origin().path().isEmpty() ? "formula" : node.origin().path();
    }
}
