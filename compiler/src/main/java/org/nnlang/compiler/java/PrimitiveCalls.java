package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import org.nnlang.compiler.model.Primitive;

/** The Java method of each primitive that is no operator. */
final class PrimitiveCalls {
    private PrimitiveCalls() {}

    /** Whether kernels have it for many numbers at a time. */
    static boolean isOfElements(Primitive primitive) {
        return switch (primitive) {
            case EXP, EXPM1, LOG, LOG1P, SIGMOID, TANH, SOFTPLUS, ERF, ERFC, GELU -> true;
            default -> false;
        };
    }

    static CodeBlock of(Primitive primitive) {
        return switch (primitive) {
            case EXP,
                    EXPM1,
                    LOG,
                    LOG1P,
                    SQRT,
                    FLOOR,
                    SIN,
                    COS,
                    SIGMOID,
                    TANH,
                    SOFTPLUS,
                    ERF,
                    ERFC,
                    GELU,
                    POWER,
                    HYPOTENUSE -> CodeBlock.of("$T.$L", RuntimeTypes.SCALAR, primitive.functionName());
            case ABS -> CodeBlock.of("$T.abs", Math.class);
            case SIGN -> CodeBlock.of("$T.signum", Math.class);
            case MAXIMUM -> CodeBlock.of("$T.max", Math.class);
            case MINIMUM -> CodeBlock.of("$T.min", Math.class);
            case SUM, PRODUCT, MAX, MIN -> CodeBlock.of("$T.$L", RuntimeTypes.ROWS, primitive.functionName());
            case SORT_DESCENDING -> CodeBlock.of("$T.sortDescending", RuntimeTypes.ROWS);
            case CUMULATIVE_SUM -> CodeBlock.of("$T.cumulativeSum", RuntimeTypes.ROWS);
            case DOT -> CodeBlock.of("$T.dot", RuntimeTypes.ROWS);
            default -> throw new IllegalStateException("primitive " + primitive + " is no method");
        };
    }
}
