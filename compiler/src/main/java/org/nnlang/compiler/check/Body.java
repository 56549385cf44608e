package org.nnlang.compiler.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.Identifier;
import org.nnlang.compiler.ast.Statement;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.InitialValue;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.model.Weight;
import org.nnlang.compiler.source.Span;

/**
 * The statements of a component's block, one after another.
 *
 * <p>An author's block goes on after an error, with the statement's name marked as broken, so that every independent error is
 * found; the standard library's stops at the first, which is the caller's.
 */
final class Body {
    private final Evaluator evaluator;

    Body(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * Evaluates a block.
     *
     * @param inputs what is piped in, in order
     * @param call where the component is used; for a model, its name
     * @return the outputs by name, in order
     */
    Map<String, Meaning.Tensor> evaluate(
            Symbol symbol,
            List<Statement> statements,
            List<Meaning.Tensor> inputs,
            Scope scope,
            Span call,
            Application application) {
        requireInputCount(symbol, statements, inputs, call);
        Map<String, Meaning.Tensor> outputs = new LinkedHashMap<>();
        int input = 0;
        boolean failed = false;
        for (Statement statement : statements) {
            Meaning.Tensor piped =
                    statement instanceof Statement.Input && input < inputs.size() ? inputs.get(input++) : null;
            try {
                evaluate(symbol, statement, piped, outputs, scope, call, application);
            } catch (CompilationException e) {
                if (symbol.inStandardLibrary()) {
                    throw e;
                }
                failed = true;
                evaluator.diagnostics().report(Blame.caller(e, symbol, call).diagnostic());
                markBroken(statement, scope);
            } catch (Poisoned e) {
                failed = true;
                markBroken(statement, scope);
            }
        }
        if (failed) {
            throw new Poisoned();
        }
        if (!symbol.inStandardLibrary()) {
            UnusedNames.report(statements, scope, evaluator.diagnostics());
        }
        return outputs;
    }

    private static void requireInputCount(
            Symbol symbol, List<Statement> statements, List<Meaning.Tensor> inputs, Span call) {
        long expected = statements.stream()
                .filter(statement -> statement instanceof Statement.Input)
                .count();
        if (expected != inputs.size()) {
            throw Errors.of(
                    Code.WRONG_NUMBER_OF_INPUTS,
                    call,
                    "`" + symbol.name() + "` takes " + count(expected) + ", got " + inputs.size(),
                    "takes " + count(expected),
                    inputs.size() > 1 && expected == 1
                            ? "join them first: `(a, b) -> Concat()`"
                            : "pipe a group into it: `(a, b) -> " + symbol.name() + "(...)`");
        }
    }

    private static String count(long values) {
        return values == 1 ? "one value" : values + " values";
    }

    private static void markBroken(Statement statement, Scope scope) {
        if (statement instanceof Statement.Input input) {
            scope.bindBroken(input.name().text());
        } else if (statement instanceof Statement.Let let) {
            scope.bindBroken(let.name().text());
        } else if (statement instanceof Statement.Output output) {
            scope.bindBroken(output.name().text());
        } else if (statement instanceof Statement.Weight weight) {
            scope.bindBroken(weight.name().text());
        }
    }

    private void evaluate(
            Symbol symbol,
            Statement statement,
            Meaning.@Nullable Tensor piped,
            Map<String, Meaning.Tensor> outputs,
            Scope scope,
            Span call,
            Application application) {
        if (statement instanceof Statement.Input input && piped != null) {
            if (!Shapes.match(evaluator, input.shape(), piped.shape(), scope)) {
                throw Shapes.differs(symbol.name(), input.shape(), piped, scope, call);
            }
            scope.bind(input.name().text(), piped);
        } else if (statement instanceof Statement.Weight weight) {
            weight(weight, scope, application, call);
        } else if (statement instanceof Statement.Let let) {
            let(let, scope, application);
        } else if (statement instanceof Statement.Output output) {
            output(output, outputs, scope, application);
        } else if (statement instanceof Statement.Require require) {
            Requirements.check(evaluator, require, scope, application);
        }
    }

    private void weight(Statement.Weight statement, Scope scope, Application application, Span call) {
        String name = statement.name().text();
        Shape shape = Shapes.evaluate(evaluator, statement.shape(), scope);
        Meaning initializer = evaluator.evaluateInitializer(statement.initializer(), scope);
        if (initializer instanceof Meaning.None none) {
            scope.bind(name, none);
            return;
        }
        Weight known = application.instance().weight(name);
        if (known == null) {
            Span place = statement.initializer().span();
            InitialValue initial = Initializers.resolve(evaluator, initializer, shape, place);
            known = new Weight(
                    application.instance().pathOf(name),
                    name,
                    shape,
                    statement.trainable(),
                    initial,
                    statement.documentation(),
                    statement.span());
            application.instance().add(known);
        } else if (!known.shape().equals(shape)) {
            throw Errors.of(
                    Code.INPUT_SHAPE_DIFFERS,
                    call,
                    "a shared layer keeps its shapes: `" + known.path() + "` is " + known.shape()
                            + ", here it would be " + shape,
                    "this use needs " + shape,
                    "pipe values of equal shape into both uses, or write the layer twice");
        }
        scope.bind(
                name,
                new Meaning.Tensor(new Term.WeightOf(known), statement.shape().span(), Meaning.Tensor.Origin.DECLARED));
    }

    private void let(Statement.Let statement, Scope scope, Application application) {
        String name = statement.name().text();
        Meaning meaning = evaluator.evaluate(statement.value(), scope);
        if (meaning instanceof Meaning.Tensor tensor) {
            scope.bind(name, materialized(tensor, name, statement.value().span(), application));
        } else if (meaning instanceof NetworkStage stage && !(stage instanceof NetworkStage.Named)) {
            scope.bind(
                    name, new NetworkStage.Named(name, stage, statement.name().span()));
        } else {
            scope.bind(name, meaning);
        }
    }

    private static Meaning.Tensor materialized(Meaning.Tensor tensor, String name, Span span, Application application) {
        Operators.term(tensor, span);
        Value value = application.compute(tensor.term(), name, Application.operationName(tensor.term()), false, span);
        return Components.tensor(value, tensor.origin(), tensor.how());
    }

    private void output(
            Statement.Output statement, Map<String, Meaning.Tensor> outputs, Scope scope, Application application) {
        Identifier name = statement.name();
        Meaning meaning = evaluator.evaluate(statement.value(), scope);
        Span span = statement.value().span();
        Meaning.Tensor tensor = meaning instanceof Meaning.Tensor known
                ? known
                : Meaning.Tensor.computed(outputTerm(meaning, span), span);
        Meaning.Tensor result = materialized(tensor, application.outputName(name.text()), span, application);
        if (statement.shape() != null) {
            Shape declared = Shapes.evaluate(evaluator, statement.shape(), scope);
            if (!declared.equals(result.shape())) {
                Diagnostic diagnostic = Diagnostic.of(
                        Code.OUTPUT_SHAPE_DIFFERS,
                        statement.shape().span(),
                        "output `" + name + "` is declared as " + declared + ", but is " + result.shape(),
                        "declared here");
                if (tensor.origin().file() == statement.span().file()) {
                    diagnostic = diagnostic.because(
                            tensor.origin(),
                            "this is " + result.shape() + ", " + tensor.how().text());
                }
                throw new CompilationException(diagnostic.help("make both the same, or leave the declared shape out"));
            }
        }
        scope.bind(name.text(), result);
        outputs.put(name.text(), result);
    }

    private static Term outputTerm(Meaning meaning, Span span) {
        if (meaning instanceof Meaning.Stage || meaning instanceof Meaning.FunctionValue) {
            throw Errors.of(
                    Code.WRONG_KIND,
                    span,
                    "an output needs a value, found " + meaning.description(),
                    "nothing is piped into this",
                    "begin with an input: `x -> ...`");
        }
        if (meaning instanceof Meaning.NumberValue) {
            throw Errors.of(
                    Code.WRONG_KIND, span, "an output needs a value that depends on an input", "this is a constant");
        }
        return Operators.term(meaning, span);
    }
}
