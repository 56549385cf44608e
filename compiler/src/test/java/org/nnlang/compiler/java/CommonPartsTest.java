package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

/** Which parts of a formula are computed once. */
class CommonPartsTest {
    private static final ScalarExpression X = new Operand(0);
    private static final ScalarExpression EXP = ScalarExpression.apply(Primitive.EXP, X);

    private static ScalarExpression choice(ScalarExpression then, ScalarExpression otherwise) {
        ScalarExpression condition = ScalarExpression.apply(Primitive.GREATER, EXP, new Constant(1));
        return ScalarExpression.apply(Primitive.CHOOSE, condition, then, otherwise);
    }

    @Test
    void whatARepeatedConditionIsMadeOfIsOne() {
        ScalarExpression choices =
                ScalarExpression.apply(Primitive.MULTIPLY, choice(X, new Constant(0)), choice(new Constant(2), X));
        assertThat(CommonParts.of(choices)).containsExactly(EXP);
    }

    @Test
    void whatIsOnlyInsideARepeatedPartIsNone() {
        ScalarExpression root = ScalarExpression.apply(Primitive.SQRT, EXP);
        assertThat(CommonParts.of(ScalarExpression.apply(Primitive.MULTIPLY, root, root)))
                .containsExactly(root);
    }
}
