package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nnlang.compiler.graph.RowProgram;

/** Writes what a function of rows does: it replaces {@code rows} rows of {@code width} values by their results. */
final class RowFunctionBody {
    private static final CodeBlock VALUES = CodeBlock.of("values");

    private final FormulaWriter formulas;
    private final RowProgram program;
    private final NameScope locals = new NameScope(Set.of("workspace", "values", "from", "rows", "width"));
    private final String index = locals.take("i");
    private final CodeBlock.Builder code = CodeBlock.builder();

    RowFunctionBody(FormulaWriter formulas, RowProgram program) {
        this.formulas = formulas;
        this.program = program;
    }

    CodeBlock write() {
        LoopPlan plan = LoopPlan.of(program, program.isElementwise(), input -> false);
        if (!program.isElementwise()) {
            rows(plan.phases());
            return code.build();
        }
        CodeBlock to = CodeBlock.of("from + rows * width");
        if (!plan.phases().isOneFunction()) {
            String name = locals.take("to");
            code.addStatement("int $L = $L", name, to);
            to = CodeBlock.of("$L", name);
        }
        CodeBlock from = CodeBlock.of("from");
        if (plan.blocks() == null) {
            RowBody body = body(from, to);
            for (RowPhases.Phase phase : plan.phases().phases()) {
                body.write(code, phase.statements(), VALUES);
                code.add(phase.call(VALUES, from, to));
            }
        } else {
            List<ElementBlocks.Input> inputs = List.of(new ElementBlocks.Input("x", VALUES, true));
            code.add(new ElementBlocks(formulas, locals, plan.blocks(), inputs, index, VALUES, from, to).write());
        }
        return code.build();
    }

    private void rows(RowPhases phases) {
        String row = locals.take("row");
        String begin = locals.take("begin");
        String end = locals.take("end");
        RowBody body = body(CodeBlock.of(begin), CodeBlock.of(end));
        for (List<RowPhases.Phase> loop : phases.loops()) {
            CodeBlock.Builder statements = CodeBlock.builder();
            for (RowPhases.Phase phase : loop) {
                body.write(statements, phase.statements(), VALUES);
                if (phases.oneByOne()) {
                    statements.add(phase.call(VALUES, CodeBlock.of(begin), CodeBlock.of(end)));
                }
            }
            if (!statements.isEmpty()) {
                code.beginControlFlow("for (int $1L = 0; $1L < rows; $1L++)", row);
                code.addStatement("int $L = from + $L * width", begin, row);
                code.addStatement("int $L = $L + width", end, begin);
                code.add(statements.build()).endControlFlow();
            }
            if (!phases.oneByOne()) {
                code.add(loop.get(0).call(VALUES, CodeBlock.of("from"), CodeBlock.of("from + rows * width")));
            }
        }
    }

    private RowBody body(CodeBlock begin, CodeBlock end) {
        List<CodeBlock> elements = List.of(CodeBlock.of("values[$L]", index));
        return new RowBody(
                formulas, locals, elements, new ArrayList<>(List.of(VALUES)), VALUES, index, begin, end, null);
    }
}
