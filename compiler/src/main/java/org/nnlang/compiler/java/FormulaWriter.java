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
        JavaExpressions.Operands held =
                part -> part instanceof Operand operand ? operands.apply(operand.index()) : null;
        return write(List.of(formula), code, locals, held).get(0);
    }

    /**
     * The Java of formulas that are computed together; the variables that they need are declared first.
     *
     * @param code where the declarations go
     * @param locals the names that are taken where they go
     * @param operands the Java of each operand, and of other parts that are there already
     */
    List<CodeBlock> write(
            List<ScalarExpression> formulas,
            CodeBlock.Builder code,
            NameScope locals,
            JavaExpressions.Operands operands) {
        Map<ScalarExpression, CodeBlock> variables = new HashMap<>();
        JavaExpressions.Operands held = part -> {
            CodeBlock there = operands.held(part);
            return there != null ? there : variables.get(part);
        };
        for (ScalarExpression part : CommonParts.of(formulas, part -> operands.held(part) != null)) {
            String name = locals.take(JavaNames.variableName(word(part)));
            code.addStatement("float $L = $L", name, expressions.number(part, held));
            variables.put(part, CodeBlock.of("$L", name));
        }
        return formulas.stream()
                .map(formula -> expressions.number(formula, held))
                .toList();
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
