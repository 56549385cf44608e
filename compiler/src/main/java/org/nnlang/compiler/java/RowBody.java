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
    private final @Nullable KeptPart kept;

    /** What a loop does with the number that it calculates of each element. */
    private record Assignment(CodeBlock before, ScalarExpression formula, String after) {}

    /**
     * Prepares a row.
     *
     * @param inputs the Java of an element of each input, at the index
     * @param arrays the array of each input whose row has the same indices; null entries are other inputs
     * @param target the Java of the result's array
     * @param index the name of the loop variable
     * @param kept what the result's array holds until the result is written, where it is not null; nothing for null
     */
    RowBody(
            FormulaWriter formulas,
            NameScope locals,
            List<CodeBlock> inputs,
            List<@Nullable CodeBlock> arrays,
            CodeBlock target,
            String index,
            CodeBlock begin,
            CodeBlock end,
            @Nullable KeptPart kept) {
        this.formulas = formulas;
        this.locals = locals;
        this.elements = new ArrayList<>(inputs);
        this.arrays = new ArrayList<>(arrays);
        this.target = target;
        this.index = index;
        this.begin = begin;
        this.end = end;
        this.kept = kept;
    }

    /**
     * Writes statements; their operands are the inputs and all statements before, also those of earlier calls.
     *
     * @param numberTarget the Java of the element that takes the result if it is a number
     */
    void write(CodeBlock.Builder code, List<RowProgram.Statement> statements, CodeBlock numberTarget) {
        int left = statements.size();
        for (List<RowProgram.Statement> together : ReductionLoops.of(statements, elements.size())) {
            left -= together.size();
            RowProgram.Statement first = together.get(0);
            if (first instanceof RowProgram.Row row) {
                row(code, row.expression());
                add(element(target), target);
                continue;
            }
            if (first instanceof RowProgram.Reduction) {
                reductions(code, together).forEach(number -> add(number, null));
            } else {
                CodeBlock number = write(first.expression(), code, locals);
                add(left == 0 ? number : named(code, first.expression(), number), null);
            }
            if (left == 0) {
                code.addStatement("$L = $L", numberTarget, elements.get(elements.size() - 1));
            }
        }
    }

    private void add(CodeBlock element, @Nullable CodeBlock array) {
        elements.add(element);
        arrays.add(array);
    }

    private CodeBlock named(CodeBlock.Builder code, ScalarExpression formula, CodeBlock number) {
        String name = locals.take(JavaNames.variableName(FormulaWriter.word(formula)));
        code.addStatement("float $L = $L", name, number);
        return CodeBlock.of("$L", name);
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
        CodeBlock array = isKept(formula) ? target : array(formula);
        if (array == null) {
            loop(code, List.of(new Assignment(CodeBlock.of("$L = ", element(target)), formula, "")));
        } else if (!array.equals(target)) {
            String length = begin.toString().equals("0") ? "$5L" : "$5L - $2L";
            code.addStatement(
                    "$1T.arraycopy($3L, $2L, $4L, $2L, " + length + ")", System.class, begin, array, target, end);
        }
    }

    /** Writes reductions that share a loop, and gives the Java of their results. */
    private List<CodeBlock> reductions(CodeBlock.Builder code, List<RowProgram.Statement> together) {
        List<CodeBlock> results = new ArrayList<>();
        List<Assignment> assignments = new ArrayList<>();
        for (RowProgram.Statement statement : together) {
            Primitive primitive = ((RowProgram.Reduction) statement).primitive();
            String name = locals.take(primitive.functionName());
            results.add(CodeBlock.of("$L", name));
            CodeBlock array = array(statement.expression());
            if (array == null) {
                code.addStatement("float $L = $L", name, start(primitive));
                assignments.add(assignment(primitive, name, statement.expression()));
            } else {
                code.addStatement("float $L = $L($L, $L, $L)", name, PrimitiveCalls.of(primitive), array, begin, end);
            }
        }
        if (!assignments.isEmpty()) {
            loop(code, assignments);
        }
        return results;
    }

    private static Assignment assignment(Primitive primitive, String name, ScalarExpression formula) {
        return switch (primitive) {
            case SUM -> new Assignment(CodeBlock.of("$L += ", name), formula, "");
            case PRODUCT -> new Assignment(CodeBlock.of("$L *= ", name), formula, "");
            default -> {
                Primitive ofTwo = primitive == Primitive.MAX ? Primitive.MAXIMUM : Primitive.MINIMUM;
                yield new Assignment(CodeBlock.of("$1L = $2L($1L, ", name, PrimitiveCalls.of(ofTwo)), formula, ")");
            }
        };
    }

    private static CodeBlock start(Primitive primitive) {
        return switch (primitive) {
            case SUM -> CodeBlock.of("0f");
            case PRODUCT -> CodeBlock.of("1f");
            case MAX -> FloatLiterals.of(Double.NEGATIVE_INFINITY);
            default -> FloatLiterals.of(Double.POSITIVE_INFINITY);
        };
    }

    private void loop(CodeBlock.Builder code, List<Assignment> assignments) {
        List<ScalarExpression> parts =
                new ArrayList<>(assignments.stream().map(Assignment::formula).toList());
        KeptPart here = kept != null && kept.writer() == elements.size() ? kept : null;
        boolean keeps = here != null && !here.isAhead();
        if (here != null && keeps) {
            parts.add(here.part());
        }
        code.beginControlFlow("for (int $1L = $2L; $1L < $3L; $1L++)", index, begin, end);
        NameScope inside = locals.inside();
        JavaExpressions.Operands known = here == null || keeps ? this::held : ahead(here.part(), code, inside);
        List<CodeBlock> numbers = formulas.write(parts, code, inside, known);
        for (int i = 0; i < assignments.size(); i++) {
            Assignment assignment = assignments.get(i);
            code.addStatement("$L$L$L", assignment.before(), numbers.get(i), assignment.after());
        }
        if (keeps) {
            code.beginControlFlow("if ($L != null)", target);
            code.addStatement("$L = $L", element(target), numbers.get(assignments.size()));
            code.endControlFlow();
        }
        code.endControlFlow();
    }

    /** Declares variables for a call, which is in the target already if there is a target, and for its argument. */
    private JavaExpressions.Operands ahead(ScalarExpression call, CodeBlock.Builder code, NameScope scope) {
        ScalarExpression argument = call.children().get(0);
        CodeBlock operand = argument instanceof Operand ? null : declared(argument, "$L", code, scope, this::held);
        JavaExpressions.Operands withArgument = part -> part.equals(argument) && operand != null ? operand : held(part);
        String choice =
                CodeBlock.of("$L == null ? $$L : $L", target, element(target)).toString();
        CodeBlock result = declared(call, choice, code, scope, withArgument);
        return part -> part.equals(call) ? result : withArgument.held(part);
    }

    private CodeBlock declared(
            ScalarExpression part,
            String value,
            CodeBlock.Builder code,
            NameScope scope,
            JavaExpressions.Operands known) {
        CodeBlock number = formulas.write(List.of(part), code, scope, known).get(0);
        String name = scope.take(JavaNames.variableName(FormulaWriter.word(part)));
        code.addStatement("float $L = " + value, name, number);
        return CodeBlock.of("$L", name);
    }

    private CodeBlock write(ScalarExpression formula, CodeBlock.Builder code, NameScope scope) {
        return formulas.write(List.of(formula), code, scope, this::held).get(0);
    }

    private @Nullable CodeBlock held(ScalarExpression part) {
        if (part instanceof Operand operand) {
            return elements.get(operand.index());
        }
        return isKept(part) ? element(target) : null;
    }

    /** Whether a part waits in the target. */
    private boolean isKept(ScalarExpression part) {
        return kept != null
                && kept.firstReader() <= elements.size()
                && kept.part().equals(part);
    }
}
