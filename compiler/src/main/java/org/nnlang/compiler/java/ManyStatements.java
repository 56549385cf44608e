package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Statements of a constructor, which are in methods of their own if they are many: Java limits the length of each. */
final class ManyStatements {
    /** The most statements of one method. */
    static final int MOST = 400;

    private final CodeBlock.Builder code = CodeBlock.builder();
    private final List<MethodSpec> methods = new ArrayList<>();

    /**
     * Cuts statements.
     *
     * @param word what the methods' names begin with
     * @param number an argument of the constructor that the statements need
     */
    ManyStatements(List<CodeBlock> statements, ModelNames names, String word, String number) {
        if (statements.size() <= MOST) {
            statements.forEach(code::add);
            return;
        }
        for (int first = 0; first < statements.size(); first += MOST) {
            int last = Math.min(statements.size(), first + MOST);
            String name = names.takeMethod(word + first + "To" + (last - 1));
            methods.add(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(int.class, number)
                    .addCode(statements.subList(first, last).stream().collect(CodeBlock.joining("")))
                    .build());
            code.addStatement("$L($L)", name, number);
        }
    }

    /** What the constructor does. */
    CodeBlock code() {
        return code.build();
    }

    /** The methods that it calls to do so. */
    List<MethodSpec> methods() {
        return methods;
    }
}
