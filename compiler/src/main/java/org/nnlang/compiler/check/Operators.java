package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.Operator;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.source.Span;

/** The operators: on numbers they compute, on tensors they make terms, on lists {@code +} concatenates. */
final class Operators {
    private Operators() {}

    static Meaning negate(Meaning operand, Expression.Negate expression) {
        if (operand instanceof Meaning.NumberValue number) {
            return new Meaning.NumberValue(-number.value());
        }
        Term term = term(operand, expression.operand().span());
        return Meaning.Tensor.computed(
                new Term.Apply(Primitive.NEGATE, List.of(term), term.shape(), expression.span()), expression.span());
    }

    static Meaning not(Meaning operand, Expression.Not expression) {
        if (operand instanceof Meaning.TruthValue truth) {
            return new Meaning.TruthValue(!truth.value());
        }
        Term term = condition(operand, expression.operand().span());
        return Meaning.Tensor.computed(
                new Term.Apply(Primitive.NOT, List.of(term), term.shape(), expression.span()), expression.span());
    }

    static Meaning binary(Meaning left, Expression.Binary expression, Meaning right, Scope scope) {
        Operator operator = expression.operator();
        if (left instanceof Meaning.NumberValue a && right instanceof Meaning.NumberValue b) {
            return ofNumbers(operator, a.value(), b.value(), expression);
        }
        if (operator == Operator.ADD && left instanceof Meaning.ListValue a && right instanceof Meaning.ListValue b) {
            List<Meaning> joined = new ArrayList<>(a.elements());
            joined.addAll(b.elements());
            return new Meaning.ListValue(joined);
        }
        if (left instanceof Meaning.TruthValue a && right instanceof Meaning.TruthValue b) {
            if (operator == Operator.AND) {
                return new Meaning.TruthValue(a.value() && b.value());
            }
            if (operator == Operator.OR) {
                return new Meaning.TruthValue(a.value() || b.value());
            }
        }
        if (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL) {
            if (!(left instanceof Meaning.Tensor) && !(right instanceof Meaning.Tensor)) {
                return new Meaning.TruthValue(left.equals(right) == (operator == Operator.EQUAL));
            }
        }
        if (operator == Operator.ADD && left instanceof Meaning.None) {
            return right;
        }
        if (operator == Operator.ADD && right instanceof Meaning.None) {
            return left;
        }
        return ofTensors(left, expression, right);
    }

    private static Meaning ofNumbers(Operator operator, double a, double b, Expression.Binary expression) {
        return switch (operator) {
            case ADD -> new Meaning.NumberValue(a + b);
            case SUBTRACT -> new Meaning.NumberValue(a - b);
            case MULTIPLY -> new Meaning.NumberValue(a * b);
            case DIVIDE -> {
                if (b == 0) {
                    throw Errors.of(Code.NOT_A_NUMBER, expression.span(), "division by zero", "the right side is 0");
                }
                yield new Meaning.NumberValue(a / b);
            }
            case REMAINDER -> new Meaning.NumberValue(a - b * Math.floor(a / b));
            case POWER -> new Meaning.NumberValue(StrictMath.pow(a, b));
            case LESS -> new Meaning.TruthValue(a < b);
            case LESS_OR_EQUAL -> new Meaning.TruthValue(a <= b);
            case GREATER -> new Meaning.TruthValue(a > b);
            case GREATER_OR_EQUAL -> new Meaning.TruthValue(a >= b);
            case EQUAL -> new Meaning.TruthValue(a == b);
            case NOT_EQUAL -> new Meaning.TruthValue(a != b);
            case AND, OR ->
                throw Errors.of(
                        Code.WRONG_KIND,
                        expression.span(),
                        "`" + operator.symbol() + "` joins conditions, found numbers",
                        "compare them with something");
        };
    }

    private static Meaning ofTensors(Meaning left, Expression.Binary expression, Meaning right) {
        Operator operator = expression.operator();
        boolean logical = operator == Operator.AND || operator == Operator.OR;
        Span leftSpan = expression.left().span();
        Span rightSpan = expression.right().span();
        Term a = logical ? condition(left, leftSpan) : term(left, leftSpan);
        Term b = logical ? condition(right, rightSpan) : term(right, rightSpan);
        Shape shape = common(a.shape(), b.shape());
        if (shape == null) {
            throw unequal(left, expression, right);
        }
        return Meaning.Tensor.computed(
                new Term.Apply(Primitive.valueOf(operator.name()), List.of(a, b), shape, expression.span()),
                expression.span());
    }

