package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nnlang.compiler.graph.ScalarExpression.apply;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.compiler.graph.RowProgram.Reduction;
import org.nnlang.compiler.graph.RowProgram.Scalar;
import org.nnlang.compiler.graph.RowProgram.Statement;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

/** Which reductions share a loop: those of one input, whose results are the operands from 1 on. */
class ReductionLoopsTest {
    private static final ScalarExpression X = new Operand(0);
    private static final ScalarExpression EXP = apply(Primitive.EXP, X);
    private static final ScalarExpression ZERO = new Constant(0);
    private static final Statement SUM = sum(EXP);

    private static Statement sum(ScalarExpression formula) {
        return new Reduction(Primitive.SUM, formula);
    }

    private static ScalarExpression choice(ScalarExpression condition, ScalarExpression then, ScalarExpression other) {
        return apply(Primitive.CHOOSE, condition, then, other);
    }

    private static ScalarExpression above(double number) {
        return apply(Primitive.GREATER, X, new Constant(number));
    }

    private static List<List<Statement>> loops(Statement... statements) {
        return ReductionLoops.of(List.of(statements), 1);
    }

    @Test
    void thoseOfOneFunctionDo() {
        Statement product = new Reduction(Primitive.PRODUCT, apply(Primitive.MULTIPLY, X, EXP));
        assertThat(loops(SUM, product, SUM)).containsExactly(List.of(SUM, product, SUM));
    }

    @Test
    void thoseThatShareNoFunctionDoNot() {
        Statement squares = sum(apply(Primitive.MULTIPLY, X, X));
        assertThat(loops(squares, squares)).containsExactly(List.of(squares), List.of(squares));
        assertThat(loops(SUM, squares)).containsExactly(List.of(SUM), List.of(squares));
    }

    @Test
    void oneThatNeedsTheResultOfAnotherDoesNot() {
        Statement shares = sum(apply(Primitive.DIVIDE, EXP, new Operand(1)));
        Statement both = sum(apply(Primitive.DIVIDE, EXP, new Operand(2)));
        assertThat(loops(SUM, shares)).containsExactly(List.of(SUM), List.of(shares));
        assertThat(loops(SUM, shares, shares, both))
                .containsExactly(List.of(SUM), List.of(shares, shares), List.of(both));
    }

    @Test
    void numbersStandAlone() {
        Statement number = new Scalar(apply(Primitive.EXP, new Operand(1)));
        assertThat(loops(SUM, number, number)).containsExactly(List.of(SUM), List.of(number), List.of(number));
    }

    @Test
    void whatFewElementsNeedIsNotCalculatedForAll() {
        Statement few = sum(choice(above(1), EXP, ZERO));
        Statement fewer = sum(choice(above(2), EXP, ZERO));
        assertThat(loops(few, few)).containsExactly(List.of(few), List.of(few));
        assertThat(loops(few, fewer)).containsExactly(List.of(few), List.of(fewer));
        assertThat(loops(few, SUM)).containsExactly(List.of(few, SUM));
    }

    @Test
    void whatOneOrTheOtherNeedsOfEachElementIsCalculatedForAll() {
        Statement above = sum(choice(above(1), EXP, ZERO));
        Statement below = sum(choice(above(1), ZERO, EXP));
        assertThat(loops(above, below)).containsExactly(List.of(above, below));
    }

    @Test
    void aConditionThatNeedsItIsEnough() {
        Statement above = sum(choice(apply(Primitive.GREATER, EXP, X), X, ZERO));
        Statement few = sum(choice(apply(Primitive.AND, above(1), apply(Primitive.GREATER, EXP, X)), X, ZERO));
        assertThat(loops(above, above)).containsExactly(List.of(above, above));
        assertThat(loops(few, few)).containsExactly(List.of(few), List.of(few));
    }
}
