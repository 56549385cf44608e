package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.nnlang.compiler.gradient.TrainingGraph;
import org.nnlang.compiler.model.CheckedModel;

/**
 * The names of one generated class: chosen once, so that none meets another one or one of Java's.
 *
 * <p>A name that the program chose and that is taken gets an underscore at its end; a name that the generator chose gets a number.
 */
final class ModelNames {
    /** Methods that every object has without arguments, which is also what a record cannot call its parts. */
    private static final Set<String> OF_OBJECTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private static final Set<String> OF_MODELS =
            Set.of("name", "inputs", "outputs", "parameters", "summary", "gradients");
    /** Names of arguments, fields and methods of the classes of gradients. */
    private static final Set<String> OF_GRADIENTS = Set.of(
            "forward",
            "backward",
            "gradients",
            "logits",
            "atLogits",
            "seed",
            "observer",
            "observe",
            "observed",
            "drops",
            "derives",
            "transposed",
            "weightGradients",
            "predict",
            "calculate");
    /** Names of arguments, locals and fields in methods that also have the ports' names. */
    private static final Set<String> BESIDE_PORTS = Set.of(
            "first",
            "blocks",
            "count",
            "session",
            "model",
            "capacity",
            "workspace",
            "kernels",
            "parameters",
            "idle",
            "inputs",
            "outputs");

    private static final Set<String> OF_SESSIONS =
            Set.of("run", "calculate", "capacity", "useThreads", "equals", "requireRows", "requireExample");
    private static final Set<String> TYPES = Set.of(
            "Session",
            "Output",
            "Block",
            "System",
            "String",
            "Math",
            "Override",
            "Object",
            "Integer",
            "Float",
            "SuppressWarnings",
            "IllegalArgumentException",
            "Path",
            "IOException",
            "List",
            "ArrayList",
            "AtomicReference");

    /** What sessions call their own arrays. */
    private static final Pattern BUFFER = Pattern.compile("buffer[0-9]+");

    private final String modelName;
    private final ClassName type;
    private final ClassName session;
    private final ClassName output;
    private final List<String> inputs;
    private final List<String> outputs;
    private final NameScope types;
    private final Set<String> besidePorts;
    private final NameScope fields;
    private final NameScope accessors;
    private final NameScope methods;
    private final Set<String> functions = new HashSet<>();

    /** The names of a model's class. */
    ModelNames(CheckedModel model) {
        this(model, "", portNames(model.inputs()), portNames(model.outputs()), Set.of());
    }

    /** The names of the class of a model's gradients. */
    ModelNames(CheckedModel model, TrainingGraph training) {
        this(model, "Gradients", gradientInputs(model), outputsWithLogits(model, training), OF_GRADIENTS);
    }

    private static List<String> portNames(List<CheckedModel.Port> ports) {
        return ports.stream().map(CheckedModel.Port::name).toList();
    }

    private static List<String> gradientInputs(CheckedModel model) {
        List<String> names = new ArrayList<>(portNames(model.inputs()));
        model.outputs().forEach(output -> names.add(output.name() + ".gradient"));
        return names;
    }

    private static List<String> outputsWithLogits(CheckedModel model, TrainingGraph training) {
        List<String> names = new ArrayList<>(portNames(model.outputs()));
        for (int i = 0; i < model.outputs().size(); i++) {
            if (training.logits(i) >= 0) {
                names.add(model.outputs().get(i).name() + ".logits");
            }
        }
        return names;
    }

