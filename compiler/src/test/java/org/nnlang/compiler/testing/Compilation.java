package org.nnlang.compiler.testing;

import java.util.Map;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.gradient.TrainingGraph;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.GraphBuilder;
import org.nnlang.compiler.java.JavaGenerator;
import org.nnlang.compiler.memory.Plan;
import org.nnlang.compiler.memory.Planner;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.pass.PassList;
import org.nnlang.runtime.Model;

/** Everything that is made of one checked model. */
public record Compilation(
        CheckedModel model,
        Graph graph,
        Plan plan,
        CompilationResult.JavaFile file,
        TrainingGraph training,
        CompilationResult.JavaFile gradients) {
    /** Runs the stages after the checker. */
    public static Compilation of(CheckedModel model) {
        Graph graph = PassList.run(GraphBuilder.build(model));
        Plan plan = Planner.plan(PassList.forBlocks(graph));
        TrainingGraph training = PassList.runForTraining(GraphBuilder.build(model));
        return new Compilation(
                model,
                graph,
                plan,
                JavaGenerator.generate(model, graph, plan, true),
                training,
                JavaGenerator.generateGradients(model, graph, training, Planner.planShared(training.graph())));
    }

    /** The class files, by binary name. */
    public Map<String, byte[]> classes() {
        return InMemoryJavac.compile(Map.of(file.path(), file.text(), gradients.path(), gradients.text()));
    }

    /** The generated class. */
    public Class<?> load() throws ReflectiveOperationException {
        String name = file.path().replace(".java", "").replace('/', '.');
        return InMemoryJavac.load(classes()).loadClass(name);
    }

    /** A model with fresh weights. */
    public Model create(long seed) throws ReflectiveOperationException {
        return (Model) load().getMethod("create", long.class).invoke(null, seed);
    }
}
