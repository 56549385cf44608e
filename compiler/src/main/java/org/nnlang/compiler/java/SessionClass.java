package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.memory.Plan;

/** The nested class whose {@code run} checks arrays and hands the examples to blocks. */
final class SessionClass {
    private final ModelNames names;
    private final PortChecks checks;
    private final BlockClass block;
    private final BlockSize size;
    private final Graph graph;

    SessionClass(Plan plan, ModelNames names, WeightFields weights, Functions functions, PortChecks checks) {
        this.names = names;
        this.checks = checks;
        this.block = new BlockClass(plan, names, weights, functions);
        this.size = new BlockSize(plan);
        this.graph = plan.graph();
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
                .addField(RuntimeTypes.ROW_BLOCKS, "blocks", Modifier.PRIVATE, Modifier.FINAL);
        names.arrays().forEach(array -> type.addField(float[].class, array, Modifier.PRIVATE));
        TypeSpec steps = block.type();
        type.addMethod(constructor());
        type.addMethod(MethodSpec.methodBuilder("capacity")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(int.class)
                .addStatement("return capacity")
                .build());
        type.addMethod(useThreads("blocks"));
        type.addMethod(run());
        type.addMethod(runArrays());
        return type.addType(steps).build();
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
                        "throw new $T($S.formatted(capacity))",
                        IllegalArgumentException.class,
                        "capacity must be from 1 to " + most + ", got %s")
                .endControlFlow()
                .addStatement("return new $T($L, capacity)", session, model)
                .build();
    }

    /**
     * Passes a session's setting on.
     *
     * @param to the field of whoever follows it
     */
    static MethodSpec useThreads(String to) {
        return MethodSpec.methodBuilder("useThreads")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(int.class, "count")
                .addStatement("$L.useThreads(count)", to)
                .build();
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(names.type(), "model")
                .addParameter(int.class, "capacity")
                .addStatement("this.model = model")
                .addStatement("this.capacity = capacity")
                .addStatement(
                        "this.blocks = new $T($T::new, capacity, $L, $L, $L)",
                        RuntimeTypes.ROW_BLOCKS,
                        names.block(),
                        size.examples(),
                        size.unit(),
                        size.work())
                .build();
    }

    /** The most floats that an example takes in any one of the caller's arrays: what the capacity is limited by. */
    long largestPort() {
        return largestPort(graph);
    }

    /** The most floats that an example takes in any one of the caller's arrays. */
    static long largestPort(Graph graph) {
        return ports(graph).mapToLong(Node::elements).max().orElse(1);
    }

    /** The inputs and the outputs. */
    static Stream<Node> ports(Graph graph) {
        return Stream.concat(graph.inputs().stream(), graph.outputs().stream().map(Graph.Output::node));
    }

    private MethodSpec run() {
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
        method.addCode(checks.rows());
        names.arrays().forEach(array -> method.addStatement("this.$1L = $1L", array));
        method.addStatement("blocks.calculate(count)");
        names.arrays().forEach(array -> method.addStatement("this.$L = null", array));
        return method.build();
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
                        "throw new $T($S$W.formatted(inputs.length, outputs.length))",
                        IllegalArgumentException.class,
                        takes + "%s and %s")
                .endControlFlow()
                .addStatement("run($L)", String.join(", ", arguments))
                .build();
    }

    private static String counted(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
