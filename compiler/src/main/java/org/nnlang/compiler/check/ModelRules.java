package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.ComponentDeclaration;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.Stage;
import org.nnlang.compiler.ast.Statement;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;

/** Evaluates one `model` declaration with the defaults of its parameters: a {@link CheckedModel}, or errors. */
final class ModelRules {
    /** What a model is built from: its block, and the arguments that an alias gives. */
    private record Source(Symbol symbol, List<Statement> statements, Map<String, Meaning> arguments) {}

    private final Evaluator evaluator;
    private final Diagnostics diagnostics;

    ModelRules(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.evaluator = new Evaluator(diagnostics);
    }

    /** The checked model, or null where errors were reported. */
    @Nullable
    CheckedModel check(Symbol symbol) {
        try {
            Source source = source(symbol);
            CheckedModel model = build(symbol, source);
            if (model.steps().isEmpty()) {
                diagnostics.report(Diagnostic.of(
                                Code.EMPTY_MODEL,
                                symbol.declaration().name().span(),
                                "model `" + symbol.name() + "` computes nothing",
                                "its outputs are its inputs")
                        .help("pipe the inputs through layers or functions"));
            }
            return model;
        } catch (CompilationException e) {
            diagnostics.report(e.diagnostic());
            return null;
        } catch (Poisoned e) {
            return null;
        }
    }

    /** Follows {@code model X = Y(...)} to the block of Y. */
    private Source source(Symbol symbol) {
        Symbol current = symbol;
        Map<String, Meaning> arguments = Map.of();
        while (true) {
            if (current.file().isBroken(current.name())) {
                throw new Poisoned();
            }
            ComponentDeclaration declaration = (ComponentDeclaration) current.declaration();
            if (declaration.statements() != null) {
                return new Source(current, declaration.statements(), arguments);
            }
            Expression expression = declaration.expression();
            if (expression == null) {
                throw new Poisoned();
            }
            Scope scope = new Scope(current.file(), null);
            evaluator.bindParameters(current, arguments, scope);
            Meaning meaning = evaluator.evaluate(expression, scope);
            if (!(meaning instanceof NetworkStage.Configured configured)) {
                throw Errors.of(
                        Code.NO_INPUT,
                        expression.span(),
                        "model `" + symbol.name() + "` has no inputs with shapes",
                        "this is " + meaning.description(),
                        "write a block: `model " + symbol.name() + " { input x: [784]  output y = x -> ... }`");
            }
            current = configured.symbol();
            arguments = configured.arguments();
        }
    }

    private CheckedModel build(Symbol symbol, Source source) {
        ComponentDeclaration declaration = (ComponentDeclaration) symbol.declaration();
        String documentation = declaration.documentation().isEmpty()
                ? source.symbol().declaration().documentation()
                : declaration.documentation();
        Instance root = new Instance(
                "",
                symbol.name(),
                symbol.file().packageName(),
                documentation,
                Components.argumentTexts(source.arguments()),
                declaration.name().span());
        Application application = new Application(root, true);
        Scope scope = new Scope(source.symbol().file(), application);
        evaluator.bindParameters(source.symbol(), source.arguments(), scope);

        List<CheckedModel.Port> inputs = new ArrayList<>();
        List<Meaning.Tensor> values = new ArrayList<>();
        boolean failed = false;
        for (Statement statement : source.statements()) {
            if (statement instanceof Statement.Input input) {
                try {
                    Shape shape = Shapes.evaluate(evaluator, input.shape(), scope);
                    Value value = new Value(input.name().text(), shape, input.span());
                    inputs.add(new CheckedModel.Port(value.name(), input.documentation(), value, input.span()));
                    values.add(new Meaning.Tensor(
                            new Term.ValueOf(value), input.shape().span(), Meaning.Tensor.Origin.DECLARED));
                } catch (CompilationException e) {
                    failed = true;
                    diagnostics.report(e.diagnostic());
                }
            }
        }
        if (failed) {
            throw new Poisoned();
        }
        inputs.forEach(input -> application.takeName(input.name(), input.span()));
        Map<String, Meaning.Tensor> outputs = evaluator
                .components()
                .body()
                .evaluate(
                        source.symbol(),
                        source.statements(),
                        values,
                        scope,
                        declaration.name().span(),
                        application);
        List<CheckedModel.Port> results = new ArrayList<>();
        for (Statement statement : source.statements()) {
            if (!(statement instanceof Statement.Output output)) {
                continue;
            }
            Meaning.Tensor tensor = outputs.get(output.name().text());
            if (tensor != null) {
                Value value = ((Term.ValueOf) tensor.term()).value();
                results.add(new CheckedModel.Port(output.name().text(), output.documentation(), value, output.span()));
            }
        }
        return new CheckedModel(
                symbol.file().packageName(),
                symbol.name(),
                documentation,
                form(source.statements()),
                inputs,
                results,
                root.freeze(),
                application.steps(),
                declaration.span());
    }

    /** A single pipe from the only input to the only output is sequential. */
    private static CheckedModel.Form form(List<Statement> statements) {
        List<Statement> essential = statements.stream()
                .filter(statement -> !(statement instanceof Statement.Require))
                .toList();
        boolean sequential = essential.size() == 2
                && essential.get(0) instanceof Statement.Input input
                && essential.get(1) instanceof Statement.Output output
                && output.value() instanceof Expression.Pipe pipe
                && isReference(pipe.stages().get(0), input.name().text());
        return sequential ? CheckedModel.Form.SEQUENTIAL : CheckedModel.Form.FUNCTIONAL;
    }

    private static boolean isReference(Stage stage, String name) {
        return stage.value() instanceof Expression.Reference reference
                && reference.name().text().equals(name);
    }
}