    private ModelNames(
            CheckedModel model,
            String suffix,
            List<String> inputs,
            List<String> outputs,
            Set<String> takenBesidePorts) {
        this.modelName = JavaNames.className(model.name());
        this.type = ClassName.get(model.packageName(), modelName + suffix);
        Set<String> takenTypes = new HashSet<>(TYPES);
        RuntimeTypes.all().forEach(each -> takenTypes.add(each.simpleName()));
        takenTypes.add(modelName);
        takenTypes.add(type.simpleName());
        this.types = new NameScope(takenTypes);
        this.session = nested("Session");
        this.output = nested("Output");
        this.besidePorts = new HashSet<>(BESIDE_PORTS);
        this.besidePorts.addAll(takenBesidePorts);
        this.fields = new NameScope(besidePorts);
        NameScope ports = new NameScope(besidePorts);
        List<String> takenByOutputs = new ArrayList<>(OF_OBJECTS);
        takenByOutputs.add("forward");
        if (model.inputs().isEmpty()) {
            takenByOutputs.addAll(OF_MODELS);
        }
        takenByOutputs.forEach(ports::take);
        this.inputs = takeAll(inputs, ports);
        this.outputs = takeAll(outputs, ports);
        this.accessors = new NameScope(OF_OBJECTS);
        OF_MODELS.forEach(accessors::take);
        accessors.take("newSession");
        if (model.inputs().isEmpty()) {
            accessors.take("forward");
            this.outputs.forEach(accessors::take);
        }
        this.methods = new NameScope(OF_OBJECTS);
        OF_SESSIONS.forEach(methods::take);
        takenBesidePorts.forEach(methods::take);
    }

    private ClassName nested(String name) {
        return type.nestedClass(modelName.equals(name) ? name + "_" : name);
    }

    private static List<String> takeAll(List<String> ports, NameScope scope) {
        return ports.stream()
                .map(JavaNames::variableName)
                .peek(name -> {
                    if (BUFFER.matcher(name).matches()) {
                        scope.take(name);
                    }
                })
                .map(scope::takePublic)
                .toList();
    }

    /** The names that every object has taken for methods without arguments. */
    static NameScope ofObjects() {
        return new NameScope(OF_OBJECTS);
    }

    /** The generated class. */
    ClassName type() {
        return type;
    }

    /** Its session. */
    ClassName session() {
        return session;
    }

    /** What a session has for each thread. */
    ClassName block() {
        return session.nestedClass(modelName.equals("Block") ? "Block_" : "Block");
    }

    /** The record of all outputs. */
    ClassName output() {
        return output;
    }

    /** The arguments that take the inputs, in order. */
    List<String> inputs() {
        return inputs;
    }

    /** The outputs, in order: methods, parts of the record, and arguments. */
    List<String> outputs() {
        return outputs;
    }

    /** The arguments that take the inputs and the outputs, in order. */
    List<String> arrays() {
        List<String> arrays = new ArrayList<>(inputs);
        arrays.addAll(outputs);
        return arrays;
    }

    /** A name for a nested type. */
    ClassName takeType(String name) {
        return type.nestedClass(types.takePublic(JavaNames.className(name)));
    }

    /** A name for a nested type that nobody sees. */
    ClassName takePrivateType(String name) {
        return type.nestedClass(types.take(JavaNames.className(name)));
    }

    /** A name for a field of the model. */
    String takeField(String name) {
        return fields.take(JavaNames.variableName(name));
    }

    /** A name for a constant of the model. */
    String takeConstant(String name) {
        return fields.take(JavaNames.constantName(name));
    }

    /** A name for a method without arguments that gives a layer. */
    String takeAccessor(String name) {
        return accessors.takePublic(JavaNames.methodName(name));
    }

    /** A name for a method that only the generated class calls. */
    String takeMethod(String name) {
        return methods.take(JavaNames.methodName(name));
    }

    /** A name for a step, which is often called like the function that it applies. */
    String takeStep(String name) {
        String method = JavaNames.methodName(name);
        return methods.take(functions.contains(method) ? method + "Step" : method);
    }

    /** A name for a function of numbers. */
    String takeFunction(String name) {
        String method = takeMethod(name);
        functions.add(method);
        return method;
    }

    /** A scope for the locals of a method that has arguments named like the ports. */
    NameScope locals() {
        NameScope scope = new NameScope(besidePorts);
        inputs.forEach(scope::take);
        outputs.forEach(scope::take);
        return scope;
    }
}
