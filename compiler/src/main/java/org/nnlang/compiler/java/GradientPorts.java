package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.gradient.TrainingGraph;
import org.nnlang.compiler.model.CheckedModel;

/** The two methods of a session that trains: what they take, how it is checked, and where it is until the other one needs it. */
final class GradientPorts {
    private final CheckedModel model;
    private final TrainingGraph training;
    private final ModelNames names;

    GradientPorts(CheckedModel model, TrainingGraph training, ModelNames names) {
        this.model = model;
        this.training = training;
        this.names = names;
    }

    /** What the last calls of forward and backward were given. */
    void addFields(TypeSpec.Builder type) {
        names.arrays().forEach(array -> type.addField(float[].class, array, Modifier.PRIVATE));
        type.addField(FieldSpec.builder(boolean[].class, "atLogits", Modifier.PRIVATE)
                .initializer("{}")
                .build());
        type.addField(boolean.class, "drops", Modifier.PRIVATE);
        type.addField(boolean.class, "derives", Modifier.PRIVATE);
        type.addField(long.class, "seed", Modifier.PRIVATE);
        type.addField(FieldSpec.builder(int.class, "count", Modifier.PRIVATE)
                .initializer("-1")
                .build());
    }

    /** The arrays that the steps of forward may need. */
    List<String> forwardArrays() {
        List<String> arrays =
                new ArrayList<>(names.inputs().subList(0, model.inputs().size()));
        arrays.addAll(names.outputs());
        return arrays;
    }

    /** The arrays of the ports, each under its name. */
    private CodeBlock locals() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = 0; i < model.inputs().size(); i++) {
            code.addStatement("float[] $L = inputs[$L]", names.inputs().get(i), i);
        }
        for (int i = 0; i < model.outputs().size(); i++) {
            code.addStatement("float[] $L = outputs[$L]", names.outputs().get(i), i);
            if (training.logits(i) >= 0) {
                code.addStatement("float[] $L = logits[$L]", names.outputs().get(training.logits(i)), i);
            }
        }
        return code.build();
    }

    MethodSpec forward() {
        return ofBatch(MethodSpec.methodBuilder("forward").addAnnotation(Override.class), Modifier.PUBLIC)
                .addParameter(long.class, "seed")
                .addStatement("this.drops = true")
                .addStatement("this.seed = seed")
                .addStatement("calculate(inputs, count, outputs, logits)")
                .build();
    }

    MethodSpec predict() {
        return ofBatch(MethodSpec.methodBuilder("predict").addAnnotation(Override.class), Modifier.PUBLIC)
                .addStatement("this.drops = false")
                .addStatement("calculate(inputs, count, outputs, logits)")
                .build();
    }

    private static MethodSpec.Builder ofBatch(MethodSpec.Builder method, Modifier modifier) {
        return method.addModifiers(modifier)
                .addParameter(float[][].class, "inputs")
                .addParameter(int.class, "count")
                .addParameter(float[][].class, "outputs")
                .addParameter(float[][].class, "logits");
    }

    /** What both do. */
    MethodSpec calculate() {
        MethodSpec.Builder method = ofBatch(MethodSpec.methodBuilder("calculate"), Modifier.PRIVATE);
        int inputs = model.inputs().size();
        int outputs = model.outputs().size();
        method.beginControlFlow("if (count < 0 || count > capacity)")
                .addStatement(
                        "throw new $T($S$W.formatted(capacity, count))",
                        IllegalArgumentException.class,
                        "count must be from 0 to the capacity of the session, %s, got %s")
                .endControlFlow()
                .beginControlFlow(
                        "if (inputs.length != $L || outputs.length != $L || logits.length != $L)",
                        inputs,
                        outputs,
                        outputs)
                .addStatement(
                        "throw new $T($S$W.formatted(inputs.length, outputs.length, logits.length))",
                        IllegalArgumentException.class,
                        model.name() + " takes arrays for inputs, outputs and logits: " + inputs + ", " + outputs
                                + " and " + outputs + "; got %s, %s and %s")
                .endControlFlow();
        for (int i = 0; i < inputs; i++) {
            requireRows(method, model.inputs().get(i), "inputs[" + i + "]");
        }
        for (int i = 0; i < outputs; i++) {
            requireRows(method, model.outputs().get(i), "outputs[" + i + "]");
        }
        for (int i = 0; i < outputs; i++) {
            if (training.logits(i) >= 0) {
                requireRows(method, model.outputs().get(i), "logits[" + i + "]");
            }
        }
        CodeBlock.Builder distinct = CodeBlock.builder();
        PortChecks.distinct(distinct, names.inputs().subList(0, inputs), names.outputs());
        method.addCode(locals()).addCode(distinct.build());
        forwardArrays().forEach(array -> method.addStatement("this.$1L = $1L", array));
        return method.addStatement("this.count = -1")
                .addStatement("derives = false")
                .beginControlFlow("if (observer == null)")
                .addStatement("blocks.calculate(count)")
                .nextControlFlow("else")
                .addStatement("blocks.calculateAtOnce(count)")
                .endControlFlow()
                .addStatement("this.count = count")
                .build();
    }

    MethodSpec backward(CodeBlock steps) {
        int outputs = model.outputs().size();
        MethodSpec.Builder method = MethodSpec.methodBuilder("backward")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(float[][].class, "gradients")
                .addParameter(boolean[].class, "atLogits")
                .beginControlFlow("if (count < 0)")
                .addStatement(
                        "throw new $T($S)",
                        IllegalStateException.class,
                        "forward comes first: there is nothing to derive")
                .endControlFlow()
                .beginControlFlow("if (gradients.length != $1L || atLogits.length != $1L)", outputs)
                .addStatement(
                        "throw new $T($S$W.formatted(gradients.length, atLogits.length))",
                        IllegalArgumentException.class,
                        model.name() + " takes a gradient and a choice for each of " + outputs
                                + " outputs, got %s and %s")
                .endControlFlow();
        for (int i = 0; i < outputs; i++) {
            CheckedModel.Port output = model.outputs().get(i);
            method.addStatement(
                    "requireRows($S, $L, gradients[$L], count)",
                    "the gradient of " + output.name(),
                    output.value().shape().elements(),
                    i);
            if (training.logits(i) < 0) {
                method.beginControlFlow("if (atLogits[$L])", i)
                        .addStatement(
                                "throw new $T($S)",
                                IllegalArgumentException.class,
                                output.name() + " ends with no softmax and no sigmoid: it has no logits")
                        .endControlFlow();
            }
        }
        for (int i = 0; i < outputs; i++) {
            method.addStatement(
                    "this.$L = gradients[$L]", names.inputs().get(model.inputs().size() + i), i);
        }
        return method.addStatement("this.atLogits = atLogits")
                .addCode(steps)
                .addStatement("count = -1")
                .build();
    }

    private static void requireRows(MethodSpec.Builder method, CheckedModel.Port port, String argument) {
        method.addStatement(
                "requireRows($S, $L, $L, count)",
                port.name(),
                port.value().shape().elements(),
                argument);
    }
}
