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

    /** A part that comes again is not opened again, as it is kept; a condition is not kept, hence all inside it is used again. */
    private void visit(ScalarExpression part) {
        if (part.children().isEmpty()) {
            return;
        }
        boolean isFirst = uses.merge(part, 1, Integer::sum) == 1;
        if (isFirst || part.isCondition()) {
            part.children().forEach(this::visit);
        }
        if (isFirst && !part.isCondition()) {
            inOrder.add(part);
        }
    }
}
