package org.nnlang.compiler;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.AstPrinter;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.GraphBuilder;
import org.nnlang.compiler.graph.GraphPrinter;
import org.nnlang.compiler.java.JavaGenerator;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.ModelPrinter;
import org.nnlang.compiler.pass.PassList;
import org.nnlang.compiler.syntax.NnParser;

/** Prints one stage of a compilation: each room's own printer, for every file or model. */
final class StagePrinter {
    private StagePrinter() {}

    static String print(CompilationRequest request, Stage stage, @Nullable String model) {
        if (stage == Stage.AST) {
            return request.sources().stream()
                    .map(source -> AstPrinter.print(NnParser.parse(source, new Diagnostics())))
                    .collect(Collectors.joining("\n"));
        }
        List<CheckedModel> models = NnCompiler.compile(request).models();
        return models.stream()
                .filter(candidate -> model == null || candidate.name().equals(model))
                .map(candidate -> print(candidate, stage))
                .collect(Collectors.joining("\n"));
    }

    private static String print(CheckedModel model, Stage stage) {
        return switch (stage) {
            case AST -> throw new IllegalArgumentException("the AST is of files, not of models");
            case MODEL -> ModelPrinter.print(model);
            case GRAPH -> GraphPrinter.print(PassList.run(GraphBuilder.build(model)));
            case GRADIENT -> PassList.runForTraining(GraphBuilder.build(model)).toString();
            case PLAN ->
                NnCompiler.plan(PassList.run(GraphBuilder.build(model))).toString();
            case JAVA -> {
                Graph graph = PassList.run(GraphBuilder.build(model));
                yield JavaGenerator.generate(model, graph, NnCompiler.plan(graph), true)
                        .text();
            }
        };
    }
}
