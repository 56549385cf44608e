package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.memory.Plan;
import org.nnlang.compiler.model.Weight;

/**
 * The class inside of a session that trains that has the steps of one thread, forward and back through the layers.
 *
 * <p>It has no buffers but scratch: what it calculates of its examples is in the session's arrays, for the gradients of weights.
 */
final class GradientBlockClass {
    private final Plan plan;
    private final ModelNames names;
    private final StepBodies bodies;
    private final OutputDerivations derivations;
    private final StepRuns forward;
    private final StepRuns backward;

    GradientBlockClass(
            Plan plan, ModelNames names, WeightFields weights, Functions functions, List<String> forwardArrays) {
        this.plan = plan;
        this.names = names;
        this.bodies = new StepBodies(plan, names, weights, functions, ExamplePlaces.SHARED_BUFFERS);
        this.derivations = new OutputDerivations(plan.graph());
        List<StepMethods.Call> calls = new StepMethods(plan, names, bodies, node -> !node.isAccumulation()).calls();
        this.forward = runs(
                forwardArrays,
                calls.stream().filter(call -> !call.node().isBackward()).toList(),
                "forwardSteps",
                this::observedCall);
        this.backward = runs(
                names.arrays(),
                calls.stream().filter(call -> call.node().isBackward()).toList(),
                "backwardSteps",
                this::neededCall);
    }

    private StepRuns runs(
            List<String> arrays,
            List<StepMethods.Call> calls,
            String word,
            Function<StepMethods.Call, CodeBlock> statements) {
        return new StepRuns(names, names.block(), arrays, List.of("first", "count"), calls, word, statements);
    }

    /** The weights whose transposes the steps need, in the order of the session's {@code transposed}. */
    List<Weight> transposed() {
        return bodies.gradientSteps().transposed();
    }

    TypeSpec type() {
        ClassName block = names.block();
        TypeSpec.Builder type = TypeSpec.classBuilder(block)
                .addJavadoc("The steps of one thread, for a block of examples.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.ROW_BLOCKS.nestedClass("Block"))
                .addField(FieldSpec.builder(RuntimeTypes.WORKSPACE, "workspace", Modifier.PRIVATE, Modifier.FINAL)
                        .initializer("model.kernels.workspace($L)", mostUnits())
                        .build());
        bodies.addUnpacked(type);
        type.addMethod(range("calculate")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .beginControlFlow("if (derives)")
                .addStatement("backward(first, count)")
                .nextControlFlow("else")
                .addStatement("forward(first, count)")
                .endControlFlow()
                .build());
        type.addMethod(SessionClass.useThreads("workspace"));
        type.addMethod(range("forward")
                .addModifiers(Modifier.PRIVATE)
                .addCode(forward.body())
                .build());
        type.addMethod(range("backward")
                .addModifiers(Modifier.PRIVATE)
                .addCode(backward.body())
                .build());
        forward.addTo(type);
        backward.addTo(type);
        return type.build();
    }

    private static MethodSpec.Builder range(String name) {
        return MethodSpec.methodBuilder(name).addParameter(int.class, "first").addParameter(int.class, "count");
    }

    /** The most units of a product; of the gradients of products, the inputs are units. */
    private long mostUnits() {
        long most = 0;
        for (Node node : plan.graph().nodes()) {
            if (node.op() instanceof Op.FusedDense) {
                most = Math.max(most, node.input(0).rows());
            } else if (node.op() instanceof Op.TransposedDense) {
                most = Math.max(most, node.input(0).width());
            }
        }
        return most;
    }

    private CodeBlock neededCall(StepMethods.Call call) {
        OptionalInt output = derivations.of(call.node());
        CodeBlock.Builder code = CodeBlock.builder();
        if (output.isEmpty()) {
            return code.addStatement(call.code()).build();
        }
        return code.beginControlFlow("if (!atLogits[$L])", output.getAsInt())
                .addStatement(call.code())
                .endControlFlow()
                .build();
    }

    private CodeBlock observedCall(StepMethods.Call call) {
        Node node = call.node();
        String path =
                node.origin().path().isEmpty() ? node.name() : node.origin().path();
        return CodeBlock.builder()
                .addStatement(call.code())
                .addStatement(
                        "observed($S, $L, $L)", path, bodies.array(node), ElementLoops.times("count", node.elements()))
                .build();
    }
}
