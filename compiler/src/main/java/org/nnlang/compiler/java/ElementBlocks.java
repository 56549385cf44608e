package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Operand;

/**
 * Writes the loop of a formula with functions of elements that are needed beside each other, such as {@code x * sigmoid(x)}, block
 * by block.
 *
 * <p>Operands and functions go to blocks of the workspace: all arrays of a loop have to be indexed by the same plain variable, or
 * the JIT makes no vector instructions of it.
 */
final class ElementBlocks {
    private final FormulaWriter formulas;
    private final NameScope locals;
    private final ElementFormula formula;
    private final List<Input> inputs;
    private final List<CodeBlock> blocks = new ArrayList<>();
    private final String at;
    private final String length;
    private final String index;
    private final CodeBlock.Builder declarations = CodeBlock.builder();
    private final CodeBlock.Builder code = CodeBlock.builder();
    private int blockCount;

    /**
     * An operand.
     *
     * @param name what its elements may be called
     * @param java of its array; of the number if it is one for all elements
     */
    record Input(String name, CodeBlock java, boolean isArray) {}

    ElementBlocks(FormulaWriter formulas, NameScope locals, ElementFormula formula, List<Input> inputs, String index) {
        this.formulas = formulas;
        this.locals = locals;
        this.formula = formula;
        this.inputs = inputs;
        this.at = locals.take("at");
        this.length = locals.take("length");
        this.index = index;
    }

    /** The loop over a range of all operands and of the target. */
    CodeBlock write(CodeBlock target, CodeBlock from, CodeBlock to) {
        List<CodeBlock> known = new ArrayList<>();
        CodeBlock ofResult = null;
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            int operand = i;
            boolean calculatesWith = formula.steps().stream()
                            .anyMatch(step -> !(step.argument() instanceof Operand) && reads(step.argument(), operand))
                    || reads(formula.result(), operand);
            CodeBlock block = null;
            if (input.isArray() && calculatesWith) {
                block = block(input.name());
                copy(input.java(), at, block, "0");
                ofResult = ofResult == null ? block : ofResult;
            }
            blocks.add(block == null ? input.java() : block);
            known.add(!input.isArray() ? input.java() : block == null ? CodeBlock.of("") : element(block));
        }
        for (int i = 0; i < formula.steps().size(); i++) {
            CodeBlock block = step(i, known);
            blocks.add(block);
            known.add(element(block));
        }
        CodeBlock block = ofResult == null ? blocks.get(blocks.size() - 1) : ofResult;
        loop(block, formula.result(), known);
        copy(block, "0", target, at);
        return CodeBlock.builder()
                .add(declarations.build())
                .beginControlFlow(
                        "for (int $1L = $2L; $1L < $3L; $1L += $4T.BLOCK)", at, from, to, RuntimeTypes.WORKSPACE)
                .addStatement("int $L = $T.min($T.BLOCK, $L - $L)", length, Math.class, RuntimeTypes.WORKSPACE, to, at)
                .add(code.build())
                .endControlFlow()
                .build();
    }

    /** Writes a function of a block, and gives the block. */
    private CodeBlock step(int number, List<CodeBlock> known) {
        ElementFormula.Step step = formula.steps().get(number);
        CodeBlock block;
        if (step.argument() instanceof Operand operand) {
            int source = operand.index();
            boolean isLastUse = source >= inputs.size() && uses(source) == 1;
            block = isLastUse ? blocks.get(source) : block(nameOfLast(number));
            if (!isLastUse) {
                boolean isArray = source < inputs.size()
                        && blocks.get(source).equals(inputs.get(source).java());
                copy(blocks.get(source), isArray ? at : "0", block, "0");
            }
        } else {
            block = block(nameOfLast(number));
            loop(block, step.argument(), known);
        }
        code.addStatement("workspace.functions().$L($L, 0, $L)", step.function().functionName(), block, length);
        return block;
    }

    /** A block is called after the last one of the functions that follow each other in it. */
    private String nameOfLast(int number) {
        int operand = formula.operands() + number;
        for (int i = number + 1; i < formula.steps().size(); i++) {
            if (formula.steps().get(i).argument().equals(new Operand(operand)) && uses(operand) == 1) {
                return nameOfLast(i);
            }
        }
        return formula.steps().get(number).function().functionName();
    }

    private long uses(int operand) {
        return formula.steps().stream()
                        .filter(step -> reads(step.argument(), operand))
                        .count()
                + (reads(formula.result(), operand) ? 1 : 0);
    }

    private static boolean reads(ScalarExpression formula, int operand) {
        return ElementFormula.reads(formula, index -> index == operand);
    }

    private CodeBlock block(String name) {
        String variable = locals.take(JavaNames.variableName(name));
        declarations.addStatement("float[] $L = workspace.block($L)", variable, blockCount++);
        return CodeBlock.of("$L", variable);
    }

    private CodeBlock element(CodeBlock block) {
        return CodeBlock.of("$L[$L]", block, index);
    }

    private void copy(CodeBlock source, String from, CodeBlock target, String to) {
        code.addStatement("$T.arraycopy($L, $L, $L, $L, $L)", System.class, source, from, target, to, length);
    }

    private void loop(CodeBlock block, ScalarExpression element, List<CodeBlock> known) {
        code.beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", index, length);
        CodeBlock java = formulas.write(element, code, locals.inside(), known::get);
        code.addStatement("$L = $L", element(block), java).endControlFlow();
    }
}
