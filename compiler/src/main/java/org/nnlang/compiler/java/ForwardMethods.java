package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.model.CheckedModel;

/**
 * The methods that calculate one example: each output by its name, and all of them.
 *
 * <p>They lend each other one session, so that a call allocates its result and nothing else; a call that finds it lent makes one
 * of its own.
 */
final class ForwardMethods {
    private final CheckedModel model;
    private final ModelNames names;
    private final PortChecks checks;

    ForwardMethods(CheckedModel model, ModelNames names, PortChecks checks) {
        this.model = model;
        this.names = names;
        this.checks = checks;
    }

    void addTo(TypeSpec.Builder type) {
        type.addField(FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(AtomicReference.class), names.session()),
                        "idle",
                        Modifier.PRIVATE,
                        Modifier.FINAL)
                .initializer("new $T<>()", AtomicReference.class)
                .build());
        boolean single = model.outputs().size() == 1;
        for (int i = 0; i < model.outputs().size(); i++) {
            String output = names.outputs().get(i);
            MethodSpec.Builder method = example(output, model.outputs().get(i).documentation(), float[].class);
            if (single) {
                calculate(method);
                method.addStatement("return $L", output);
            } else {
                method.addStatement("return forward($L).$L()", String.join(", ", names.inputs()), output);
            }
            type.addMethod(method.build());
        }
        MethodSpec.Builder forward = example("forward", "All outputs of one example.", names.output());
        String outputs = String.join(", ", names.outputs());
        if (single) {
            outputs = CodeBlock.of("$L($L)", outputs, String.join(", ", names.inputs()))
                    .toString();
        } else {
            calculate(forward);
        }
        type.addMethod(forward.addStatement("return new $T($L)", names.output(), outputs)
                .build());
    }

    /** The record of all outputs. */
    TypeSpec output() {
        MethodSpec.Builder parts = MethodSpec.constructorBuilder();
        TypeSpec.Builder type = TypeSpec.recordBuilder(names.output())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("All outputs of one example.\n\n");
        for (int i = 0; i < names.outputs().size(); i++) {
            CheckedModel.Port port = model.outputs().get(i);
            String text = JavadocText.escape(port.documentation().strip());
            type.addJavadoc(
                    "@param $L $L\n",
                    names.outputs().get(i),
                    (text + " " + port.value().shape()).strip());
            parts.addParameter(float[].class, names.outputs().get(i));
        }
        return type.recordConstructor(parts.build()).build();
    }

    private MethodSpec.Builder example(String name, String documentation, java.lang.reflect.Type result) {
        return example(name, documentation).returns(result);
    }

    private MethodSpec.Builder example(String name, String documentation, ClassName result) {
        return example(name, documentation).returns(result);
    }

    private MethodSpec.Builder example(String name, String documentation) {
        String text = JavadocText.paragraphs(documentation);
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n\n", text.isEmpty() ? "Calculates one example." : text);
        checks.describeExample(method);
        names.inputs().forEach(input -> method.addParameter(float[].class, input));
        if (!names.inputs().isEmpty()) {
            method.addJavadoc("@throws IllegalArgumentException if an array has another length\n");
        }
        return method;
    }

    private void calculate(MethodSpec.Builder method) {
        method.addCode(checks.example());
        List<String> arguments = new ArrayList<>(names.inputs());
        arguments.add("1");
        for (int i = 0; i < names.outputs().size(); i++) {
            String output = names.outputs().get(i);
            method.addStatement(
                    "float[] $L = new float[$L]",
                    output,
                    model.outputs().get(i).value().shape().elements());
            arguments.add(output);
        }
        method.addStatement("$T session = idle.getAndSet(null)", names.session());
        method.addCode(CodeBlock.builder()
                .beginControlFlow("if (session == null)")
                .addStatement("session = newSession(1)")
                .endControlFlow()
                .build());
        method.addStatement("session.run($L)", String.join(", ", arguments));
        method.addStatement("idle.set(session)");
    }
}
