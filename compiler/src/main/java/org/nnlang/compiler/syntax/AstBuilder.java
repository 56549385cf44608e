package org.nnlang.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.ast.ComponentDeclaration;
import org.nnlang.compiler.ast.ConstantDeclaration;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Import;
import org.nnlang.compiler.ast.InitializerDeclaration;
import org.nnlang.compiler.ast.Parameter;
import org.nnlang.compiler.ast.QualifiedName;
import org.nnlang.compiler.ast.ShapeNode;
import org.nnlang.compiler.ast.Statement;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;
import org.nnlang.grammar.NnParser.BlockContext;
import org.nnlang.grammar.NnParser.ComponentContext;
import org.nnlang.grammar.NnParser.ConstantContext;
import org.nnlang.grammar.NnParser.DeclarationContext;
import org.nnlang.grammar.NnParser.FileContext;
import org.nnlang.grammar.NnParser.FunctionContext;
import org.nnlang.grammar.NnParser.ImportClauseContext;
import org.nnlang.grammar.NnParser.InitializerContext;
import org.nnlang.grammar.NnParser.InputStatementContext;
import org.nnlang.grammar.NnParser.LetStatementContext;
import org.nnlang.grammar.NnParser.OutputStatementContext;
import org.nnlang.grammar.NnParser.PackageClauseContext;
import org.nnlang.grammar.NnParser.ParametersContext;
import org.nnlang.grammar.NnParser.QualifiedNameContext;
import org.nnlang.grammar.NnParser.RequireStatementContext;
import org.nnlang.grammar.NnParser.ShapeContext;
import org.nnlang.grammar.NnParser.StatementContext;
import org.nnlang.grammar.NnParser.WeightStatementContext;

/** Parse tree to AST: declarations and statements here, expressions in {@link ExpressionBuilder}. */
final class AstBuilder {
    private static final int DOCUMENTATION_CHANNEL = 2;
    private static final int MARKER = "///".length();

    private final SourceFile file;
    private final CommonTokenStream tokens;
    private final ExpressionBuilder expressions;

    AstBuilder(Lexed lexed, CommonTokenStream tokens) {
        this.file = lexed.file();
        this.tokens = tokens;
        this.expressions = new ExpressionBuilder(file, lexed.offsets());
    }

    CompilationUnit file(FileContext tree) {
        List<Import> imports = tree.importClause().stream().map(this::importOf).toList();
        List<Declaration> declarations =
                tree.declaration().stream().map(this::declaration).toList();
        Span whole = new Span(file, 0, file.text().length());
        return new CompilationUnit(file, packageName(tree.packageClause()), imports, declarations, Set.of(), whole);
    }

    @Nullable
    QualifiedName packageName(@Nullable PackageClauseContext clause) {
        return clause == null ? null : qualifiedName(clause.qualifiedName());
    }

    Import importOf(ImportClauseContext clause) {
        return new Import(
                qualifiedName(clause.qualifiedName()),
                clause.name() == null ? null : expressions.name(clause.name()),
                expressions.span(clause));
    }

    private QualifiedName qualifiedName(QualifiedNameContext tree) {
        return new QualifiedName(tree.name().stream().map(expressions::name).toList(), expressions.span(tree));
    }

    Declaration declaration(DeclarationContext tree) {
        Span span = expressions.span(tree);
        String documentation = documentation(tree);
        if (tree instanceof ComponentContext component) {
            return new ComponentDeclaration(
                    documentation,
                    component.MODEL() != null ? ComponentDeclaration.Kind.MODEL : ComponentDeclaration.Kind.LAYER,
                    expressions.name(component.name()),
                    parameters(component.parameters()),
                    component.block() == null ? null : statements(component.block()),
                    expressions.optional(component.expression()),
                    span);
        }
        if (tree instanceof FunctionContext function) {
            return new FunctionDeclaration(
                    documentation,
                    kind(function),
                    expressions.name(function.name()),
                    parameters(function.parameters()),
                    expressions.optional(function.expression()),
                    span);
        }
        if (tree instanceof InitializerContext initializer) {
            return new InitializerDeclaration(
                    documentation,
                    expressions.name(initializer.name()),
                    parameters(initializer.parameters()),
                    expressions.optional(initializer.expression()),
                    span);
        }
        ConstantContext constant = (ConstantContext) tree;
        return new ConstantDeclaration(
                documentation, expressions.name(constant.name()), expressions.build(constant.expression()), span);
    }

    private static FunctionDeclaration.Kind kind(FunctionContext function) {
        if (function.ACTIVATION() != null) {
            return FunctionDeclaration.Kind.ACTIVATION;
        }
        return function.LOSS() != null ? FunctionDeclaration.Kind.LOSS : FunctionDeclaration.Kind.FUNCTION;
    }

    private List<Parameter> parameters(@Nullable ParametersContext tree) {
        if (tree == null) {
            return List.of();
        }
        return tree.parameter().stream()
                .map(parameter -> new Parameter(
                        expressions.name(parameter.name()),
                        parameter.shape() == null ? null : shape(parameter.shape()),
                        expressions.optional(parameter.expression()),
                        expressions.span(parameter)))
                .toList();
    }

    private ShapeNode shape(ShapeContext tree) {
        return new ShapeNode(
                tree.dimension().stream()
                        .map(dimension -> new ShapeNode.Dimension(
                                expressions.build(dimension.expression()), dimension.REST() != null))
                        .toList(),
                expressions.span(tree));
    }

    private List<Statement> statements(BlockContext block) {
        return block.statement().stream().map(this::statement).toList();
    }

    private Statement statement(StatementContext tree) {
        Span span = expressions.span(tree);
        String documentation = documentation(tree);
        if (tree instanceof InputStatementContext input) {
            return new Statement.Input(documentation, expressions.name(input.name()), shape(input.shape()), span);
        }
        if (tree instanceof WeightStatementContext weight) {
            return new Statement.Weight(
                    documentation,
                    weight.PARAM() != null,
                    expressions.name(weight.name()),
                    shape(weight.shape()),
                    expressions.build(weight.expression()),
                    span);
        }
        if (tree instanceof LetStatementContext let) {
            return new Statement.Let(
                    documentation, expressions.name(let.name()), expressions.build(let.expression()), span);
        }
        if (tree instanceof OutputStatementContext output) {
            return new Statement.Output(
                    documentation,
                    expressions.name(output.name()),
                    output.shape() == null ? null : shape(output.shape()),
                    expressions.build(output.expression()),
                    span);
        }
        RequireStatementContext require = (RequireStatementContext) tree;
        return new Statement.Require(
                expressions.build(require.expression()),
                expressions.string(require.STRING().getSymbol()),
                span);
    }

    /** The text of the `///` lines directly before a declaration, each without its marker and one space. */
    private String documentation(ParserRuleContext tree) {
        List<Token> hidden = tokens.getHiddenTokensToLeft(tree.start.getTokenIndex(), DOCUMENTATION_CHANNEL);
        if (hidden == null) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        for (Token token : hidden) {
            String line = token.getText().substring(MARKER);
            lines.add((line.startsWith(" ") ? line.substring(1) : line).stripTrailing());
        }
        return String.join("\n", lines);
    }
}
