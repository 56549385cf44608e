package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import org.nnlang.compiler.model.InitialValue;

/** How weights begin, as calls of the runtime. */
final class InitializerCalls {
    private InitializerCalls() {}

    static CodeBlock of(InitialValue value) {
        String method = switch (value.distribution()) {
            case CONSTANT -> "constant";
            case UNIFORM -> "uniform";
            case NORMAL -> "normal";
            case TRUNCATED_NORMAL -> "truncatedNormal";
            case ORTHOGONAL -> "orthogonal";
            case IDENTITY -> "identity";
        };
        CodeBlock numbers =
                value.numbers().stream().map(FloatLiterals::ofDouble).collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.$L($L)", RuntimeTypes.INITIALIZERS, method, numbers);
    }
}
