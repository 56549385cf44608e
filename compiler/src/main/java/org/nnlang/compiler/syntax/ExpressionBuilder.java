package org.nnlang.compiler.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.Argument;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.Operator;
import org.nnlang.compiler.ast.Stage;
import org.nnlang.grammar.NnParser.ArgumentsContext;
import org.nnlang.grammar.NnParser.BooleanContext;
import org.nnlang.grammar.NnParser.CallContext;
import org.nnlang.grammar.NnParser.ChoiceContext;
import org.nnlang.grammar.NnParser.ComparisonContext;
import org.nnlang.grammar.NnParser.ConjunctionContext;
import org.nnlang.grammar.NnParser.DisjunctionContext;
import org.nnlang.grammar.NnParser.ExpressionContext;
import org.nnlang.grammar.NnParser.GroupContext;
import org.nnlang.grammar.NnParser.ListContext;
import org.nnlang.grammar.NnParser.MemberContext;
import org.nnlang.grammar.NnParser.NegateContext;
import org.nnlang.grammar.NnParser.NotContext;
import org.nnlang.grammar.NnParser.NumberContext;
import org.nnlang.grammar.NnParser.PipeContext;
import org.nnlang.grammar.NnParser.PowerContext;
import org.nnlang.grammar.NnParser.ProductContext;
import org.nnlang.grammar.NnParser.ReferenceContext;
import org.nnlang.grammar.NnParser.RepeatContext;
import org.nnlang.grammar.NnParser.StringContext;
import org.nnlang.grammar.NnParser.SumContext;

/**
 * Expressions of the tree.
 *
 * <p>Everything that may be written as a long row leans to the left, so the left spine is walked by a loop: only nesting recurses,
 * and that is limited by the parser.
 */
final class ExpressionBuilder {
    private static final Map<String, Operator> OPERATORS =
            Stream.of(Operator.values()).collect(Collectors.toMap(Operator::symbol, Function.identity()));

    private final Places places;

    ExpressionBuilder(Places places) {
        this.places = places;
    }

    Expression build(ExpressionContext expression) {
        Deque<ExpressionContext> spine = new ArrayDeque<>();
        ExpressionContext leftmost = expression;
        for (ExpressionContext left = left(leftmost); left != null; left = left(leftmost)) {
            spine.push(leftmost);
            leftmost = left;
        }
        Expression built = simple(leftmost);
        while (!spine.isEmpty()) {
            ExpressionContext next = spine.pop();
            built = next instanceof PipeContext pipe ? pipe(built, pipe, spine) : extend(built, next);
        }
        return built;
    }

    List<Expression> build(List<ExpressionContext> expressions) {
        return expressions.stream().map(this::build).toList();
    }

    /** What stands to the left of an expression's sign, if it leans to the left. */
    private static @Nullable ExpressionContext left(ExpressionContext e) {
        if (e instanceof MemberContext member) {
            return member.expression();
        }
        if (e instanceof CallContext call) {
            return call.expression();
        }
        return e instanceof PipeContext pipe
                ? pipe.expression(0)
                : operator(e) == null ? null : e.getChild(ExpressionContext.class, 0);
    }

    private static @Nullable Token operator(ExpressionContext e) {
        if (e instanceof SumContext sum) {
            return sum.operator;
        }
        if (e instanceof ProductContext product) {
            return product.operator;
        }
        if (e instanceof ComparisonContext comparison) {
            return comparison.operator;
        }
        if (e instanceof PowerContext power) {
            return power.POWER().getSymbol();
        }
        if (e instanceof ConjunctionContext conjunction) {
            return conjunction.AND().getSymbol();
        }
        return e instanceof DisjunctionContext disjunction ? disjunction.OR().getSymbol() : null;
    }

    private Expression extend(Expression left, ExpressionContext e) {
        if (e instanceof MemberContext member) {
            return new Expression.Member(left, places.name(member.name()), places.span(e));
        }
        if (e instanceof CallContext call) {
            return new Expression.Call(left, arguments(call.arguments()), places.span(e));
        }
        Token sign = operator(e);
        if (sign == null) {
            throw new IllegalStateException("no operator in " + e.getText());
        }
        Operator operator = Objects.requireNonNull(OPERATORS.get(sign.getText()), sign.getText());
        Expression right = build(e.getChild(ExpressionContext.class, 1));
        return new Expression.Binary(left, operator, places.span(sign), right, places.span(e));
    }

    /** One pipe holds the whole row of stages. */
    private Expression pipe(Expression first, PipeContext pipe, Deque<ExpressionContext> spine) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(null, first, first.span()));
        stages.add(stage(pipe));
        PipeContext last = pipe;
        while (spine.peek() instanceof PipeContext next) {
            spine.pop();
            stages.add(stage(next));
            last = next;
        }
        return new Expression.Pipe(stages, places.span(last));
    }

    private Stage stage(PipeContext pipe) {
        return new Stage(
                pipe.label() == null ? null : places.name(pipe.label().name()),
                build(pipe.expression(1)),
                places.span(pipe.expression(1)));
    }

    private List<Argument> arguments(@Nullable ArgumentsContext arguments) {
        if (arguments == null) {
            return List.of();
        }
        return arguments.argument().stream()
                .map(argument -> new Argument(
                        argument.name() == null ? null : places.name(argument.name()),
                        build(argument.expression()),
                        places.span(argument)))
                .toList();
    }

    private Expression simple(ExpressionContext e) {
        if (e instanceof NegateContext negate) {
            return new Expression.Negate(build(negate.expression()), places.span(e));
        }
        if (e instanceof NotContext not) {
            return new Expression.Not(build(not.expression()), places.span(e));
        }
        if (e instanceof ChoiceContext choice) {
            return new Expression.Choice(
                    build(choice.expression(0)),
                    build(choice.expression(1)),
                    build(choice.expression(2)),
                    places.span(e));
        }
        if (e instanceof RepeatContext repeat) {
            return new Expression.Repeat(
                    build(repeat.expression(0)),
                    repeat.name() == null ? null : places.name(repeat.name()),
                    build(repeat.expression(1)),
                    places.span(e));
        }
        if (e instanceof GroupContext group) {
            return new Expression.Group(build(group.expression()), places.span(e));
        }
        if (e instanceof ListContext list) {
            return new Expression.ListOf(build(list.expression()), places.span(e));
        }
        if (e instanceof NumberContext) {
            return new Expression.NumberLiteral(
                    Double.parseDouble(e.getText().replace("_", "")), e.getText(), places.span(e));
        }
        if (e instanceof StringContext string) {
            return places.string(string.STRING().getSymbol());
        }
        if (e instanceof BooleanContext bool) {
            return new Expression.BooleanLiteral(bool.TRUE() != null, places.span(e));
        }
        ReferenceContext reference = (ReferenceContext) e;
        return new Expression.Reference(places.name(reference.start), places.span(e));
    }
}
