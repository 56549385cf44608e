package org.nnlang.compiler.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.nnlang.compiler.graph.ScalarExpression;

/** The parts that formulas have more than once, so that each is computed once. */
final class CommonParts {
    private final Map<ScalarExpression, Integer> uses = new HashMap<>();
    private final List<ScalarExpression> inOrder = new ArrayList<>();

    private final Predicate<ScalarExpression> isHeld;

    private CommonParts(Predicate<ScalarExpression> isHeld) {
        this.isHeld = isHeld;
    }

    /** The repeated parts of a formula, each after those it is made of. */
    static List<ScalarExpression> of(ScalarExpression formula) {
        return of(List.of(formula), part -> false);
    }

    /**
     * The repeated parts of formulas that are computed together, each after those it is made of.
     *
     * @param isHeld whether a part is there already
     */
    static List<ScalarExpression> of(List<ScalarExpression> formulas, Predicate<ScalarExpression> isHeld) {
        CommonParts parts = new CommonParts(isHeld);
        formulas.forEach(parts::visit);
        return parts.inOrder.stream()
                .filter(part -> parts.uses.getOrDefault(part, 0) > 1)
                .toList();
    }

    /** A part that comes again is not opened again, as it is kept; a condition is not kept, hence all inside it is used again. */
    private void visit(ScalarExpression part) {
        if (part.children().isEmpty() || isHeld.test(part)) {
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
