package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.RowProgram;
import org.nnlang.compiler.memory.Place;
import org.nnlang.compiler.memory.Plan;
import org.nnlang.compiler.model.Weight;

/** The Java of each step's work on {@code count} examples, which begin at {@code first} where it has such an argument. */
final class StepBodies {
    private final Plan plan;
    private final ModelNames names;
    private final WeightFields weights;
    private final Functions functions;
    private final Map<Weight, String> unpacked = new LinkedHashMap<>();
    private final ExamplePlaces places;
    private final GradientSteps gradientSteps;

    /** Prepares the steps of a session. */
    StepBodies(Plan plan, ModelNames names, WeightFields weights, Functions functions, ExamplePlaces places) {
        this.plan = plan;
        this.names = names;
        this.weights = weights;
        this.functions = functions;
        this.places = places;
        this.gradientSteps = new GradientSteps(names, weights, this::array, this::examples, this::unpacked);
    }

    /** The steps that only gradients have. */
    GradientSteps gradientSteps() {
        return gradientSteps;
    }

    /** Adds the arrays of packed weights that are read element by element. */
    void addUnpacked(TypeSpec.Builder type) {
        unpacked.forEach((weight, field) ->
                type.addField(FieldSpec.builder(float[].class, field, Modifier.PRIVATE, Modifier.FINAL)
                        .initializer("new float[$L]", weight.shape().elements())
                        .build()));
    }

    CodeBlock write(Node node) {
        Op op = node.op();
        if (op instanceof Op.FusedDense dense) {
            return dense(node, dense);
        }
        if (node.isAccumulation()) {
            return gradientSteps.write(node);
        }
        requireIndexes(node);
        if (op instanceof Op.Map) {
            return loops(node, LoopPlan.program(op).orElseThrow(), node.rows(), node.width());
        }
        if (op instanceof Op.RowFormula formula) {
            RowProgram program = formula.program();
            int row = program.operands().indexOf(Broadcast.ELEMENT);
            Node shaped = row < 0 ? node : node.input(row);
            return loops(node, program, shaped.rows(), shaped.width());
        }
        if (op instanceof Op.Load) {
            return load(node);
        }
        return GradientSteps.isOne(op)
                ? gradientSteps.write(node)
                : new RowSteps(node, names.locals(), this::array, this::examples).write();
    }

    /** The Java of the array that holds a value. */
    CodeBlock array(Node node) {
        Place place = plan.place(node);
        if (place instanceof Place.InputArray input) {
            return CodeBlock.of("$L", names.inputs().get(input.index()));
        }
        return place instanceof Place.OutputArray output
                ? CodeBlock.of("$L", names.outputs().get(output.index()))
                : CodeBlock.of("buffer$L", ((Place.Slot) place).index());
    }

    /** Where the examples are in the array that holds a value. */
    ExampleRange examples(Node node) {
        return places.in(plan.place(node));
    }

    /** Whether a step has to be told where its examples begin. */
    boolean needsFirst(Node node) {
        boolean writes = !node.isAccumulation() && examples(node).fromFirst();
        return writes
                || node.inputs().stream()
                        .anyMatch(input -> !input.isWeight() && examples(input).fromFirst());
    }

    /** All arrays of a loop have the same indexes: it may not mix buffers, where a block begins at 0, with ports. */
    private void requireIndexes(Node node) {
        for (Node input : node.inputs()) {
            if (!(node.op() instanceof Op.Copy)
                    && !input.isWeight()
                    && !examples(input).equals(examples(node))) {
                throw new IllegalStateException(node + " needs " + input + " in an array like its own");
            }
        }
    }

    private CodeBlock dense(Node node, Op.FusedDense dense) {
        CodeBlock bias = dense.bias() ? CodeBlock.of("$L.values()", storage(node.input(2))) : CodeBlock.of("null");
        RowProgram program = dense.function();
        CodeBlock function = CodeBlock.of("$L", program == null ? "null" : functions.constant(program));
        Node x = node.input(1);
        CodeBlock rows = ElementLoops.times("count", x.rows());
        CodeBlock ranges = needsFirst(node)
                ? CodeBlock.of(
                        "$L,$W$L,$W$L,$W$L,$W$L",
                        array(x),
                        examples(x).begin(x.rows()),
                        array(node),
                        examples(node).begin(x.rows()),
                        rows)
                : CodeBlock.of("$L,$W$L,$W$L", array(x), array(node), rows);
        return CodeBlock.builder()
                .addStatement(
                        "model.kernels.dense(workspace,$W$L,$W$L,$W$L,$W$L)",
                        storage(node.input(0)),
                        bias,
                        function,
                        ranges)
                .build();
    }

    private CodeBlock loops(Node node, RowProgram program, long rows, int width) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            Node input = node.input(i);
            String name =
                    JavaNames.variableName(input.name().substring(input.name().lastIndexOf('.') + 1));
            CodeBlock array = input.isWeight() ? CodeBlock.of("$L.values()", storage(input)) : array(input);
            sources.add(new Source(name, array, program.operands().get(i), input.isWeight()));
        }
        NameScope locals = names.locals();
        return new ElementLoops(
                        functions.formulas(), locals, program, sources, array(node), examples(node), rows, width)
                .write();
    }

    private CodeBlock load(Node node) {
        Weight weight = ((Op.Weight) node.input(0).op()).weight();
        NameScope locals = names.locals();
        String example = locals.take("example");
        CodeBlock values = CodeBlock.of("$L.values()", storage(node.input(0)));
        CodeBlock.Builder code = CodeBlock.builder();
        if (weights.isPacked(weight)) {
            String field = unpacked(weight);
            code.addStatement("$L.read($L)", storage(node.input(0)), field);
            values = CodeBlock.of("$L", field);
        }
        return code.beginControlFlow("$L", examples(node).loop(example, 1))
                .addStatement(
                        "$T.arraycopy($L, 0, $L, $L, $L)",
                        System.class,
                        values,
                        array(node),
                        ElementLoops.times(example, node.elements()),
                        node.elements())
                .endControlFlow()
                .build();
    }

    /** The session's array for the elements of a packed weight. */
    private String unpacked(Weight weight) {
        return unpacked.computeIfAbsent(weight, each -> names.takeField(each.path() + ".unpacked"));
    }

    private CodeBlock storage(Node weight) {
        return CodeBlock.of("model.$L", weights.storage(((Op.Weight) weight.op()).weight()));
    }
}