    private static CompilationException unequal(Meaning left, Expression.Binary expression, Meaning right) {
        Operator operator = expression.operator();
        String verb = switch (operator) {
            case ADD -> "add";
            case SUBTRACT -> "subtract";
            case MULTIPLY -> "multiply";
            case DIVIDE -> "divide";
            default -> "combine";
        };
        Shape a = ((Meaning.Tensor) left).shape();
        Shape b = ((Meaning.Tensor) right).shape();
        Diagnostic diagnostic = Diagnostic.of(
                Code.UNEQUAL_SHAPES, expression.operatorSpan(), "cannot " + verb + " " + a + " and " + b, "");
        diagnostic = because(diagnostic, "left", left, expression.left().span());
        diagnostic = because(diagnostic, "right", right, expression.right().span());
        if (a.rank() == 1 && b.rank() == 1 && operator == Operator.ADD) {
            diagnostic = diagnostic.help("a skip connection needs equal widths: `Dense(" + a.width() + ")`");
        } else {
            diagnostic =
                    diagnostic.help("element by element, both sides need the same shape, or one of them is a number");
        }
        return new CompilationException(diagnostic);
    }

    private static Diagnostic because(Diagnostic diagnostic, String side, Meaning meaning, Span operand) {
        Meaning.Tensor tensor = (Meaning.Tensor) meaning;
        boolean sameFile = tensor.origin().file() == diagnostic.span().file();
        return diagnostic.because(
                sameFile ? tensor.origin() : operand,
                side + " side is " + tensor.shape() + ", " + tensor.how().text());
    }

    static Meaning choose(Meaning condition, Meaning whenTrue, Meaning whenFalse, Expression.Choice choice) {
        boolean structure = isStructure(whenTrue) || isStructure(whenFalse);
        if (condition instanceof Meaning.Tensor && structure) {
            throw Errors.of(
                    Code.STRUCTURE_DEPENDS_ON_DATA,
                    choice.condition().span(),
                    "the data cannot choose between layers",
                    "this is known only when the network runs",
                    "choose by a parameter, or compute both and choose between their values");
        }
        Term test = condition(condition, choice.condition().span());
        Term a = term(whenTrue, choice.whenTrue().span());
        Term b = term(whenFalse, choice.whenFalse().span());
        Shape branches = common(a.shape(), b.shape());
        Shape shape = branches == null ? null : common(test.shape(), branches);
        if (shape == null) {
            throw Errors.of(
                    Code.UNEQUAL_SHAPES,
                    choice.span(),
                    "cannot choose between " + a.shape() + " and " + b.shape() + " by " + test.shape(),
                    "all three need the same shape, or to be numbers");
        }
        return Meaning.Tensor.computed(
                new Term.Apply(Primitive.CHOOSE, List.of(test, a, b), shape, choice.span()), choice.span());
    }

    private static boolean isStructure(Meaning meaning) {
        return meaning instanceof Meaning.Stage
                || meaning instanceof Meaning.FunctionValue
                || meaning instanceof Meaning.ComponentValue;
    }

    /** The shape of an element-wise result, or null where the shapes do not meet. */
    static @Nullable Shape common(Shape a, Shape b) {
        if (a.equals(b) || b.equals(Shape.NUMBER)) {
            return a;
        }
        return a.equals(Shape.NUMBER) ? b : null;
    }

    /** A number or a tensor as a term. */
    static Term term(Meaning meaning, Span span) {
        if (meaning instanceof Meaning.NumberValue number) {
            return new Term.Constant(number.value());
        }
        if (meaning instanceof Meaning.Tensor tensor) {
            if (isCondition(tensor.term())) {
                throw Errors.of(
                        Code.WRONG_KIND,
                        span,
                        "expected a number, found a condition",
                        "this is true or false",
                        "turn it into a number: `if ... then 1 else 0`");
            }
            return tensor.term();
        }
        throw Errors.wrongKind(span, "a number or a value", meaning);
    }

    private static Term condition(Meaning meaning, Span span) {
        if (meaning instanceof Meaning.Tensor tensor && isCondition(tensor.term())) {
            return tensor.term();
        }
        throw Errors.of(
                Code.WRONG_KIND,
                span,
                "expected a condition, found " + meaning.description(),
                "this is no condition",
                "compare it with something, such as `x > 0`");
    }

    private static boolean isCondition(Term term) {
        return term instanceof Term.Apply apply
                && switch (apply.primitive()) {
                    case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR, NOT -> true;
                    default -> false;
                };
    }
}
