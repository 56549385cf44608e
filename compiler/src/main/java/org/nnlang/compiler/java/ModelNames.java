package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private static final Set<String> OF_MODELS = Set.of("name", "inputs", "outputs", "parameters", "summary");
    /** Names of arguments, locals and fields in methods that also have the ports' names. */
    private static final Set<String> BESIDE_PORTS = Set.of(
            "count", "session", "model", "capacity", "workspace", "kernels", "parameters", "idle", "inputs", "outputs");

    private static final Set<String> OF_SESSIONS = Set.of("run", "capacity", "equals", "requireRows", "requireExample");
    private static final Set<String> TYPES = Set.of(
            "Session",
            "Output",
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

    private final ClassName type;
    private final ClassName session;
    private final ClassName output;
    private final List<String> inputs;
    private final List<String> outputs;
    private final NameScope types;
    private final NameScope fields = new NameScope(BESIDE_PORTS);
    private final NameScope accessors;
    private final NameScope methods;
    private final Set<String> functions = new HashSet<>();

    ModelNames(CheckedModel model) {
        this.type = ClassName.get(model.packageName(), JavaNames.className(model.name()));
        Set<String> takenTypes = new HashSet<>(TYPES);
        RuntimeTypes.all().forEach(each -> takenTypes.add(each.simpleName()));
        takenTypes.add(type.simpleName());
        this.types = new NameScope(takenTypes);
        this.session = nested("Session");
        this.output = nested("Output");
        NameScope ports = new NameScope(BESIDE_PORTS);
        List<String> takenByOutputs = new ArrayList<>(OF_OBJECTS);
        takenByOutputs.add("forward");
        if (model.inputs().isEmpty()) {
            takenByOutputs.addAll(OF_MODELS);
        }
        takenByOutputs.forEach(ports::take);
        this.inputs = takeAll(model.inputs(), ports);
        this.outputs = takeAll(model.outputs(), ports);
        this.accessors = new NameScope(OF_OBJECTS);
        OF_MODELS.forEach(accessors::take);
        accessors.take("newSession");
        if (model.inputs().isEmpty()) {
            accessors.take("forward");
            outputs.forEach(accessors::take);
        }
        this.methods = new NameScope(OF_OBJECTS);
        OF_SESSIONS.forEach(methods::take);
    }

    private ClassName nested(String name) {
        return type.nestedClass(type.simpleName().equals(name) ? name + "_" : name);
    }

    private static List<String> takeAll(List<CheckedModel.Port> ports, NameScope scope) {
        return ports.stream()
                .map(port -> scope.takePublic(JavaNames.variableName(port.name())))
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
        NameScope scope = new NameScope(BESIDE_PORTS);
        inputs.forEach(scope::take);
        outputs.forEach(scope::take);
        return scope;
    }
}
