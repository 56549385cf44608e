package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.RowProgram;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

/** Writes statements of a row program for one row, whose elements are at the indices from begin up to end. */
final class RowBody {
    private final FormulaWriter formulas;
    private final NameScope locals;
    private final CodeBlock target;
    private final String index;
    private final CodeBlock begin;
    private final CodeBlock end;
    private final List<CodeBlock> elements;
    private final List<@Nullable CodeBlock> arrays;

    /**
     * Prepares a row.
     *
     * @param inputs the Java of an element of each input, at the index
     * @param arrays the array of each input whose row has the same indices; null entries are other inputs
     * @param target the Java of the result's array
     * @param index the name of the loop variable
     */
    RowBody(
            FormulaWriter formulas,
            NameScope locals,
            List<CodeBlock> inputs,
            List<@Nullable CodeBlock> arrays,
            CodeBlock target,
            String index,
            CodeBlock begin,
            CodeBlock end) {
        this.formulas = formulas;
        this.locals = locals;
        this.elements = new ArrayList<>(inputs);
        this.arrays = new ArrayList<>(arrays);
        this.target = target;
        this.index = index;
        this.begin = begin;
        this.end = end;
    }

    /**
     * Writes statements; their operands are the inputs and all statements before, also those of earlier calls.
     *
     * @param numberTarget the Java of the element that takes the result if it is a number
     */
    void write(CodeBlock.Builder code, List<RowProgram.Statement> statements, CodeBlock numberTarget) {
        for (int i = 0; i < statements.size(); i++) {
            RowProgram.Statement statement = statements.get(i);
            if (statement instanceof RowProgram.Row row) {
                row(code, row.expression());
                elements.add(element(target));
                arrays.add(target);
                continue;
            }
            CodeBlock number = statement instanceof RowProgram.Reduction reduction
                    ? reduction(code, reduction, array(reduction.expression()))
                    : formulas.write(statement.expression(), code, locals, elements::get);
            if (i == statements.size() - 1) {
                code.addStatement("$L = $L", numberTarget, number);
            } else if (statement instanceof RowProgram.Scalar) {
                String name = locals.take(JavaNames.variableName(FormulaWriter.word(statement.expression())));
                code.addStatement("float $L = $L", name, number);
                number = CodeBlock.of("$L", name);
            }
            elements.add(number);
            arrays.add(null);
        }
    }

    /** The Java of each input and of the result of each statement that was written. */
    List<CodeBlock> elements() {
        return elements;
    }

    private CodeBlock element(CodeBlock array) {
        return CodeBlock.of("$L[$L]", array, index);
    }

    private @Nullable CodeBlock array(ScalarExpression expression) {
        return expression instanceof Operand operand ? arrays.get(operand.index()) : null;
    }

    private void row(CodeBlock.Builder code, ScalarExpression formula) {
        CodeBlock array = array(formula);
        if (array == null) {
            loop(code, formula, CodeBlock.of("$L = ", element(target)), "");
        } else if (!array.equals(target)) {
            String length = begin.toString().equals("0") ? "$5L" : "$5L - $2L";
            code.addStatement(
                    "$1T.arraycopy($3L, $2L, $4L, $2L, " + length + ")", System.class, begin, array, target, end);
        }
    }

    /** Writes a reduction, and gives the Java of its result. */
    private CodeBlock reduction(CodeBlock.Builder code, RowProgram.Reduction reduction, @Nullable CodeBlock array) {
        Primitive primitive = reduction.primitive();
        String name = locals.take(primitive.functionName());
        if (array != null) {
            code.addStatement("float $L = $L($L, $L, $L)", name, PrimitiveCalls.of(primitive), array, begin, end);
            return CodeBlock.of("$L", name);
        }
        code.addStatement("float $L = $L", name, start(primitive));
        CodeBlock assignment = switch (primitive) {
            case SUM -> CodeBlock.of("$L += ", name);
            case PRODUCT -> CodeBlock.of("$L *= ", name);
            default ->
                CodeBlock.of(
                        "$L = $L($L, ",
                        name,
                        PrimitiveCalls.of(primitive == Primitive.MAX ? Primitive.MAXIMUM : Primitive.MINIMUM),
                        name);
        };
        boolean closes = primitive == Primitive.MAX || primitive == Primitive.MIN;
        loop(code, reduction.expression(), assignment, closes ? ")" : "");
        return CodeBlock.of("$L", name);
    }

    private static CodeBlock start(Primitive primitive) {
        return switch (primitive) {
            case SUM -> CodeBlock.of("0f");
            case PRODUCT -> CodeBlock.of("1f");
            case MAX -> FloatLiterals.of(Double.NEGATIVE_INFINITY);
            default -> FloatLiterals.of(Double.POSITIVE_INFINITY);
        };
    }

    private void loop(CodeBlock.Builder code, ScalarExpression formula, CodeBlock assignment, String closing) {
        code.beginControlFlow("for (int $1L = $2L; $1L < $3L; $1L++)", index, begin, end);
        CodeBlock element = formulas.write(formula, code, locals.inside(), elements::get);
        code.addStatement("$L$L$L", assignment, element, closing);
        code.endControlFlow();
    }
}
