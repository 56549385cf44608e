package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.gradient.TrainingGraph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.memory.Plan;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.Weight;

/** The nested class that holds the buffers of a training: forward keeps what backward needs, and blocks calculate both. */
final class GradientSessionClass {
    private static final TypeName STORAGES =
            ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.PARAMETER_STORAGE);

    private final Plan plan;
    private final ModelNames modelNames;
    private final ModelNames names;
    private final WeightFields weights;
    private final GradientPorts ports;
    private final GradientBlockClass block;
    private final BlockSize size;
    private final StepBodies bodies;
    private final StepRuns gradientsOfWeights;
    private final BufferFields buffers;
    private final ManyStatements transposes;

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
        this.weights = weights;
        this.ports = new GradientPorts(model, training, names);
        this.block = new GradientBlockClass(plan, names, weights, functions, ports.forwardArrays());
        this.size = new BlockSize(plan);
        this.bodies = new StepBodies(plan, names, weights, functions, ExamplePlaces.WHOLE);
        this.gradientsOfWeights = new StepRuns(
                names,
                names.session(),
                names.arrays(),
                List.of("count"),
                new StepMethods(plan, names, bodies, Node::isAccumulation).calls(),
                "gradientsOfWeights",
                call -> CodeBlock.builder().addStatement(call.code()).build());
        this.buffers = new BufferFields(plan, names, "capacity");
        this.transposes = new ManyStatements(
                block.transposed().stream().map(this::transpose).toList(), names, "transpose", "capacity");
    }

    private CodeBlock transpose(Weight weight) {
        return CodeBlock.builder()
                .addStatement("transposed.add(model.$L)", weights.storage(weight))
                .build();
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
                .addField(RuntimeTypes.ROW_BLOCKS, "blocks", Modifier.PRIVATE, Modifier.FINAL)
                .addField(RuntimeTypes.WORKSPACE, "workspace", Modifier.PRIVATE, Modifier.FINAL)
                .addField(STORAGES, "gradients", Modifier.PRIVATE, Modifier.FINAL);
        if (hasProducts()) {
            type.addField(RuntimeTypes.WEIGHT_GRADIENTS, "weightGradients", Modifier.PRIVATE, Modifier.FINAL);
        }
        if (transposes()) {
            type.addField(RuntimeTypes.TRANSPOSED_WEIGHTS, "transposed", Modifier.PRIVATE, Modifier.FINAL);
        }
        buffers.addFields(type);
        bodies.addUnpacked(type);
        ports.addFields(type);
        type.addField(RuntimeTypes.STEP_OBSERVER, "observer", Modifier.PRIVATE);
        type.addMethod(constructor());
        buffers.methods().forEach(type::addMethod);
        transposes.methods().forEach(type::addMethod);
        type.addMethod(getter("capacity", TypeName.INT, "capacity"));
        type.addMethod(MethodSpec.methodBuilder("useThreads")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(int.class, "count")
                .addStatement("blocks.useThreads(count)")
                .addStatement("workspace.useThreads(count)")
                .build());
        type.addMethod(getter("gradients", STORAGES, "gradients"));
        type.addMethod(MethodSpec.methodBuilder("observe")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.STEP_OBSERVER, "observer")
                .addStatement("this.observer = observer")
                .build());
        type.addMethod(ports.forward());
        type.addMethod(ports.predict());
        type.addMethod(ports.calculate());
        type.addMethod(ports.backward(backward()));
        type.addMethod(observed());
        gradientsOfWeights.addTo(type);
        return type.addType(block.type()).build();
    }

    private boolean hasProducts() {
        return plan.graph().nodes().stream().anyMatch(node -> node.op() instanceof Op.AddProducts);
    }

    private boolean transposes() {
        return !block.transposed().isEmpty();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder method = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(modelNames.type(), "model")
                .addParameter(int.class, "capacity")
                .addStatement("this.model = model")
                .addStatement("this.capacity = capacity")
                .addStatement(
                        "this.blocks = new $T(examples -> new $T(), capacity, $L, $L, $L)",
                        RuntimeTypes.ROW_BLOCKS,
                        names.block(),
                        size.examples(),
                        size.unit(),
                        size.work());
        StepSharing.of(plan)
                .ifPresent(sharing -> method.addStatement(
                        "blocks.shareSteps(model.kernels, $L, $L)", sharing.examples(), sharing.threads()));
        method.addStatement(
                        "this.workspace = model.kernels.trainingWorkspace($L, $L)",
                        most(weight -> weight.rows()),
                        most(weight -> weight.width()))
                .addStatement("this.gradients = model.parameters().gradients()");
        if (hasProducts()) {
            method.addStatement(
                    "this.weightGradients = new $T(model.kernels, workspace)", RuntimeTypes.WEIGHT_GRADIENTS);
        }
        method.addCode(buffers.allocation());
        if (transposes()) {
            method.addStatement("this.transposed = new $T(model.kernels)", RuntimeTypes.TRANSPOSED_WEIGHTS)
                    .addCode(transposes.code());
        }
        return method.build();
    }

    /** Back through the layers in blocks, then the gradients of weights, which are sums over all examples. */
    private CodeBlock backward() {
        CodeBlock.Builder code = CodeBlock.builder();
        if (transposes()) {
            code.addStatement("transposed.calculate(workspace)");
        }
        code.addStatement("derives = true").addStatement("blocks.calculate(count)");
        code.add(gradientsOfWeights.body());
        if (hasProducts()) {
            code.addStatement("weightGradients.calculate()");
        }
        return code.build();
    }

    /** The most units, or inputs, of a layer. */
    private long most(ToLongFunction<Node> size) {
        return plan.graph().nodes().stream()
                .filter(node -> node.op() instanceof Op.FusedDense)
                .map(node -> node.input(0))
                .mapToLong(size)
                .max()
                .orElse(0);
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
