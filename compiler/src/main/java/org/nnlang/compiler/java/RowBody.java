package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.RowProgram;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

/** Writes the statements of a row program for one row, whose elements are at the indices from begin up to end. */
final class RowBody {
    private final FormulaWriter formulas;
    private final NameScope locals;
    private final List<CodeBlock> inputs;
    private final CodeBlock target;
    private final String index;
    private final CodeBlock begin;
    private final CodeBlock end;

    /**
     * Prepares a row.
     *
     * @param inputs the Java of an element of each input, at the index
     * @param target the Java of the result's array
     * @param index the name of the loop variable
     */
    RowBody(
            FormulaWriter formulas,
            NameScope locals,
            List<CodeBlock> inputs,
            CodeBlock target,
            String index,
            CodeBlock begin,
            CodeBlock end) {
        this.formulas = formulas;
        this.locals = locals;
        this.inputs = inputs;
        this.target = target;
        this.index = index;
        this.begin = begin;
        this.end = end;
    }

    /**
     * Writes the statements.
     *
     * @param rows the array of each input that is a row, for reductions of a row as it is; null entries are none
     * @param numberTarget the Java of the element that takes the result if it is a number
     * @return the Java of each input and of the result of each statement
     */
    List<CodeBlock> write(
            CodeBlock.Builder code, RowProgram program, IntFunction<CodeBlock> rows, CodeBlock numberTarget) {
        List<CodeBlock> known = new ArrayList<>(inputs);
        List<Boolean> isTarget = new ArrayList<>();
        inputs.forEach(input -> isTarget.add(false));
        for (RowProgram.Statement statement : program.statements()) {
            boolean last = statement == program.result();
            if (statement instanceof RowProgram.Row row) {
                loop(code, row.expression(), known, CodeBlock.of("$L[$L] = ", target, index));
                known.add(CodeBlock.of("$L[$L]", target, index));
                isTarget.add(true);
                continue;
            }
            CodeBlock number = statement instanceof RowProgram.Reduction reduction
                    ? reduction(code, reduction, known, array(reduction.expression(), program, rows, isTarget))
                    : formulas.write(statement.expression(), code, locals, known::get);
            if (last) {
                code.addStatement("$L = $L", numberTarget, number);
            } else if (statement instanceof RowProgram.Scalar) {
                String name = locals.take(JavaNames.variableName(FormulaWriter.word(statement.expression())));
                code.addStatement("float $L = $L", name, number);
                number = CodeBlock.of("$L", name);
            }
            known.add(number);
            isTarget.add(false);
        }
        return known;
    }

    private @Nullable CodeBlock array(
            ScalarExpression expression, RowProgram program, IntFunction<CodeBlock> rows, List<Boolean> isTarget) {
        if (!(expression instanceof Operand operand)) {
            return null;
        }
        int index = operand.index();
        if (isTarget.get(index)) {
            return target;
        }
        boolean isRow = index < inputs.size() && program.operands().get(index) == Broadcast.ELEMENT;
        return isRow ? rows.apply(index) : null;
    }

    /** Writes a reduction, and gives the Java of its result. */
    private CodeBlock reduction(
            CodeBlock.Builder code, RowProgram.Reduction reduction, List<CodeBlock> known, @Nullable CodeBlock array) {
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
        loop(code, reduction.expression(), known, assignment, closes ? ")" : "");
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

    private void loop(CodeBlock.Builder code, ScalarExpression formula, List<CodeBlock> known, CodeBlock assignment) {
        loop(code, formula, known, assignment, "");
    }

    private void loop(
            CodeBlock.Builder code,
            ScalarExpression formula,
            List<CodeBlock> known,
            CodeBlock assignment,
            String closing) {
        code.beginControlFlow("for (int $1L = $2L; $1L < $3L; $1L++)", index, begin, end);
        CodeBlock element = formulas.write(formula, code, locals.inside(), known::get);
        code.addStatement("$L$L$L", assignment, element, closing);
        code.endControlFlow();
    }
}
