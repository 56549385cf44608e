package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.RowProgram;

/**
 * Writes the loops of a row program over all rows of all examples.
 *
 * <p>The fewer levels the better: one flat loop where elements meet elements only, a loop of rows where numbers or weights of a
 * row take part, and a loop of examples around it only where an example has several rows and something belongs to it as a whole.
 */
final class ElementLoops {
    private final FormulaWriter formulas;
    private final NameScope locals;
    private final RowProgram program;
    private final List<Source> sources;
    private final CodeBlock target;
    private final ExampleRange examples;
    private final long rows;
    private final int width;
    private final String index;
    private final CodeBlock.Builder code = CodeBlock.builder();

    /**
     * Prepares the loops of one step.
     *
     * @param locals the names that are taken in the method
     * @param sources the operands, in the order of the program's
     * @param target the Java of the result's array
     * @param examples which elements of it, and so of all other arrays
     * @param rows the rows of one example
     * @param width the elements of one row
     */
    ElementLoops(
            FormulaWriter formulas,
            NameScope locals,
            RowProgram program,
            List<Source> sources,
            CodeBlock target,
            ExampleRange examples,
            long rows,
            int width) {
        this.formulas = formulas;
        this.locals = locals;
        this.program = program;
        this.target = target;
        this.examples = examples;
        boolean exampleIsRow = program.isElementwise()
                && sources.stream()
                        .noneMatch(source -> source.met() == Broadcast.ROW || source.met() == Broadcast.COLUMN);
        this.rows = exampleIsRow ? 1 : rows;
        this.width = exampleIsRow ? Math.toIntExact(rows * width) : width;
        this.index = locals.take("i");
        this.sources = sources.stream().map(this::withLocalArray).toList();
    }

    /** Weights are fetched from their storage once. */
    private Source withLocalArray(Source source) {
        if (!source.weight()) {
            return source;
        }
        String name = locals.take(source.name());
        if (source.met() == Broadcast.NUMBER) {
            code.addStatement("float $L = $L[0]", name, source.array());
        } else {
            code.addStatement("float[] $L = $L", name, source.array());
        }
        return new Source(source.name(), CodeBlock.of("$L", name), source.met(), true);
    }

    /** The Java of the loops. */
    CodeBlock write() {
        boolean isFlat = program.isElementwise() && sources.stream().allMatch(Source::isPlain);
        LoopPlan plan = LoopPlan.of(
                program, isFlat, input -> !sources.get(input).array().equals(target));
        if (isFlat) {
            flat(plan);
        } else {
            rows(plan.phases());
        }
        return code.build();
    }

    private void flat(LoopPlan plan) {
        long each = rows * width;
        CodeBlock from = examples.begin(each);
        CodeBlock to = examples.end(each);
        boolean isCall = plan.phases().isOneFunction() && sources.get(0).array().equals(target);
        if ((each > 1 || examples.fromFirst()) && !isCall) {
            String end = locals.take("end");
            code.addStatement("int $L = $L", end, to);
            to = CodeBlock.of("$L", end);
        }
        if (plan.blocks() == null) {
            RowBody body = body(from, to, elements("", "", ""));
            for (RowPhases.Phase phase : plan.phases().phases()) {
                body.write(code, phase.statements(), target);
                code.add(phase.call(target, from, to));
            }
        } else {
            List<ElementBlocks.Input> inputs = sources.stream()
                    .map(source -> new ElementBlocks.Input(source.name(), source.array(), !source.weight()))
                    .toList();
            code.add(new ElementBlocks(formulas, locals, plan.blocks(), inputs, index, target, from, to).write());
        }
    }

