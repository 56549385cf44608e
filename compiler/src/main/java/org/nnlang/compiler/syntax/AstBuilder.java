package org.nnlang.compiler.syntax;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.ast.ComponentDeclaration;
import org.nnlang.compiler.ast.ConstantDeclaration;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Import;
import org.nnlang.compiler.ast.InitializerDeclaration;
import org.nnlang.compiler.ast.Parameter;
import org.nnlang.compiler.ast.QualifiedName;
import org.nnlang.compiler.ast.ShapeNode;
import org.nnlang.compiler.ast.Statement;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.grammar.NnParser.ComponentContext;
import org.nnlang.grammar.NnParser.ConstantContext;
import org.nnlang.grammar.NnParser.DeclarationContext;
import org.nnlang.grammar.NnParser.ExpressionContext;
import org.nnlang.grammar.NnParser.FileContext;
import org.nnlang.grammar.NnParser.FunctionContext;
import org.nnlang.grammar.NnParser.InitializerContext;
import org.nnlang.grammar.NnParser.InputStatementContext;
import org.nnlang.grammar.NnParser.LetStatementContext;
import org.nnlang.grammar.NnParser.OutputStatementContext;
import org.nnlang.grammar.NnParser.ParameterContext;
import org.nnlang.grammar.NnParser.ParametersContext;
import org.nnlang.grammar.NnParser.QualifiedNameContext;
import org.nnlang.grammar.NnParser.RequireStatementContext;
import org.nnlang.grammar.NnParser.ShapeContext;
import org.nnlang.grammar.NnParser.StatementContext;
import org.nnlang.grammar.NnParser.WeightStatementContext;

/** Makes the tree of a file that parses: its declarations and statements; {@link ExpressionBuilder} makes what stands in them. */
final class AstBuilder {
    private static final int DOCUMENTATION_CHANNEL = 2;
    private static final String DOCUMENTATION_MARK = "///";

    private final Tokens tokens;
    private final CommonTokenStream stream;
    private final Places places;
    private final ExpressionBuilder expressions;

    AstBuilder(Tokens tokens, CommonTokenStream stream, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.stream = stream;
        this.places = new Places(tokens, diagnostics);
        this.expressions = new ExpressionBuilder(places);
    }

    CompilationUnit file(FileContext file) {
        return new CompilationUnit(
                tokens.file(),
                file.packageClause() == null
                        ? null
                        : qualifiedName(file.packageClause().qualifiedName()),
                file.importClause().stream()
                        .map(clause -> new Import(
                                qualifiedName(clause.qualifiedName()),
                                clause.name() == null ? null : places.name(clause.name()),
                                places.span(clause)))
                        .toList(),
                file.declaration().stream().map(this::declaration).toList(),
                Set.of(),
                places.span(file),
                tokens.comments());
    }

    private QualifiedName qualifiedName(QualifiedNameContext name) {
        return new QualifiedName(name.name().stream().map(places::name).toList(), places.span(name));
    }

    private Declaration declaration(DeclarationContext declaration) {
        if (declaration instanceof ComponentContext component) {
            return component(component);
        }
        if (declaration instanceof FunctionContext function) {
            return new FunctionDeclaration(
                    documentation(function),
                    kind(function),
                    places.name(function.name()),
                    parameters(function.parameters()),
                    optional(function.expression()),
                    places.span(function));
        }
        if (declaration instanceof InitializerContext initializer) {
            return new InitializerDeclaration(
                    documentation(initializer),
                    places.name(initializer.name()),
                    parameters(initializer.parameters()),
                    optional(initializer.expression()),
                    places.span(initializer));
        }
        ConstantContext constant = (ConstantContext) declaration;
        return new ConstantDeclaration(
                documentation(constant),
                places.name(constant.name()),
                expressions.build(constant.expression()),
                places.span(constant));
    }

    private ComponentDeclaration component(ComponentContext component) {
        return new ComponentDeclaration(
                documentation(component),
                component.MODEL() != null ? ComponentDeclaration.Kind.MODEL : ComponentDeclaration.Kind.LAYER,
                places.name(component.name()),
                parameters(component.parameters()),
                component.block() == null
                        ? null
                        : component.block().statement().stream()
                                .map(this::statement)
                                .toList(),
                optional(component.expression()),
                places.span(component));
    }

    private static FunctionDeclaration.Kind kind(FunctionContext function) {
        if (function.ACTIVATION() != null) {
            return FunctionDeclaration.Kind.ACTIVATION;
        }
        return function.LOSS() != null ? FunctionDeclaration.Kind.LOSS : FunctionDeclaration.Kind.FUNCTION;
    }

    private List<Parameter> parameters(@Nullable ParametersContext parameters) {
        return parameters == null
                ? List.of()
                : parameters.parameter().stream().map(this::parameter).toList();
    }

    private Parameter parameter(ParameterContext parameter) {
        return new Parameter(
                places.name(parameter.name()),
                parameter.shape() == null ? null : shape(parameter.shape()),
                optional(parameter.expression()),
                places.span(parameter));
    }

    private ShapeNode shape(ShapeContext shape) {
        return new ShapeNode(
                shape.dimension().stream()
                        .map(dimension -> new ShapeNode.Dimension(
                                expressions.build(dimension.expression()), dimension.REST() != null))
                        .toList(),
                places.span(shape));
    }

    private @Nullable Expression optional(@Nullable ExpressionContext expression) {
        return expression == null ? null : expressions.build(expression);
    }

    private Statement statement(StatementContext statement) {
        if (statement instanceof InputStatementContext input) {
            return new Statement.Input(
                    documentation(input), places.name(input.name()), shape(input.shape()), places.span(input));
        }
        if (statement instanceof WeightStatementContext weight) {
            return new Statement.Weight(
                    documentation(weight),
                    weight.PARAM() != null,
                    places.name(weight.name()),
                    shape(weight.shape()),
                    expressions.build(weight.expression()),
                    places.span(weight));
        }
        if (statement instanceof LetStatementContext let) {
            return new Statement.Let(
                    documentation(let), places.name(let.name()), expressions.build(let.expression()), places.span(let));
        }
        if (statement instanceof OutputStatementContext output) {
            return new Statement.Output(
                    documentation(output),
                    places.name(output.name()),
                    output.shape() == null ? null : shape(output.shape()),
                    expressions.build(output.expression()),
                    places.span(output));
        }
        RequireStatementContext require = (RequireStatementContext) statement;
        return new Statement.Require(
                expressions.build(require.expression()),
                places.string(require.STRING().getSymbol()),
                places.span(require));
    }

    /** The text of the `///` lines above, joined by line feeds. */
    private String documentation(ParserRuleContext context) {
        List<Token> lines = stream.getHiddenTokensToLeft(context.start.getTokenIndex(), DOCUMENTATION_CHANNEL);
        return lines == null
                ? ""
                : lines.stream()
                        .map(line -> line.getText()
                                .substring(DOCUMENTATION_MARK.length())
                                .strip())
                        .collect(Collectors.joining("\n"));
    }
}
