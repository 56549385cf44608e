package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.java.ElementFormula.Step;

/**
 * Writes the loop of a formula with choices, or with functions of elements that are needed beside each other, such as {@code x *
 * sigmoid(x)}, block by block.
 *
 * <p>Operands and results of steps go to blocks of the workspace: all arrays of a loop have to be indexed by the same plain
 * variable, or the JIT makes no vector instructions of it.
 */
final class ElementBlocks {
    private final FormulaWriter formulas;
    private final NameScope locals;
    private final ElementFormula formula;
    private final List<Input> inputs;
    private final CodeBlock target;
    private final CodeBlock from;
    private final CodeBlock to;
    private final String at;
    private final String length;
    private final String index;
    private final BlockMemory memory;

    /** The array of each operand; an operand that needs no block of its own is here as it was given. */
    private final List<CodeBlock> blocks = new ArrayList<>();

    /** The Java of an element of each operand. */
    private final List<CodeBlock> elements = new ArrayList<>();

    /** The blocks of formulas that are no operands. */
    private final Map<ScalarExpression, CodeBlock> calculated = new HashMap<>();

    /** What is done for a block; written when all names are taken, since variables inside of loops give way to blocks. */
    private final List<Supplier<CodeBlock>> code = new ArrayList<>();

    /**
     * An operand.
     *
     * @param name what its elements may be called
     * @param java of its array; of the number if it is one for all elements
     */
    record Input(String name, CodeBlock java, boolean isArray) {}

    /** Prepares the loop over a range of all operands and of the target. */
    ElementBlocks(
            FormulaWriter formulas,
            NameScope locals,
            ElementFormula formula,
            List<Input> inputs,
            String index,
            CodeBlock target,
            CodeBlock from,
            CodeBlock to) {
        this.formulas = formulas;
        this.locals = locals;
        this.formula = formula;
        this.inputs = inputs;
        this.target = target;
        this.from = from;
        this.to = to;
        this.at = locals.take("at");
        this.length = locals.take("length");
        this.index = index;
        this.memory = new BlockMemory(locals, from.toString().equals("0") ? to : CodeBlock.of("$L - $L", to, from));
    }

    CodeBlock write() {
        return isOneCall() ? call() : loop();
    }

    /** Whether a kernel does all of it with the operands as they are. */
    private boolean isOneCall() {
        Step step = formula.steps().get(0);
        return formula.result().equals(new Operand(inputs.size()))
                && step.isChoice("chooseGreater")
                && isArray(step.arguments().get(0))
                && isNumber(step.arguments().get(1))
                && isArray(step.arguments().get(2))
                && isNumber(step.arguments().get(3));
    }

    private CodeBlock call() {
        CodeBlock arguments =
                formula.steps().get(0).arguments().stream().map(this::given).collect(CodeBlock.joining(", "));
        return CodeBlock.builder()
                .addStatement("workspace.functions().chooseGreater($L, $L, $L, $L)", arguments, target, from, to)
                .build();
    }

