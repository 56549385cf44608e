package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.model.CheckedModel;

/**
 * The checks of what callers pass, and the words in which Javadoc describes it.
 *
 * <p>Messages are formats, since the parts of a sum of strings would be allocated again whenever the virtual machine compiles a method
 * of the class.
 */
final class PortChecks {
    private final CheckedModel model;
    private final ModelNames names;

    PortChecks(CheckedModel model, ModelNames names) {
        this.model = model;
        this.names = names;
    }

    /** Describes arguments that hold one example each. */
    void describeExample(MethodSpec.Builder method) {
        for (int i = 0; i < names.inputs().size(); i++) {
            describe(method, names.inputs().get(i), model.inputs().get(i), "");
        }
    }

    /** Describes arguments that hold examples one after another. */
    void describeRows(MethodSpec.Builder method) {
        for (int i = 0; i < names.inputs().size(); i++) {
            describe(method, names.inputs().get(i), model.inputs().get(i), " an example");
        }
        method.addJavadoc("@param count how many examples\n");
        for (int i = 0; i < names.outputs().size(); i++) {
            describe(method, names.outputs().get(i), model.outputs().get(i), " an example; written");
        }
    }

    private static void describe(MethodSpec.Builder method, String name, CheckedModel.Port port, String each) {
        String text = JavadocText.escape(port.documentation().strip().replaceAll("\\s+", " "));
        String stop = text.isEmpty() || text.endsWith(".") ? text : text + ".";
        String shape = port.value().shape() + each;
        method.addJavadoc("@param $L $L\n", name, stop.isEmpty() ? shape : stop + " " + shape);
    }

    /** Checks that each input holds one example. */
    CodeBlock example() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = 0; i < names.inputs().size(); i++) {
            CheckedModel.Port port = model.inputs().get(i);
            code.addStatement(
                    "requireExample($S, $L, $L)",
                    port.name(),
                    port.value().shape().elements(),
                    names.inputs().get(i));
        }
        return code.build();
    }

    /** Checks the count, the lengths of all arrays, and that no output is written over another array. */
    CodeBlock rows() {
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("if (count < 0 || count > capacity)")
                .addStatement(
                        "throw new $T($S$W.formatted(capacity, count))",
                        IllegalArgumentException.class,
                        "count must be from 0 to the capacity of the session, %s, got %s")
                .endControlFlow();
        for (int i = 0; i < names.inputs().size(); i++) {
            requireRows(code, model.inputs().get(i), names.inputs().get(i));
        }
        for (int i = 0; i < names.outputs().size(); i++) {
            requireRows(code, model.outputs().get(i), names.outputs().get(i));
        }
        distinct(code, names.inputs(), names.outputs());
        return code.build();
    }

    private static void requireRows(CodeBlock.Builder code, CheckedModel.Port port, String argument) {
        code.addStatement(
                "requireRows($S, $L, $L, count)",
                port.name(),
                port.value().shape().elements(),
                argument);
    }

    /** Checks that no output is written over another array. */
    static void distinct(CodeBlock.Builder code, List<String> inputs, List<String> outputs) {
        List<String> earlier = new ArrayList<>(inputs);
        for (String output : outputs) {
            if (!earlier.isEmpty()) {
                CodeBlock same = earlier.stream()
                        .map(other -> CodeBlock.of("$L == $L", output, other))
                        .collect(CodeBlock.joining(" || "));
                code.beginControlFlow("if ($L)", same)
                        .addStatement(
                                "throw new $T($S)",
                                IllegalArgumentException.class,
                                output + " must be an array of its own")
                        .endControlFlow();
            }
            earlier.add(output);
        }
    }

    /** The methods that the checks call. */
    List<MethodSpec> methods() {
        MethodSpec example = MethodSpec.methodBuilder("requireExample")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(String.class, "name")
                .addParameter(int.class, "width")
                .addParameter(float[].class, "values")
                .beginControlFlow("if (values.length != width)")
                .addStatement(
                        "throw new $T($S$W.formatted(name, width, values.length))",
                        IllegalArgumentException.class,
                        "%s must hold %s numbers a row, got %s")
                .endControlFlow()
                .build();
        return names.inputs().isEmpty() ? List.of(requireRows()) : List.of(example, requireRows());
    }

    /** The method that checks the length of an array of rows. */
    static MethodSpec requireRows() {
        return MethodSpec.methodBuilder("requireRows")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(String.class, "name")
                .addParameter(int.class, "width")
                .addParameter(float[].class, "values")
                .addParameter(int.class, "count")
                .beginControlFlow("if (values.length < (long) width * count)")
                .addStatement(
                        "throw new $T($S$W.formatted(name, width, values.length, count))",
                        IllegalArgumentException.class,
                        "%s must hold %s numbers a row, got %s for %s rows")
                .endControlFlow()
                .build();
    }
}
