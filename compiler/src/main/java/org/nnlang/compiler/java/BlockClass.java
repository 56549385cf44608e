package org.nnlang.compiler.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.memory.Plan;

/** The class inside of a session that holds the buffers of one thread and runs the steps on a block of examples. */
final class BlockClass {
    private final Plan plan;
    private final ModelNames names;
    private final BufferFields buffers;
    private final StepBodies bodies;
    private final StepMethods steps;

    BlockClass(Plan plan, ModelNames names, WeightFields weights, Functions functions) {
        this.plan = plan;
        this.names = names;
        this.bodies = new StepBodies(plan, names, weights, functions, ExamplePlaces.OWN_BUFFERS);
        this.steps = new StepMethods(plan, names, bodies);
        this.buffers = new BufferFields(plan, names, "examples");
    }

    TypeSpec type() {
        ClassName block = names.block();
        TypeSpec.Builder type = TypeSpec.classBuilder(block)
                .addJavadoc("The buffers of one thread for a block of examples, and the steps.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.ROW_BLOCKS.nestedClass("Block"))
                .addField(FieldSpec.builder(RuntimeTypes.WORKSPACE, "workspace", Modifier.PRIVATE, Modifier.FINAL)
                        .initializer("model.kernels.workspace($L)", mostUnits())
                        .build());
        buffers.addFields(type);
        bodies.addUnpacked(type);
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "examples")
                .addCode(buffers.allocation())
                .build());
        buffers.methods().forEach(type::addMethod);
        StepRuns runs = new StepRuns(
                names,
                block,
                names.arrays(),
                List.of("first", "count"),
                steps.calls(),
                "steps",
                call -> CodeBlock.builder().addStatement(call.code()).build());
        type.addMethod(MethodSpec.methodBuilder("calculate")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(int.class, "first")
                .addParameter(int.class, "count")
                .addCode(runs.body())
                .build());
        type.addMethod(SessionClass.useThreads("workspace"));
        runs.addTo(type);
        return type.build();
    }

    private long mostUnits() {
        return plan.graph().nodes().stream()
                .filter(node -> node.op() instanceof Op.FusedDense)
                .mapToLong(node -> node.input(0).rows())
                .max()
                .orElse(0);
    }
}
