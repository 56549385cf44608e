package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;
import org.nnlang.compiler.graph.ScalarExpression.Operand;

/** Writes formulas into a method, with a local variable for each part that is used twice. */
final class FormulaWriter {
    private final JavaExpressions expressions;

    FormulaWriter(JavaExpressions expressions) {
        this.expressions = expressions;
    }

    /**
     * The Java of a formula; the variables that it needs are declared first.
     *
     * @param code where the declarations go
     * @param locals the names that are taken where they go
     * @param operands the Java of each operand
     */
    CodeBlock write(
            ScalarExpression formula, CodeBlock.Builder code, NameScope locals, IntFunction<CodeBlock> operands) {
        Map<ScalarExpression, CodeBlock> variables = new HashMap<>();
        JavaExpressions.Operands held =
                part -> part instanceof Operand operand ? operands.apply(operand.index()) : variables.get(part);
        List<ScalarExpression> common = CommonParts.of(formula);
        for (ScalarExpression part : common) {
            String name = locals.take(JavaNames.variableName(word(part)));
            code.addStatement("float $L = $L", name, expressions.number(part, held));
            variables.put(part, CodeBlock.of("$L", name));
        }
        return expressions.number(formula, held);
    }

    /** What people call the result of a formula. */
    static String word(ScalarExpression formula) {
        if (formula instanceof Invoke invoke) {
            return invoke.function().name();
        }
        if (!(formula instanceof Apply apply)) {
            return "number";
        }
        return switch (apply.primitive()) {
            case ADD -> "total";
            case SUBTRACT -> "difference";
            case MULTIPLY -> "product";
            case DIVIDE -> "quotient";
            case NEGATE -> "opposite";
            case CHOOSE -> "chosen";
            default -> apply.primitive().functionName();
        };
    }
}
