package org.nnlang.compiler;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.check.Checker;
import org.nnlang.compiler.check.DeclaredFunctions;
import org.nnlang.compiler.check.LossRules;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.gradient.TrainingGraph;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.GraphBuilder;
import org.nnlang.compiler.java.JavaGenerator;
import org.nnlang.compiler.java.LossGenerator;
import org.nnlang.compiler.library.FileScope;
import org.nnlang.compiler.library.LibraryPath;
import org.nnlang.compiler.library.Linker;
import org.nnlang.compiler.lint.FunctionLint;
import org.nnlang.compiler.memory.Plan;
import org.nnlang.compiler.memory.Planner;
import org.nnlang.compiler.model.CheckedLoss;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.pass.LossProgramBuilder;
import org.nnlang.compiler.pass.PassList;

/**
 * The compiler, one line a stage; each stage is a room of its own, and prints what it made.
 *
 * <ol>
 *   <li>{@code source}: files to text. {@code syntax}: text to tokens, parse tree and {@code ast}, what was written.
 *   <li>{@code library}: imports, the standard library, files in jars: what each name of a file stands for.
 *   <li>{@code check}: the AST to the checked {@code model}, what was meant: parameters bound, shapes known.
 *   <li>{@code lint}: functions tried at telling numbers, and what to be warned of.
 *   <li>{@code graph}: the model to a graph, what is computed. {@code gradient}: the graph with its derivatives. {@code pass}: the
 *       graph simplified and fused.
 *   <li>{@code memory}: the graph to a plan of its arrays.
 *   <li>{@code java}: the plan to Java source.
 * </ol>
 *
 * <p>{@code diagnostic} is what all of them say of bad input. {@code explain} writes formulas and derivatives for people.
 */
public final class NnCompiler {
    private NnCompiler() {}

    /** Compiles every file of a request; never throws on bad input, whose errors are in the result. */
    public static CompilationResult compile(CompilationRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        List<FileScope> files = new Linker(diagnostics, new LibraryPath(request.libraries())).link(request.sources());
        List<CheckedModel> models = Checker.check(files, diagnostics);
        if (diagnostics.hasErrors()) {
            return new CompilationResult(diagnostics.all(), List.of(), List.of(), List.of());
        }
        FunctionLint lint = new FunctionLint(diagnostics, request.training());
        files.forEach(file -> DeclaredFunctions.of(file).forEach(lint::check));
        List<CompilationResult.JavaFile> javaFiles = new ArrayList<>();
        for (CheckedModel model : models) {
            generate(model, request.training(), javaFiles);
        }
        List<CheckedLoss> losses = new ArrayList<>();
        if (request.training()) {
            for (FileScope file : files) {
                for (CheckedLoss loss : LossRules.check(file, diagnostics)) {
                    generate(loss, losses, javaFiles, diagnostics);
                }
            }
        }
        return new CompilationResult(diagnostics.all(), models, losses, javaFiles);
    }

    private static void generate(CheckedModel model, boolean training, List<CompilationResult.JavaFile> files) {
        Graph graph = GraphBuilder.build(model);
        Graph fused = PassList.run(graph);
        files.add(JavaGenerator.generate(model, fused, plan(fused), training));
        if (training) {
            TrainingGraph derived = PassList.runForTraining(graph);
            files.add(JavaGenerator.generateGradients(model, fused, derived, Planner.planShared(derived.graph())));
        }
    }

    /** The memory of the session of a graph that all passes ran on. */
    static Plan plan(Graph fused) {
        return Planner.plan(PassList.forBlocks(fused));
    }

    private static void generate(
            CheckedLoss loss,
            List<CheckedLoss> generated,
            List<CompilationResult.JavaFile> files,
            Diagnostics diagnostics) {
        Graph graph = PassList.runForLoss(GraphBuilder.build(loss));
        LossProgramBuilder.build(graph, reason -> diagnostics.report(LossRules.withoutClass(loss, reason)))
                .ifPresent(program -> {
                    generated.add(loss);
                    files.add(LossGenerator.generate(loss, program, loss.packageName()));
                });
    }

    /**
     * Prints one stage of the compilation of a sound request as stable text.
     *
     * @param model the name of the model to print, or null for all
     */
    public static String print(CompilationRequest request, Stage stage, @Nullable String model) {
        return StagePrinter.print(request, stage, model);
    }
}
