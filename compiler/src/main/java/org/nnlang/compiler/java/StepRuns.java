package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The calls of all steps, in methods short enough for the JIT: one while they are few, else groups of equal length. */
final class StepRuns {
    /** The most calls of one method: each takes a few bytecodes an argument. */
    private static final int MOST = 50;

    private final ModelNames names;
    private final CodeBlock body;
    private final List<MethodSpec> groups = new ArrayList<>();

    StepRuns(ModelNames names, List<StepMethods.Call> calls) {
        this.names = names;
        this.body = run(calls);
    }

    /** What {@code run} does after its checks. */
    CodeBlock body() {
        return body;
    }

    /** The methods that it calls to do so, if the steps are many. */
    List<MethodSpec> groups() {
        return groups;
    }

    private CodeBlock run(List<StepMethods.Call> calls) {
        if (calls.size() <= MOST) {
            return statements(calls);
        }
        List<String> arguments = new ArrayList<>(names.inputs());
        arguments.addAll(names.outputs());
        List<StepMethods.Call> grouped = new ArrayList<>();
        for (int first = 0; first < calls.size(); first += MOST) {
            int last = Math.min(calls.size(), first + MOST);
            String name = names.takeMethod("steps" + (first + 1) + "To" + last);
            MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
            arguments.forEach(argument -> method.addParameter(float[].class, argument));
            groups.add(method.addParameter(int.class, "count")
                    .addCode(statements(calls.subList(first, last)))
                    .build());
            CodeBlock list = arguments.stream()
                    .map(argument -> CodeBlock.of("$L, ", argument))
                    .collect(CodeBlock.joining(""));
            grouped.add(new StepMethods.Call("", CodeBlock.of("$L($Lcount)", name, list)));
        }
        return run(grouped);
    }

    private static CodeBlock statements(List<StepMethods.Call> calls) {
        CodeBlock.Builder code = CodeBlock.builder();
        String previous = "";
        for (StepMethods.Call call : calls) {
            if (!call.comment().equals(previous)) {
                code.add("// $L\n", call.comment());
            }
            previous = call.comment();
            code.addStatement(call.code());
        }
        return code.build();
    }
}
