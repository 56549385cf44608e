package org.nnlang.compiler.ast;

import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Expressions and their parts on one line, with one space around signs and after commas. */
final class ExpressionPrinter {
    private ExpressionPrinter() {}

    static String inline(Expression expression) {
        if (expression instanceof Expression.Member member) {
            return inline(member.target()) + "." + inline(member.name());
        }
        if (expression instanceof Expression.Call call) {
            return inline(call.callee())
                    + call.arguments().stream().map(ExpressionPrinter::argument).collect(list("(", ")"));
        }
        if (expression instanceof Expression.Negate negate) {
            return "-" + operand(negate.operand());
        }
        if (expression instanceof Expression.Not not) {
            return "not " + operand(not.operand());
        }
        if (expression instanceof Expression.Binary binary) {
            return inline(binary);
        }
        if (expression instanceof Expression.Pipe pipe) {
            return pipe.stages().stream().map(ExpressionPrinter::stage).collect(Collectors.joining(" -> "));
        }
        if (expression instanceof Expression.Choice choice) {
            return "if " + inline(choice.condition()) + " then " + inline(choice.whenTrue()) + " else "
                    + inline(choice.whenFalse());
        }
        if (expression instanceof Expression.Repeat repeat) {
            String binder = repeat.binder() == null ? "" : " as " + inline(repeat.binder());
            return "repeat " + inline(repeat.times()) + binder + " { " + inline(repeat.body()) + " }";
        }
        if (expression instanceof Expression.Group group) {
            return all(group.elements(), "(", ")");
        }
        if (expression instanceof Expression.ListOf list) {
            return all(list.elements(), "[", "]");
        }
        return expression.span().text();
    }

    /** A row of operators leans to the left: its spine is walked by a loop. */
    private static String inline(Expression.Binary binary) {
        StringBuilder text = new StringBuilder();
        Expression left = binary;
        while (left instanceof Expression.Binary row) {
            text.insert(0, " " + row.operator().symbol() + " " + operand(row.right()));
            left = row.left();
        }
        return text.insert(0, operand(left)).toString();
    }

    /** An `if` takes everything to its right: as a part of something it stands between parentheses. */
    private static String operand(Expression expression) {
        return expression instanceof Expression.Choice ? "(" + inline(expression) + ")" : inline(expression);
    }

    static String stage(Stage stage) {
        return (stage.label() == null ? "" : inline(stage.label()) + ": ") + operand(stage.value());
    }

    private static String argument(Argument argument) {
        return (argument.name() == null ? "" : inline(argument.name()) + " = ") + inline(argument.value());
    }

    /** A name as it was written, with its backticks. */
    static String inline(Identifier name) {
        return name.span().text();
    }

    static String inline(QualifiedName name) {
        return name.parts().stream().map(ExpressionPrinter::inline).collect(Collectors.joining("."));
    }

    static String inline(ShapeNode shape) {
        return shape.dimensions().stream()
                .map(dimension -> inline(dimension.expression()) + (dimension.rest() ? "..." : ""))
                .collect(list("[", "]"));
    }

    static String inline(Parameter parameter) {
        return inline(parameter.name())
                + (parameter.shape() == null ? "" : ": " + inline(parameter.shape()))
                + (parameter.defaultValue() == null ? "" : " = " + inline(parameter.defaultValue()));
    }

    private static String all(List<Expression> elements, String open, String close) {
        return elements.stream().map(ExpressionPrinter::inline).collect(list(open, close));
    }

    static Collector<CharSequence, ?, String> list(String open, String close) {
        return Collectors.joining(", ", open, close);
    }
}
