package org.nnlang.compiler.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.Argument;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.Identifier;
import org.nnlang.compiler.ast.Operator;
import org.nnlang.compiler.ast.Stage;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;
import org.nnlang.grammar.NnParser.ArgumentContext;
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
import org.nnlang.grammar.NnParser.RepeatContext;
import org.nnlang.grammar.NnParser.StringContext;
import org.nnlang.grammar.NnParser.SumContext;

/**
 * Parse tree to AST, for expressions.
 *
 * <p>Chains of operators and pipes lean to the left, thousands of levels deep in a long network; they are walked along their spine
 * without recursion.
 */
final class ExpressionBuilder {
    private static final Map<String, Operator> OPERATORS =
            Arrays.stream(Operator.values()).collect(Collectors.toMap(Operator::symbol, Function.identity()));

    private final SourceFile file;
    private final Offsets offsets;

    ExpressionBuilder(SourceFile file, Offsets offsets) {
        this.file = file;
        this.offsets = offsets;
    }

    Span span(ParserRuleContext tree) {
        Token stop = tree.stop == null ? tree.start : tree.stop;
        return span(tree.start.getStartIndex(), stop.getStopIndex() + 1);
    }

    Span span(Token token) {
        return span(token.getStartIndex(), token.getStopIndex() + 1);
    }

    private Span span(int from, int to) {
        int start = offsets.at(from);
        return new Span(file, start, Math.max(start, offsets.at(to)));
    }

    Identifier name(ParserRuleContext tree) {
        return new Identifier(unquoted(tree.getText()), span(tree));
    }

    private static String unquoted(String name) {
        return name.startsWith("`") ? name.substring(1, name.length() - 1) : name;
    }

    @Nullable
    Expression optional(@Nullable ExpressionContext tree) {
        return tree == null ? null : build(tree);
    }

    Expression build(ExpressionContext tree) {
        if (tree instanceof PipeContext) {
            return pipe(tree);
        }
        if (operator(tree) != null) {
            return binary(tree);
        }
        if (tree instanceof MemberContext || tree instanceof CallContext) {
            return postfix(tree);
        }
        Span span = span(tree);
        if (tree instanceof NegateContext negate) {
            return new Expression.Negate(build(negate.expression()), span);
        }
        if (tree instanceof NotContext not) {
            return new Expression.Not(build(not.expression()), span);
        }
        if (tree instanceof PowerContext power) {
            return new Expression.Binary(
                    build(power.expression(0)),
                    Operator.POWER,
                    span(power.POWER().getSymbol()),
                    build(power.expression(1)),
                    span);
        }
        if (tree instanceof ChoiceContext choice) {
            return new Expression.Choice(
                    build(choice.expression(0)), build(choice.expression(1)), build(choice.expression(2)), span);
        }
        if (tree instanceof RepeatContext repeat) {
            return new Expression.Repeat(
                    build(repeat.expression(0)),
                    repeat.name() == null ? null : name(repeat.name()),
                    build(repeat.expression(1)),
                    span);
        }
        if (tree instanceof GroupContext group) {
            return new Expression.Group(buildAll(group.expression()), span);
        }
        if (tree instanceof ListContext list) {
            return new Expression.ListOf(buildAll(list.expression()), span);
        }
        if (tree instanceof NumberContext number) {
            String text = number.getText();
            return new Expression.NumberLiteral(Double.parseDouble(text.replace("_", "")), text, span);
        }
        if (tree instanceof StringContext string) {
            return string(string.STRING().getSymbol());
        }
        if (tree instanceof BooleanContext truth) {
            return new Expression.BooleanLiteral(truth.TRUE() != null, span);
        }
        return new Expression.Reference(name(tree), span);
    }

    private List<Expression> buildAll(List<ExpressionContext> trees) {
        return trees.stream().map(this::build).toList();
    }

    private Expression pipe(ExpressionContext tree) {
        List<Stage> stages = new ArrayList<>();
        ExpressionContext rest = tree;
        while (rest instanceof PipeContext pipe) {
            ExpressionContext last = pipe.expression(1);
            Identifier label = pipe.label() == null ? null : name(pipe.label());
            stages.add(new Stage(label, build(last), span(last)));
            rest = pipe.expression(0);
        }
        stages.add(new Stage(null, build(rest), span(rest)));
        Collections.reverse(stages);
        return new Expression.Pipe(stages, span(tree));
    }

    private Expression binary(ExpressionContext tree) {
        List<ExpressionContext> spine = new ArrayList<>();
        ExpressionContext leftmost = tree;
        while (operator(leftmost) != null) {
            spine.add(leftmost);
            leftmost = leftmost.getRuleContext(ExpressionContext.class, 0);
        }
        Expression left = build(leftmost);
        for (int i = spine.size() - 1; i >= 0; i--) {
            ExpressionContext step = spine.get(i);
            Token token = operator(step);
            if (token == null) {
                throw new IllegalStateException("no operator in " + step.getText());
            }
            Operator operator = OPERATORS.get(token.getText());
            if (operator == null) {
                throw new IllegalStateException("the grammar has an operator of its own: " + token.getText());
            }
            Expression right = build(step.getRuleContext(ExpressionContext.class, 1));
            left = new Expression.Binary(left, operator, span(token), right, span(step));
        }
        return left;
    }

    /** The operator of a left-leaning binary expression, or null. */
    private static @Nullable Token operator(ExpressionContext tree) {
        if (tree instanceof ProductContext product) {
            return product.operator;
        }
        if (tree instanceof SumContext sum) {
            return sum.operator;
        }
        if (tree instanceof ComparisonContext comparison) {
            return comparison.operator;
        }
        if (tree instanceof ConjunctionContext conjunction) {
            return conjunction.AND().getSymbol();
        }
        return tree instanceof DisjunctionContext disjunction ? disjunction.OR().getSymbol() : null;
    }

    private Expression postfix(ExpressionContext tree) {
        List<ExpressionContext> spine = new ArrayList<>();
        ExpressionContext target = tree;
        while (target instanceof MemberContext || target instanceof CallContext) {
            spine.add(target);
            target = target.getRuleContext(ExpressionContext.class, 0);
        }
        Expression result = build(target);
        for (int i = spine.size() - 1; i >= 0; i--) {
            ExpressionContext step = spine.get(i);
            result = step instanceof CallContext call
                    ? new Expression.Call(result, arguments(call), span(call))
                    : new Expression.Member(result, name(((MemberContext) step).name()), span(step));
        }
        return result;
    }

    private List<Argument> arguments(CallContext call) {
        if (call.arguments() == null) {
            return List.of();
        }
        List<Argument> arguments = new ArrayList<>();
        for (ArgumentContext argument : call.arguments().argument()) {
            arguments.add(new Argument(
                    argument.name() == null ? null : name(argument.name()),
                    build(argument.expression()),
                    span(argument)));
        }
        return arguments;
    }

    /** A string without its quotes and escapes. */
    Expression.StringLiteral string(Token token) {
        String quoted = token.getText();
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = quoted.charAt(++i);
            text.append(
                    switch (escaped) {
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        default -> escaped;
                    });
        }
        return new Expression.StringLiteral(text.toString(), span(token));
    }
}
