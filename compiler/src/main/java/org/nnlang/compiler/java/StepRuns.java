package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The steps of a session and their calls, in methods short enough for the JIT: one while they are few, else groups of equal length.
 *
 * <p>Very many steps go to inner classes, a group each, since the constants of one class are limited.
 */
final class StepRuns {
    /** The most calls of one method: each takes a few bytecodes an argument. */
    private static final int MOST = 50;
    /** The most steps of one class: each takes a few constants. */
    private static final int MOST_OF_CLASS = 2000;

    private final ModelNames names;
    private final ClassName owner;
    private final List<String> arrays;
    private final List<String> range;
    private final List<StepMethods.Call> calls;
    private final CodeBlock body;
    private final List<MethodSpec> methods = new ArrayList<>();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final List<TypeSpec> types = new ArrayList<>();

    /**
     * Groups calls.
     *
     * @param owner the class that has the steps
     * @param arrays the arrays that all steps may need
     * @param range the numbers that tell them which examples
     * @param prefix of the names of the groups
     * @param statements what is done at a call
     */
    StepRuns(
            ModelNames names,
            ClassName owner,
            List<String> arrays,
            List<String> range,
            List<StepMethods.Call> calls,
            String prefix,
            Function<StepMethods.Call, CodeBlock> statements) {
        this.names = names;
        this.owner = owner;
        this.arrays = arrays;
        this.range = range;
        this.calls = calls;
        List<CodeBlock> blocks = new ArrayList<>();
        String previous = "";
        for (StepMethods.Call call : calls) {
            CodeBlock comment =
                    call.comment().equals(previous) ? CodeBlock.of("") : CodeBlock.of("// $L\n", call.comment());
            previous = call.comment();
            blocks.add(
                    CodeBlock.builder().add(comment).add(statements.apply(call)).build());
        }
        boolean inClasses = calls.size() > MOST_OF_CLASS;
        this.body = run(blocks, prefix, inClasses);
        if (!inClasses) {
            calls.forEach(call -> methods.add(call.method()));
        }
    }

    /** What {@code run} does after its checks. */
    CodeBlock body() {
        return body;
    }

    /** Adds the groups and the steps to the session. */
    void addTo(TypeSpec.Builder type) {
        fields.forEach(type::addField);
        methods.forEach(type::addMethod);
        types.forEach(type::addType);
    }

    private CodeBlock run(List<CodeBlock> blocks, String word, boolean inClasses) {
        if (blocks.size() <= MOST) {
            return blocks.stream().collect(CodeBlock.joining(""));
        }
        List<CodeBlock> grouped = new ArrayList<>();
        for (int first = 0; first < blocks.size(); first += MOST) {
            int last = Math.min(blocks.size(), first + MOST);
            String name = names.takeMethod(word + (first + 1) + "To" + last);
            CodeBlock code = blocks.subList(first, last).stream().collect(CodeBlock.joining(""));
            String called = name;
            if (inClasses) {
                addClass(name, code, calls.subList(first, last));
                called = name + ".run";
            } else {
                methods.add(group(name, code));
            }
            String list = Stream.concat(arrays.stream(), range.stream()).collect(Collectors.joining(", "));
            grouped.add(CodeBlock.builder().addStatement("$L($L)", called, list).build());
        }
        return run(grouped, word + "Groups", false);
    }

    private MethodSpec group(String name, CodeBlock code) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
        arrays.forEach(argument -> method.addParameter(float[].class, argument));
        range.forEach(number -> method.addParameter(int.class, number));
        return method.addCode(code).build();
    }

    private void addClass(String name, CodeBlock code, List<StepMethods.Call> group) {
        ClassName type = owner.nestedClass(JavaNames.className(name));
        fields.add(FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T()", type)
                .build());
        TypeSpec.Builder inner = TypeSpec.classBuilder(type)
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(group("run", code));
        group.forEach(call -> inner.addMethod(call.method()));
        types.add(inner.build());
    }
}
