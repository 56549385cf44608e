package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.memory.Plan;

/** The nested class that holds the buffers of one thread and runs the steps. */
final class SessionClass {
    private final Plan plan;
    private final ModelNames names;
    private final PortChecks checks;
    private final BufferFields buffers;
    private final StepBodies bodies;
    private final StepMethods steps;

    SessionClass(Plan plan, ModelNames names, WeightFields weights, Functions functions, PortChecks checks) {
        this.plan = plan;
        this.names = names;
        this.checks = checks;
        this.bodies = new StepBodies(plan, names, weights, functions);
        this.steps = new StepMethods(plan, names, bodies);
        this.buffers = new BufferFields(plan, names);
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.session())
                .addJavadoc(
                        "The buffers of one thread's calculations with a {@link $T}: repeated calls allocate nothing.\n",
                        names.type())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.MODEL_SESSION)
                .addField(names.type(), "model", Modifier.PRIVATE, Modifier.FINAL)
                .addField(int.class, "capacity", Modifier.PRIVATE, Modifier.FINAL)
                .addField(RuntimeTypes.WORKSPACE, "workspace", Modifier.PRIVATE, Modifier.FINAL);
        buffers.addFields(type);
        bodies.unpacked()
                .forEach((weight, field) ->
                        type.addField(FieldSpec.builder(float[].class, field, Modifier.PRIVATE, Modifier.FINAL)
                                .initializer("new float[$L]", weight.shape().elements())
                                .build()));
        type.addMethod(constructor());
        buffers.methods().forEach(type::addMethod);
        type.addMethod(MethodSpec.methodBuilder("capacity")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(int.class)
                .addStatement("return capacity")
                .build());
        type.addMethod(useThreads());
        StepRuns runs = new StepRuns(
                names,
                names.arrays(),
                steps.calls(),
                "steps",
                call -> CodeBlock.builder().addStatement(call.code()).build());
        type.addMethod(run(runs.body()));
        type.addMethod(runArrays());
        runs.addTo(type);
        return type.build();
    }

    /**
     * Makes sessions, of as many examples as arrays can hold.
     *
     * @param largestArray the most floats that an example takes in any one array
     * @param model the Java of the model
     */
    static MethodSpec newSession(long largestArray, ClassName session, String model) {
        int most = Math.toIntExact(Integer.MAX_VALUE / largestArray);
        return MethodSpec.methodBuilder("newSession")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(int.class, "capacity")
                .returns(session)
                .beginControlFlow("if (capacity < 1 || capacity > $L)", most)
                .addStatement(
                        "throw new $T($S + capacity)",
                        IllegalArgumentException.class,
                        "capacity must be from 1 to " + most + ", got ")
                .endControlFlow()
                .addStatement("return new $T($L, capacity)", session, model)
                .build();
    }

    /** Passes a session's setting on to its kernels. */
    static MethodSpec useThreads() {
        return MethodSpec.methodBuilder("useThreads")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(int.class, "count")
                .addStatement("workspace.useThreads(count)")
                .build();
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(names.type(), "model")
                .addParameter(int.class, "capacity")
                .addStatement("this.model = model")
                .addStatement("this.capacity = capacity")
                .addStatement("this.workspace = model.kernels.workspace($L)", mostUnits())
                .addCode(buffers.allocation())
                .build();
    }

    private long mostUnits() {
        return plan.graph().nodes().stream()
                .filter(node -> node.op() instanceof Op.FusedDense)
                .mapToLong(node -> node.input(0).rows())
                .max()
                .orElse(0);
    }

    /** The most floats that an example takes in any one array: what the capacity is limited by. */
    long largestArray() {
        return largestArray(plan);
    }

    /** The most floats that an example takes in any one array of a plan. */
    static long largestArray(Plan plan) {
        Graph graph = plan.graph();
        long ports = Stream.concat(
                        graph.inputs().stream(), graph.outputs().stream().map(Graph.Output::node))
                .mapToLong(Node::elements)
                .max()
                .orElse(1);
        return Math.max(
                ports, plan.slots().stream().mapToInt(Integer::intValue).max().orElse(1));
    }

    private MethodSpec run(CodeBlock body) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("run")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Calculates the outputs of {@code count} examples, which lie one after another in each array.\n\n");
        checks.describeRows(method);
        method.addJavadoc(
                "@throws IllegalArgumentException if an array is too short, or count is not from 0 to the capacity\n");
        names.inputs().forEach(input -> method.addParameter(float[].class, input));
        method.addParameter(int.class, "count");
        names.outputs().forEach(output -> method.addParameter(float[].class, output));
        return method.addCode(checks.rows()).addCode(body).build();
    }

    /** The untyped {@code run} of the interface. */
    private MethodSpec runArrays() {
        List<String> arguments = new ArrayList<>();
        int inputs = names.inputs().size();
        int outputs = names.outputs().size();
        for (int i = 0; i < inputs; i++) {
            arguments.add("inputs[" + i + "]");
        }
        arguments.add("count");
        for (int i = 0; i < outputs; i++) {
            arguments.add("outputs[" + i + "]");
        }
        String takes = names.type().simpleName() + " has " + counted(inputs, "input") + " and "
                + counted(outputs, "output") + ", got ";
        return MethodSpec.methodBuilder("run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(float[][].class, "inputs")
                .addParameter(int.class, "count")
                .addParameter(float[][].class, "outputs")
                .beginControlFlow("if (inputs.length != $L || outputs.length != $L)", inputs, outputs)
                .addStatement(
                        "throw new $T($S$W+ inputs.length + $S + outputs.length)",
                        IllegalArgumentException.class,
                        takes,
                        " and ")
                .endControlFlow()
                .addStatement("run($L)", String.join(", ", arguments))
                .build();
    }

    private static String counted(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
