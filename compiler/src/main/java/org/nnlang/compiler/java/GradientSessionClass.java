package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.gradient.TrainingGraph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.memory.Plan;
import org.nnlang.compiler.model.CheckedModel;

/** The nested class that holds the buffers of one thread's training: forward keeps what backward needs. */
final class GradientSessionClass {
    private static final TypeName STORAGES =
            ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.PARAMETER_STORAGE);

    private final Plan plan;
    private final ModelNames modelNames;
    private final ModelNames names;
    private final StepBodies bodies;
    private final StepMethods steps;
    private final GradientPorts ports;
    private final BufferFields buffers;
    private final OutputDerivations derivations;

    GradientSessionClass(
            CheckedModel model,
            TrainingGraph training,
            Plan plan,
            ModelNames modelNames,
            ModelNames names,
            WeightFields weights,
            Functions functions) {
        this.plan = plan;
        this.modelNames = modelNames;
        this.names = names;
        this.bodies = new StepBodies(plan, names, weights, functions, false);
        this.steps = new StepMethods(plan, names, bodies);
        this.buffers = new BufferFields(plan, names, "capacity");
        this.derivations = new OutputDerivations(plan.graph());
        this.ports = new GradientPorts(model, training, names);
    }

    /** The most floats that an example takes in any one array: what the capacity is limited by. */
    long largestArray() {
        return Math.max(
                SessionClass.largestPort(plan.graph()),
                plan.slots().stream().mapToInt(Integer::intValue).max().orElse(1));
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.session())
                .addJavadoc(
                        "The buffers of one thread's training of a {@link $T}: repeated calls allocate nothing.\n",
                        modelNames.type())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.GRADIENT_SESSION)
                .addField(modelNames.type(), "model", Modifier.PRIVATE, Modifier.FINAL)
                .addField(int.class, "capacity", Modifier.PRIVATE, Modifier.FINAL)
                .addField(RuntimeTypes.WORKSPACE, "workspace", Modifier.PRIVATE, Modifier.FINAL)
                .addField(STORAGES, "gradients", Modifier.PRIVATE, Modifier.FINAL);
        fields(type);
        type.addMethod(constructor());
        buffers.methods().forEach(type::addMethod);
        type.addMethod(getter("capacity", TypeName.INT, "capacity"));
        type.addMethod(SessionClass.useThreads("workspace"));
        type.addMethod(getter("gradients", STORAGES, "gradients"));
        type.addMethod(MethodSpec.methodBuilder("observe")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.STEP_OBSERVER, "observer")
                .addStatement("this.observer = observer")
                .build());
        StepRuns forward = new StepRuns(
                names,
                names.session(),
                ports.forwardArrays(),
                List.of("count"),
                steps.calls().stream().filter(call -> !call.node().isBackward()).toList(),
                "forwardSteps",
                this::observedCall);
        StepRuns backward = new StepRuns(
                names,
                names.session(),
                names.arrays(),
                List.of("count"),
                steps.calls().stream().filter(call -> call.node().isBackward()).toList(),
                "backwardSteps",
                this::neededCall);
        type.addMethod(ports.forward());
        type.addMethod(ports.predict());
        type.addMethod(ports.calculate(forward.body()));
        type.addMethod(ports.backward(backward.body()));
        type.addMethod(observed());
        forward.addTo(type);
        backward.addTo(type);
        return type.build();
    }

    private void fields(TypeSpec.Builder type) {
        buffers.addFields(type);
        bodies.gradientSteps()
                .transposed()
                .forEach((shape, field) ->
                        type.addField(RuntimeTypes.DENSE_WEIGHTS, field, Modifier.PRIVATE, Modifier.FINAL));
        bodies.unpacked()
                .forEach((weight, field) ->
                        type.addField(FieldSpec.builder(float[].class, field, Modifier.PRIVATE, Modifier.FINAL)
                                .initializer("new float[$L]", weight.shape().elements())
                                .build()));
        ports.addFields(type);
        type.addField(RuntimeTypes.STEP_OBSERVER, "observer", Modifier.PRIVATE);
    }

    private MethodSpec constructor() {
        MethodSpec.Builder method = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(modelNames.type(), "model")
                .addParameter(int.class, "capacity")
                .addStatement("this.model = model")
                .addStatement("this.capacity = capacity")
                .addStatement(
                        "this.workspace = model.kernels.trainingWorkspace($L, $L)",
                        most(weight -> weight.rows()),
                        most(weight -> weight.width()))
                .addStatement("this.gradients = model.parameters().gradients()");
        method.addCode(buffers.allocation());
        bodies.gradientSteps()
                .transposed()
                .forEach((shape, field) -> method.addStatement(
                        "this.$L = model.kernels.denseWeights($L, $L)", field, shape.width(), shape.rows()));
        return method.build();
    }

    /** The most units, or inputs, of a layer; of the gradients of products both are units. */
    private long most(ToLongFunction<Node> size) {
        long units = 0;
        long own = 0;
        for (Node node : plan.graph().nodes()) {
            if (node.op() instanceof Op.FusedDense) {
                own = Math.max(own, size.applyAsLong(node.input(0)));
            } else if (node.op() instanceof Op.TransposedDense) {
                units = Math.max(units, node.input(0).width());
                own = Math.max(own, node.input(0).rows());
            }
        }
        return Math.max(units, own);
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

    private static MethodSpec getter(String name, TypeName type, String value) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return $L", value)
                .build();
    }

    private static MethodSpec observed() {
        return MethodSpec.methodBuilder("observed")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(String.class, "path")
                .addParameter(float[].class, "values")
                .addParameter(int.class, "length")
                .beginControlFlow("if (observer != null)")
                .addStatement("observer.step(path, values, length)")
                .endControlFlow()
                .build();
    }
}