    private void rows(RowPhases phases) {
        boolean ofExamples = rows > 1 && sources.stream().anyMatch(Source::needsExample);
        String example = ofExamples ? locals.take("example") : "";
        String line = ofExamples ? locals.take("line") : "";
        String row = locals.take("row");
        CodeBlock begin = CodeBlock.of("$L", locals.take("begin"));
        CodeBlock end = CodeBlock.of("$L", locals.take("end"));
        List<CodeBlock> elements = ofExamples ? elements(row, example, line) : elements(row, row, row);
        List<@Nullable CodeBlock> numbers = numbers(elements);
        RowBody body = body(begin, end, column(elements, begin.toString(), ofExamples ? example : row));
        for (List<RowPhases.Phase> loop : phases.loops()) {
            CodeBlock.Builder statements = CodeBlock.builder();
            for (RowPhases.Phase phase : loop) {
                body.write(statements, phase.statements(), CodeBlock.of("$L[$L]", target, row));
                if (phases.oneByOne()) {
                    statements.add(phase.call(target, begin, end));
                }
            }
            if (!statements.isEmpty()) {
                if (ofExamples) {
                    code.beginControlFlow("$L", examples.loop(example, 1));
                    code.beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", line, rows);
                    code.addStatement("int $L = $L + $L", row, times(example, rows), line);
                } else {
                    code.beginControlFlow("$L", examples.loop(row, rows));
                }
                code.addStatement("int $L = $L", begin, times(row, width));
                code.addStatement("int $L = $L + $L", end, begin, width);
                for (int i = 0; i < sources.size(); i++) {
                    int operand = i;
                    if (numbers.get(i) != null && loop.stream().anyMatch(phase -> phase.reads(operand))) {
                        code.addStatement("float $L = $L", elements.get(i), numbers.get(i));
                    }
                }
                code.add(statements.build()).endControlFlow();
                if (ofExamples) {
                    code.endControlFlow();
                }
            }
            if (!phases.oneByOne()) {
                code.add(loop.get(0).call(target, examples.begin(rows * width), examples.end(rows * width)));
            }
        }
    }

    /** Replaces the elements that are one number for a row by variables, and gives what these hold. */
    private List<@Nullable CodeBlock> numbers(List<CodeBlock> elements) {
        List<@Nullable CodeBlock> numbers = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            boolean number = source.met() == Broadcast.ROW || (source.met() == Broadcast.NUMBER && !source.weight());
            numbers.add(number ? elements.get(i) : null);
            if (number) {
                elements.set(i, CodeBlock.of("$L", locals.take(source.name())));
            }
        }
        return numbers;
    }

    private RowBody body(CodeBlock begin, CodeBlock end, List<CodeBlock> elements) {
        List<@Nullable CodeBlock> arrays = new ArrayList<>();
        for (Source source : sources) {
            arrays.add(source.met() == Broadcast.ELEMENT && !source.weight() ? source.array() : null);
        }
        return new RowBody(formulas, locals, elements, arrays, target, index, begin, end, null);
    }

    /** The Java of one element of each operand, but for those that depend on the column. */
    private List<CodeBlock> elements(String row, String example, String line) {
        List<CodeBlock> elements = new ArrayList<>();
        for (Source source : sources) {
            elements.add(
                    switch (source.met()) {
                        case ELEMENT, COLUMN -> CodeBlock.of("$L[$L]", source.array(), index);
                        case ROW -> CodeBlock.of("$L[$L]", source.array(), source.weight() ? line : row);
                        case NUMBER ->
                            source.weight()
                                    ? source.array()
                                    : CodeBlock.of("$L[$L]", source.array(), rows == 1 ? row : example);
                    });
        }
        return elements;
    }

    private List<CodeBlock> column(List<CodeBlock> elements, String begin, String example) {
        List<CodeBlock> indexed = new ArrayList<>(elements);
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            boolean ofRow = source.weight() && (source.met() == Broadcast.COLUMN || rows == 1);
            if (source.met() == Broadcast.COLUMN || (source.met() == Broadcast.ELEMENT && source.weight())) {
                CodeBlock place;
                if (ofRow) {
                    place = CodeBlock.of("$L - $L", index, begin);
                } else if (source.weight()) {
                    place = CodeBlock.of("$L - $L", index, times(example, rows * width));
                } else {
                    place = CodeBlock.of("$L + $L - $L", times(example, width), index, begin);
                }
                indexed.set(i, CodeBlock.of("$L[$L]", source.array(), place));
            }
        }
        return indexed;
    }

    static CodeBlock times(String variable, long factor) {
        return factor == 1 ? CodeBlock.of("$L", variable) : CodeBlock.of("$L * $L", variable, factor);
    }
}