    private CodeBlock loop() {
        CodeBlock ofResult = null;
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            CodeBlock block = null;
            if (input.isArray() && needsBlock(i)) {
                block = memory.block(input.name());
                copy(input.java(), at, block, "0");
                ofResult = ofResult == null ? block : ofResult;
            }
            blocks.add(block == null ? input.java() : block);
            elements.add(!input.isArray() ? input.java() : block == null ? CodeBlock.of("") : element(block));
        }
        for (int i = 0; i < formula.steps().size(); i++) {
            CodeBlock block = step(i);
            blocks.add(block);
            elements.add(element(block));
        }
        if (!isChosen(formula.steps().size() - 1)) {
            CodeBlock block = ofResult == null ? blocks.get(blocks.size() - 1) : ofResult;
            calculate(block, formula.result());
            copy(block, "0", target, at);
        }
        CodeBlock.Builder body = CodeBlock.builder();
        code.forEach(part -> body.add(part.get()));
        return CodeBlock.builder()
                .add(memory.declarations())
                .beginControlFlow(
                        "for (int $1L = $2L; $1L < $3L; $1L += $4T.BLOCK)", at, from, to, RuntimeTypes.WORKSPACE)
                .addStatement("int $L = $T.min($T.BLOCK, $L - $L)", length, Math.class, RuntimeTypes.WORKSPACE, to, at)
                .add(body.build())
                .endControlFlow()
                .build();
    }

    /** Whether a step chooses the result, which then goes to the target at once. */
    private boolean isChosen(int number) {
        return formula.steps().get(number).isChoice() && formula.result().equals(new Operand(inputs.size() + number));
    }

    /** Whether an input is read by anything but a function of it, which is calculated in a block of its own. */
    private boolean needsBlock(int operand) {
        return reads(formula.result(), operand)
                || formula.steps().stream()
                        .filter(step -> step.isChoice() || !(step.argument() instanceof Operand))
                        .anyMatch(step -> step.reads(operand));
    }

    /** Writes a step for a block, and gives the block of its results. */
    private CodeBlock step(int number) {
        Step step = formula.steps().get(number);
        if (step.kernel() == null) {
            return block(step.argument(), step);
        }
        return step.isChoice() ? choice(number, step, step.kernel()) : function(number, step, step.kernel());
    }

    private CodeBlock function(int number, Step step, String kernel) {
        CodeBlock block;
        if (step.argument() instanceof Operand operand) {
            int source = operand.index();
            boolean isLastUse = source >= inputs.size() && uses(source) == 1;
            block = isLastUse ? blocks.get(source) : memory.block(nameOfLast(number));
            if (!isLastUse) {
                boolean isGiven = source < inputs.size()
                        && blocks.get(source).equals(inputs.get(source).java());
                copy(blocks.get(source), isGiven ? at : "0", block, "0");
            }
        } else {
            block = memory.block(nameOfLast(number));
            calculate(block, step.argument());
        }
        statement("workspace.functions().$L($L, 0, $L)", kernel, block, length);
        return block;
    }

    private CodeBlock choice(int number, Step step, String comparison) {
        ScalarExpression left = step.arguments().get(0);
        ScalarExpression right = step.arguments().get(1);
        CodeBlock compared;
        String kernel = comparison;
        if (step.isChoice("chooseGreater") && isNumber(right)) {
            compared = CodeBlock.of("$L, $L", block(left, step), given(right));
        } else if (step.isChoice("chooseGreater") && isNumber(left)) {
            kernel = "chooseLess";
            compared = CodeBlock.of("$L, $L", block(right, step), given(left));
        } else {
            compared = CodeBlock.of("$L, $L", block(left, step), block(right, step));
        }
        CodeBlock whenTrue = block(step.arguments().get(2), step);
        CodeBlock otherwise = block(step.arguments().get(3), step);
        boolean isLast = isChosen(number);
        CodeBlock chosen = isLast ? target : memory.block("chosen");
        statement(
                "workspace.functions().$L($L, $L, $L, $L, $L, $L)",
                kernel,
                compared,
                whenTrue,
                otherwise,
                chosen,
                isLast ? at : "0",
                length);
        return chosen;
    }

    private boolean isArray(ScalarExpression argument) {
        return argument instanceof Operand && !isNumber(argument);
    }

    private boolean isNumber(ScalarExpression argument) {
        return argument instanceof Constant
                || (argument instanceof Operand operand
                        && operand.index() < inputs.size()
                        && !inputs.get(operand.index()).isArray());
    }

    /** The Java of an operand as it was given, or of a constant. */
    private CodeBlock given(ScalarExpression argument) {
        return argument instanceof Constant constant
                ? FloatLiterals.of(constant.value())
                : inputs.get(((Operand) argument).index()).java();
    }

    /** The block of what a step needs, which is written if there is none. */
    private CodeBlock block(ScalarExpression argument, Step step) {
        if (isNumber(argument)) {
            return memory.filled(argument, given(argument));
        }
        if (argument instanceof Operand operand) {
            return blocks.get(operand.index());
        }
        CodeBlock block = calculated.get(argument);
        if (block == null) {
            block = overwritten(argument, step);
            calculated.put(argument, block);
            calculate(block, argument);
        }
        return block;
    }

    /** The block of a step's result that nothing but this argument needs, or a new one. */
    private CodeBlock overwritten(ScalarExpression argument, Step step) {
        for (int i = inputs.size(); i < blocks.size(); i++) {
            int operand = i;
            boolean isOfKernel = formula.steps().get(i - inputs.size()).kernel() != null;
            if (isOfKernel
                    && reads(argument, operand)
                    && uses(operand) == 1
                    && step.arguments().stream()
                                    .filter(each -> reads(each, operand))
                                    .count()
                            == 1) {
                return blocks.get(operand);
            }
        }
        return memory.block(FormulaWriter.word(argument));
    }

    /** A block is called after the last one of the functions that follow each other in it. */
    private String nameOfLast(int number) {
        Operand operand = new Operand(inputs.size() + number);
        for (int i = number + 1; i < formula.steps().size(); i++) {
            Step step = formula.steps().get(i);
            if (step.isFunction() && step.argument().equals(operand) && uses(operand.index()) == 1) {
                return nameOfLast(i);
            }
        }
        return String.valueOf(formula.steps().get(number).kernel());
    }

    private long uses(int operand) {
        return formula.steps().stream().filter(step -> step.reads(operand)).count()
                + (reads(formula.result(), operand) ? 1 : 0);
    }

    private static boolean reads(ScalarExpression formula, int operand) {
        return ElementFormula.reads(formula, index -> index == operand);
    }

    private CodeBlock element(CodeBlock block) {
        return CodeBlock.of("$L[$L]", block, index);
    }

    private void copy(CodeBlock source, String sourceAt, CodeBlock copy, String copyAt) {
        statement("$T.arraycopy($L, $L, $L, $L, $L)", System.class, source, sourceAt, copy, copyAt, length);
    }

    private void statement(String format, Object... arguments) {
        CodeBlock statement =
                CodeBlock.builder().addStatement(format, arguments).build();
        code.add(() -> statement);
    }

    private void calculate(CodeBlock block, ScalarExpression element) {
        code.add(() -> {
            CodeBlock.Builder loop = CodeBlock.builder();
            loop.beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", index, length);
            CodeBlock java = formulas.write(element, loop, locals.inside(), elements::get);
            return loop.addStatement("$L = $L", element(block), java)
                    .endControlFlow()
                    .build();
        });
    }
}
