package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The calls of all steps, in methods short enough for the JIT: one while they are few, else groups of equal length. */
final class StepRuns {
    /** The most calls of one method: each takes a few bytecodes an argument. */
    private static final int MOST = 50;

    private final ModelNames names;
    private final List<String> arrays;
    private final String prefix;
    private final CodeBlock body;
    private final List<MethodSpec> groups = new ArrayList<>();

    /**
     * Groups calls.
     *
     * @param statements what is done at a call
     * @param arrays the arrays that all steps may need
     * @param prefix of the names of the groups
     */
    StepRuns(
            ModelNames names,
            List<String> arrays,
            List<StepMethods.Call> calls,
            String prefix,
            Function<StepMethods.Call, CodeBlock> statements) {
        this.names = names;
        this.arrays = arrays;
        this.prefix = prefix;
        List<CodeBlock> blocks = new ArrayList<>();
        String previous = "";
        for (StepMethods.Call call : calls) {
            CodeBlock comment =
                    call.comment().equals(previous) ? CodeBlock.of("") : CodeBlock.of("// $L\n", call.comment());
            previous = call.comment();
            blocks.add(
                    CodeBlock.builder().add(comment).add(statements.apply(call)).build());
        }
        this.body = run(blocks);
    }

    /** What {@code run} does after its checks. */
    CodeBlock body() {
        return body;
    }

    /** The methods that it calls to do so, if the steps are many. */
    List<MethodSpec> groups() {
        return groups;
    }

    private CodeBlock run(List<CodeBlock> calls) {
        if (calls.size() <= MOST) {
            return calls.stream().collect(CodeBlock.joining(""));
        }
        List<CodeBlock> grouped = new ArrayList<>();
        for (int first = 0; first < calls.size(); first += MOST) {
            int last = Math.min(calls.size(), first + MOST);
            String name = names.takeMethod(prefix + (first + 1) + "To" + last);
            MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
            arrays.forEach(argument -> method.addParameter(float[].class, argument));
            groups.add(method.addParameter(int.class, "count")
                    .addCode(calls.subList(first, last).stream().collect(CodeBlock.joining("")))
                    .build());
            CodeBlock list = arrays.stream()
                    .map(argument -> CodeBlock.of("$L, ", argument))
                    .collect(CodeBlock.joining(""));
            grouped.add(
                    CodeBlock.builder().addStatement("$L($Lcount)", name, list).build());
        }
        return run(grouped);
    }
}
