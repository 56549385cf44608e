package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.stream.Collectors;
import org.nnlang.compiler.model.Shape;

/** Shapes as Java expressions. */
final class JavaShapes {
    private JavaShapes() {}

    static CodeBlock of(Shape shape) {
        String sizes = shape.sizes().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return CodeBlock.of("$T.of($L)", RuntimeTypes.SHAPE, sizes);
    }
}
