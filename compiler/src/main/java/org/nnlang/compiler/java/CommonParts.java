package org.nnlang.compiler.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.compiler.graph.ScalarExpression;

/** The parts that a formula has more than once, so that each is computed once. */
final class CommonParts {
    private final Map<ScalarExpression, Integer> uses = new HashMap<>();
    private final List<ScalarExpression> inOrder = new ArrayList<>();

    private CommonParts() {}

    /** The repeated parts of a formula, each after those it is made of. */
    static List<ScalarExpression> of(ScalarExpression formula) {
        CommonParts parts = new CommonParts();
        parts.visit(formula);
        return parts.inOrder.stream()
                .filter(part -> parts.uses.getOrDefault(part, 0) > 1)
                .toList();
    }

    /** A part that comes again is not opened again: what is inside it is no further use. */
    private void visit(ScalarExpression part) {
        if (part.children().isEmpty()) {
            return;
        }
        if (uses.merge(part, 1, Integer::sum) == 1) {
            part.children().forEach(this::visit);
            if (!part.isCondition()) {
                inOrder.add(part);
            }
        }
    }
}
