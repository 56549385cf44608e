package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Constant;

/** The blocks of the workspace that a loop uses, as local variables. */
final class BlockMemory {
    private static final ScalarExpression ZERO = new Constant(0);
    private static final ScalarExpression ONE = new Constant(1);

    private final NameScope locals;
    private final CodeBlock elements;
    private final Map<ScalarExpression, CodeBlock> filled = new HashMap<>();
    private final CodeBlock.Builder variables = CodeBlock.builder();
    private final CodeBlock.Builder fills = CodeBlock.builder();
    private int count;

    /**
     * No blocks yet.
     *
     * @param elements the Java of how many elements the loop has
     */
    BlockMemory(NameScope locals, CodeBlock elements) {
        this.locals = locals;
        this.elements = elements;
    }

    /** The Java of what comes before the loop. */
    CodeBlock declarations() {
        return CodeBlock.builder().add(variables.build()).add(fills.build()).build();
    }

    /** Another block, with a name such as this one. */
    CodeBlock block(String name) {
        String variable = locals.take(JavaNames.variableName(name));
        variables.addStatement("float[] $L = workspace.block($L)", variable, count++);
        return CodeBlock.of("$L", variable);
    }

    /** The block that has one number everywhere, and is filled before the loop. */
    CodeBlock filled(ScalarExpression number, CodeBlock java) {
        CodeBlock known = filled.get(number);
        if (known != null) {
            return known;
        }
        CodeBlock block = block(number.equals(ZERO) ? "zeros" : number.equals(ONE) ? "ones" : "numbers");
        filled.put(number, block);
        fills.addStatement(
                "$T.fill($L, 0, $T.min($T.BLOCK, $L), $L)",
                Arrays.class,
                block,
                Math.class,
                RuntimeTypes.WORKSPACE,
                elements,
                java);
        return block;
    }
}
