package org.nnlang.compiler.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.nnlang.compiler.ast.*;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;
import org.nnlang.grammar.NnParser.*;

/** Temp. */
final class AstBuilder {
    private final SourceFile file;
    private final CommonTokenStream tokens;

    AstBuilder(SourceFile file, CommonTokenStream tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    Span span(ParserRuleContext c) {
        return new Span(
                file, c.start.getStartIndex(), c.stop == null ? c.start.getStartIndex() : c.stop.getStopIndex() + 1);
    }

    Span span(Token t) {
        return new Span(file, t.getStartIndex(), t.getStopIndex() + 1);
    }

    CompilationUnit file(FileContext f) {
        List<Import> imports = new ArrayList<>();
        for (var i : f.importClause()) {
            imports.add(new Import(qualified(i.qualifiedName()), i.name() == null ? null : name(i.name()), span(i)));
        }
        List<Declaration> declarations = new ArrayList<>();
        for (var d : f.declaration()) {
            declarations.add(declaration(d));
        }
        return new CompilationUnit(
                file,
                f.packageClause() == null ? null : qualified(f.packageClause().qualifiedName()),
                imports,
                declarations,
                Set.of(),
                span(f));
    }

    QualifiedName qualified(QualifiedNameContext q) {
        return new QualifiedName(q.name().stream().map(this::name).toList(), span(q));
    }

    Identifier name(ParserRuleContext n) {
        return new Identifier(n.getText().replace("`", ""), span(n));
    }

    Identifier name(Token n) {
        return new Identifier(n.getText().replace("`", ""), span(n));
    }

    String doc(ParserRuleContext c) {
        List<String> lines = new ArrayList<>();
        var hidden = tokens.getHiddenTokensToLeft(c.start.getTokenIndex(), 2);
        if (hidden != null) {
            for (Token t : hidden) {
                lines.add(t.getText().substring(3).strip());
            }
        }
        return String.join("\n", lines);
    }

    List<Parameter> parameters(@org.jspecify.annotations.Nullable ParametersContext p) {
        if (p == null) {
            return List.of();
        }
        return p.parameter().stream()
                .map(x -> new Parameter(
                        name(x.name()),
                        x.shape() == null ? null : shape(x.shape()),
                        x.expression() == null ? null : expression(x.expression()),
                        span(x)))
                .toList();
    }

    ShapeNode shape(ShapeContext s) {
        return new ShapeNode(
                s.dimension().stream()
                        .map(d -> new ShapeNode.Dimension(expression(d.expression()), d.REST() != null))
                        .toList(),
                span(s));
    }

    Declaration declaration(DeclarationContext d) {
        if (d instanceof ComponentContext c) {
            return new ComponentDeclaration(
                    doc(c),
                    c.MODEL() != null ? ComponentDeclaration.Kind.MODEL : ComponentDeclaration.Kind.LAYER,
                    name(c.name()),
                    parameters(c.parameters()),
                    c.block() == null
                            ? null
                            : c.block().statement().stream()
                                    .map(this::statement)
                                    .toList(),
                    c.expression() == null ? null : expression(c.expression()),
                    span(c));
        }
        if (d instanceof FunctionContext f) {
            return new FunctionDeclaration(
                    doc(f),
                    f.ACTIVATION() != null
                            ? FunctionDeclaration.Kind.ACTIVATION
                            : f.LOSS() != null ? FunctionDeclaration.Kind.LOSS : FunctionDeclaration.Kind.FUNCTION,
                    name(f.name()),
                    parameters(f.parameters()),
                    f.expression() == null ? null : expression(f.expression()),
                    span(f));
        }
        if (d instanceof InitializerContext i) {
            return new InitializerDeclaration(
                    doc(i),
                    name(i.name()),
                    parameters(i.parameters()),
                    i.expression() == null ? null : expression(i.expression()),
                    span(i));
        }
        ConstantContext k = (ConstantContext) d;
        return new ConstantDeclaration(doc(k), name(k.name()), expression(k.expression()), span(k));
    }

    Statement statement(StatementContext s) {
        if (s instanceof InputStatementContext i) {
            return new Statement.Input(doc(i), name(i.name()), shape(i.shape()), span(i));
        }
        if (s instanceof WeightStatementContext w) {
            return new Statement.Weight(
                    doc(w), w.PARAM() != null, name(w.name()), shape(w.shape()), expression(w.expression()), span(w));
        }
        if (s instanceof LetStatementContext l) {
            return new Statement.Let(doc(l), name(l.name()), expression(l.expression()), span(l));
        }
        if (s instanceof OutputStatementContext o) {
            return new Statement.Output(
                    doc(o),
                    name(o.name()),
                    o.shape() == null ? null : shape(o.shape()),
                    expression(o.expression()),
                    span(o));
        }
        RequireStatementContext r = (RequireStatementContext) s;
        return new Statement.Require(
                expression(r.expression()), string(r.STRING().getSymbol()), span(r));
    }

    Expression.StringLiteral string(Token t) {
        return new Expression.StringLiteral(t.getText().substring(1, t.getText().length() - 1), span(t));
    }

    Expression expression(ExpressionContext e) {
        if (e instanceof MemberContext m) {
            return new Expression.Member(expression(m.expression()), name(m.name()), span(m));
        }
        if (e instanceof CallContext c) {
            List<Argument> args = c.arguments() == null
                    ? List.of()
                    : c.arguments().argument().stream()
                            .map(a -> new Argument(
                                    a.name() == null ? null : name(a.name()), expression(a.expression()), span(a)))
                            .toList();
            return new Expression.Call(expression(c.expression()), args, span(c));
        }
        if (e instanceof NegateContext n) {
            return new Expression.Negate(expression(n.expression()), span(n));
        }
        if (e instanceof NotContext n) {
            return new Expression.Not(expression(n.expression()), span(n));
        }
        if (e instanceof PowerContext p) {
            return binary(p.expression(), p.POWER().getSymbol(), p);
        }
        if (e instanceof ProductContext p) {
            return binary(p.expression(), p.operator, p);
        }
        if (e instanceof SumContext p) {
            return binary(p.expression(), p.operator, p);
        }
        if (e instanceof ComparisonContext p) {
            return binary(p.expression(), p.operator, p);
        }
        if (e instanceof ConjunctionContext p) {
            return binary(p.expression(), p.AND().getSymbol(), p);
        }
        if (e instanceof DisjunctionContext p) {
            return binary(p.expression(), p.OR().getSymbol(), p);
        }
        if (e instanceof PipeContext p) {
            List<Stage> stages = new ArrayList<>();
            ExpressionContext current = p;
            while (current instanceof PipeContext q) {
                stages.add(new Stage(
                        q.label() == null ? null : name(q.label()),
                        expression(q.expression(1)),
                        span(q.expression(1))));
                current = q.expression(0);
            }
            stages.add(new Stage(null, expression(current), span(current)));
            Collections.reverse(stages);
            return new Expression.Pipe(stages, span(p));
        }
        if (e instanceof ChoiceContext c) {
            return new Expression.Choice(
                    expression(c.expression(0)), expression(c.expression(1)), expression(c.expression(2)), span(c));
        }
        if (e instanceof RepeatContext r) {
            return new Expression.Repeat(
                    expression(r.expression(0)),
                    r.name() == null ? null : name(r.name()),
                    expression(r.expression(1)),
                    span(r));
        }
        if (e instanceof GroupContext g) {
            return new Expression.Group(
                    g.expression().stream().map(this::expression).toList(), span(g));
        }
        if (e instanceof ListContext l) {
            return new Expression.ListOf(
                    l.expression().stream().map(this::expression).toList(), span(l));
        }
        if (e instanceof NumberContext n) {
            return new Expression.NumberLiteral(Double.parseDouble(n.getText().replace("_", "")), n.getText(), span(n));
        }
        if (e instanceof StringContext s) {
            return string(s.STRING().getSymbol());
        }
        if (e instanceof BooleanContext b) {
            return new Expression.BooleanLiteral(b.TRUE() != null, span(b));
        }
        return new Expression.Reference(name(e.start), span(e));
    }

    Expression binary(List<ExpressionContext> operands, Token operator, ParserRuleContext c) {
        Operator found = null;
        for (Operator o : Operator.values()) {
            if (o.symbol().equals(operator.getText())) {
                found = o;
            }
        }
        return new Expression.Binary(
                expression(operands.get(0)),
                java.util.Objects.requireNonNull(found),
                span(operator),
                expression(operands.get(1)),
                span(c));
    }
}
