package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.memory.Place;
import org.nnlang.compiler.memory.Plan;

/** The steps of a session: one method a node of the graph, and the calls in their order. */
final class StepMethods {
    private final Plan plan;
    private final ModelNames names;
    private final StepBodies bodies;
    private final List<Call> calls = new ArrayList<>();

    /**
     * A call of a step.
     *
     * @param node what it calculates
     * @param comment where the step comes from
     * @param method what it calls
     */
    record Call(Node node, String comment, CodeBlock code, MethodSpec method) {}

    /** The steps of all nodes. */
    StepMethods(Plan plan, ModelNames names, StepBodies bodies) {
        this(plan, names, bodies, node -> true);
    }

    /**
     * The steps of some nodes.
     *
     * @param includes tells which
     */
    StepMethods(Plan plan, ModelNames names, StepBodies bodies, Predicate<Node> includes) {
        this.plan = plan;
        this.names = names;
        this.bodies = bodies;
        List<Node> steps = plan.graph().nodes().stream()
                .filter(StepMethods::works)
                .filter(includes)
                .toList();
        Map<String, Long> parts = steps.stream()
                .filter(node -> !node.isBackward())
                .collect(Collectors.groupingBy(node -> node.origin().path(), Collectors.counting()));
        for (Node node : steps) {
            String path = node.origin().path();
            boolean whole = node.op() instanceof Op.FusedDense || parts.getOrDefault(path, 0L) == 1;
            boolean takesPath = whole && !path.isEmpty() && !node.isBackward();
            add(node, names.takeStep(takesPath ? path : node.name()));
        }
    }

    /** The calls, in the order of the graph. */
    List<Call> calls() {
        return calls;
    }

    private static boolean works(Node node) {
        return !(node.op() instanceof Op.Input || node.op() instanceof Op.Weight || node.op() instanceof Op.Reshape);
    }

    /** Adds a step: called like its layer where it is all of it, else like its node. */
    private void add(Node node, String name) {
        Set<String> arrays = new LinkedHashSet<>();
        node.inputs().stream().filter(input -> !input.isWeight()).forEach(input -> addArray(arrays, input));
        if (!node.isAccumulation()) {
            addArray(arrays, node);
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
        arrays.forEach(array -> method.addParameter(float[].class, array));
        List<String> arguments = new ArrayList<>(arrays);
        if (bodies.needsFirst(node)) {
            method.addParameter(int.class, "first");
            arguments.add("first");
        }
        method.addParameter(int.class, "count").addCode(bodies.write(node));
        arguments.add("count");
        CodeBlock code = CodeBlock.of("$L($L)", name, String.join(", ", arguments));
        calls.add(new Call(node, StepComments.of(node), code, method.build()));
    }

    private void addArray(Set<String> arrays, Node node) {
        Place place = plan.place(node);
        if (place instanceof Place.InputArray input) {
            arrays.add(names.inputs().get(input.index()));
        } else if (place instanceof Place.OutputArray output) {
            arrays.add(names.outputs().get(output.index()));
        }
    }
}
