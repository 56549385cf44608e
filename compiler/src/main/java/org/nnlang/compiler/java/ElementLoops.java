package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
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
     * @param rows the rows of one example
     * @param width the elements of one row
     */
    ElementLoops(
            FormulaWriter formulas,
            NameScope locals,
            RowProgram program,
            List<Source> sources,
            CodeBlock target,
            long rows,
            int width) {
        this.formulas = formulas;
        this.locals = locals;
        this.program = program;
        this.target = target;
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
        if (program.isElementwise() && sources.stream().allMatch(Source::isPlain)) {
            String end = "count";
            if (rows * width > 1) {
                end = locals.take("end");
                code.addStatement("int $L = $L", end, times("count", rows * width));
            }
            rowBody(CodeBlock.of("0"), CodeBlock.of("$L", end), elements("", "", ""), "");
        } else if (rows == 1 || sources.stream().noneMatch(Source::needsExample)) {
            String row = locals.take("row");
            code.beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", row, times("count", rows));
            row(row, row, row);
            code.endControlFlow();
        } else {
            String example = locals.take("example");
            String line = locals.take("line");
            String row = locals.take("row");
            code.beginControlFlow("for (int $1L = 0; $1L < count; $1L++)", example);
            code.beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", line, rows);
            code.addStatement("int $L = $L + $L", row, times(example, rows), line);
            row(row, example, line);
            code.endControlFlow();
            code.endControlFlow();
        }
        return code.build();
    }

    private void row(String row, String example, String line) {
        String begin = locals.take("begin");
        String end = locals.take("end");
        code.addStatement("int $L = $L", begin, times(row, width));
        code.addStatement("int $L = $L + $L", end, begin, width);
        List<CodeBlock> elements = elements(row, example, line);
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            boolean number = source.met() == Broadcast.ROW || (source.met() == Broadcast.NUMBER && !source.weight());
            if (number) {
                String name = locals.take(source.name());
                code.addStatement("float $L = $L", name, elements.get(i));
                elements.set(i, CodeBlock.of("$L", name));
            }
        }
        rowBody(CodeBlock.of("$L", begin), CodeBlock.of("$L", end), column(elements, begin, example), row);
    }

    private void rowBody(CodeBlock begin, CodeBlock end, List<CodeBlock> elements, String row) {
        RowBody body = new RowBody(formulas, locals, elements, target, index, begin, end);
        body.write(
                code,
                program,
                input -> sources.get(input).weight() ? null : sources.get(input).array(),
                CodeBlock.of("$L[$L]", target, row));
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
