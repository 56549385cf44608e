package org.nnlang.compiler.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.nnlang.compiler.graph.ScalarExpression.apply;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.compiler.check.DeclaredFunctions;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.gradient.ScalarDerivatives;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarFunction;
import org.nnlang.compiler.graph.ScalarFunctions;
import org.nnlang.compiler.library.FileScope;
import org.nnlang.compiler.library.LibraryFormulas;
import org.nnlang.compiler.library.LibraryPath;
import org.nnlang.compiler.library.Linker;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.testing.ScalarEvaluator;

class FormulaTextTest {
    private static final List<String> NAMES = List.of("x", "y", "z");
    private static final double[] SAMPLES = {-3, -1.3, -0.4, 0.3, 0.8, 1.7, 4};

    /** The formula of a text, read as the body of a function of x, y and z. */
    private static ScalarExpression read(String text) {
        SourceFile file = new SourceFile("f.nn", "function f(x, y, z) = " + text + "\n");
        Diagnostics diagnostics = new Diagnostics();
        FileScope scope = new Linker(diagnostics, new LibraryPath(List.of()))
                .link(List.of(file))
                .get(0);
        Optional<ScalarFunction> function =
                DeclaredFunctions.withSettings(scope.declared().get(0)).flatMap(new ScalarFunctions()::of);
        assertThat(diagnostics.all()).as(text).isEmpty();
        return function.orElseThrow(() -> new AssertionError("no function of numbers: " + text))
                .body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x + y + z",
                "x - (y - z)",
                "x - y - z",
                "x * (y + z)",
                "x * y / z",
                "x / (y * z)",
                "x % y",
                "-x",
                "-(x + y)",
                "-x * y",
                "-(x * y)",
                "-x^2",
                "(-x)^2",
                "(x^2)^3",
                "x^(y^2)",
                "x^(y + 1)",
                "(x / 3)^2",
                "2^(-x)",
                "1 - tanh(x)^2",
                "if x > 0 then 1 else 0",
                "if x > 0 and y <= 1 or not z == 2 then x else if y >= 0 then y else z",
                "if (x > 0 or y > 0) and z > 0 then (if y < 1 then 1 else 2) else 3",
                "1 + (if x != 0 then x else y)",
                "maximum(if x > 0 then x else y, z)",
                "sqrt(2 / pi) * x",
                "x / 3",
                "x * 1 / 3",
                "x * 1e-7",
                "x - sqrt(2 * pi)"
            })
    void writesWhatWasRead(String text) {
        ScalarExpression formula = read(text);
        assertThat(read(FormulaText.of(formula, NAMES)))
                .as(FormulaText.of(formula, NAMES))
                .isEqualTo(formula);
        if (!text.contains("1 / 3")) {
            assertThat(FormulaText.of(formula, NAMES)).isEqualTo(text);
        }
    }

    static List<ScalarExpression> formulas() {
        return LibraryFormulas.all().stream()
                .filter(formula -> formula.operands() > 0)
                .flatMap(formula -> {
                    ScalarExpression inlined = Algebra.inlined(formula.expression());
                    return IntStream.range(-1, formula.operands())
                            .mapToObj(i -> i < 0 ? inlined : ScalarDerivatives.of(inlined, i));
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void hasTheValuesOfTheFormula(ScalarExpression formula) {
        ScalarExpression read = read(FormulaText.of(formula, NAMES));
        for (double x : SAMPLES) {
            double expected = ScalarEvaluator.exact(formula, x, 0.7, 1.9);
            double rounding = Double.isNaN(expected) ? 0 : 1e-13 * Math.max(1, Math.abs(expected));
            assertThat(ScalarEvaluator.exact(read, x, 0.7, 1.9))
                    .as("%s at %s", FormulaText.of(formula, NAMES), x)
                    .isEqualTo(expected, within(rounding));
        }
    }

    static List<Primitive> primitives() {
        return Arrays.stream(Primitive.values())
                .filter(primitive -> primitive.kind() == Primitive.Kind.ELEMENT)
                .toList();
    }

    /** Each primitive around, and within, each other one. */
    @ParameterizedTest
    @MethodSource("primitives")
    void bindsPartsAsTheGrammarDoes(Primitive outer) {
        for (Primitive inner : primitives()) {
            for (int place = 0; place < outer.arity(); place++) {
                ScalarExpression[] parts = new ScalarExpression[outer.arity()];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = operand(outer, i);
                }
                boolean isCondition = isCondition(outer, place);
                parts[place] = apply(
                        inner,
                        IntStream.range(0, inner.arity())
                                .mapToObj(i -> operand(inner, i))
                                .toArray(ScalarExpression[]::new));
                if (isCondition == parts[place].isCondition()) {
                    ScalarExpression applied = apply(outer, parts);
                    // The value of a function is a number.
                    ScalarExpression formula = applied.isCondition()
                            ? apply(Primitive.CHOOSE, applied, new Constant(1), new Constant(0))
                            : applied;
                    String text = FormulaText.of(formula, NAMES);
                    assertThat(read(text)).as(text).isEqualTo(formula);
                }
            }
        }
    }

    private static boolean isCondition(Primitive primitive, int place) {
        return switch (primitive) {
            case AND, OR, NOT -> true;
            case CHOOSE -> place == 0;
            default -> false;
        };
    }

    private static ScalarExpression operand(Primitive primitive, int place) {
        return isCondition(primitive, place)
                ? apply(Primitive.GREATER, new ScalarExpression.Operand(place), new Constant(2))
                : new ScalarExpression.Operand(place);
    }
}
