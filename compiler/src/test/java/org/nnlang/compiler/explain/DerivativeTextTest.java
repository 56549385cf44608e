package org.nnlang.compiler.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.gradient.ScalarDerivatives;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.library.LibraryFormulas;
import org.nnlang.compiler.library.LibraryPath;
import org.nnlang.compiler.library.Linker;
import org.nnlang.compiler.library.StandardLibrary;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.testing.ScalarEvaluator;

/** Derivatives as a textbook has them. */
class DerivativeTextTest {
    /** None of them where a function of the library, as it is by default or as the tests configure it, has a kink. */
    private static final double[] SAMPLES = {-7.1, -2.9, -1.3, -0.41, 0.33, 0.82, 1.7, 2.6, 7.3};

    private static final Map<String, String> TEXTBOOK = Map.ofEntries(
            Map.entry("identity", "identity' = 1"),
            Map.entry("step", "step' = 0"),
            Map.entry("relu", "relu' = if x > 0 then 1 else 0"),
            Map.entry("relu6", "relu6' = if x > 0 and x <= 6 then 1 else 0"),
            Map.entry("leaky_relu", "leaky_relu' = if x > 0 then 1 else slope"),
            Map.entry("hard_sigmoid", "hard_sigmoid' = if x > -3 and x <= 3 then 1 / 6 else 0"),
            Map.entry("hard_swish", "hard_swish' = if x <= -3 then 0 else if x > 3 then 1 else x / 3 + 0.5"),
            Map.entry("hard_tanh", "hard_tanh' = if x > low and x <= high then 1 else 0"),
            Map.entry("soft_shrink", "soft_shrink' = if x <= -lambda or x > lambda then 1 else 0"),
            Map.entry("hard_shrink", "hard_shrink' = if abs(x) > lambda then 1 else 0"),
            Map.entry("threshold", "threshold' = if x > limit then 1 else 0"),
            Map.entry("elu", "elu' = if x > 0 then 1 else alpha * exp(x)"),
            Map.entry("selu", "selu' = if x > 0 then 1.0507009873554805 else 1.7580993408473766 * exp(x)"),
            Map.entry("celu", "celu' = if x > 0 then 1 else exp(x / alpha)"),
            Map.entry("exponential", "exponential' = exp(x)"),
            Map.entry("log_sigmoid", "log_sigmoid' = sigmoid(-x)"),
            Map.entry("softsign", "softsign' = 1 / (1 + abs(x))^2"),
            Map.entry("gelu", "gelu' = 0.5 * erfc(-x / sqrt(2)) + x * exp(-0.5 * x^2) / sqrt(2 * pi)"),
            Map.entry("swish", "swish' = sigmoid(x) * (1 + x * (1 - sigmoid(x)))"),
            Map.entry("mish", "mish' = tanh(softplus(x)) + x * sigmoid(x) * (1 - tanh(softplus(x))^2)"),
            Map.entry("tanh", "tanh' = 1 - tanh(x)^2"),
            Map.entry("sigmoid", "sigmoid' = sigmoid(x) * (1 - sigmoid(x))"),
            Map.entry("softplus", "softplus' = sigmoid(x)"),
            Map.entry("square", "square' = 2 * x"),
            Map.entry("sqrt", "sqrt' = 0.5 / sqrt(x)"),
            Map.entry("log", "log' = 1 / x"),
            Map.entry("safe_sqrt", "safe_sqrt' = if x > 0 then 0.5 / sqrt(x) else 0"),
            Map.entry("huber_of", "huber_of' = if abs(error) > delta then delta * sign(error) else error"),
            Map.entry("log_cosh_of", "log_cosh_of' = tanh(error)"),
            Map.entry("maximum", "maximum' by x = if x > y then 1 else 0"));

    private static final List<Symbol> LIBRARY = new Linker(new Diagnostics(), new LibraryPath(List.of()))
            .link(StandardLibrary.files()).stream()
                    .filter(scope -> scope.packageName().equals("nn.core"))
                    .flatMap(scope -> scope.declared().stream())
                    .toList();

    /** A function of the core; an initializer may have the same name. */
    private static Symbol symbol(String name) {
        return LIBRARY.stream()
                .filter(each -> each.name().equals(name) && each.declaration() instanceof FunctionDeclaration)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readAsInATextbook() {
        Map<String, String> derivatives = new TreeMap<>();
        for (String name : TEXTBOOK.keySet()) {
            String text = FunctionExplanation.of(symbol(name)).orElseThrow();
            derivatives.put(
                    name,
                    text.lines()
                            .filter(line -> line.startsWith(name + "'"))
                            .findFirst()
                            .orElseThrow());
        }
        assertThat(derivatives).isEqualTo(new TreeMap<>(TEXTBOOK));
    }

    static List<LibraryFormulas.Formula> functions() {
        return LibraryFormulas.all().stream()
                .filter(formula -> formula.operands() > 0)
                .filter(formula -> !formula.name().startsWith("stop_gradient"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void haveTheValuesOfTheChainRule(LibraryFormulas.Formula function) {
        ScalarExpression formula = Algebra.inlined(function.expression());
        for (int operand = 0; operand < function.operands(); operand++) {
            ScalarExpression derivative = ScalarDerivatives.of(formula, operand);
            ScalarExpression simple = Cases.split(derivative);
            for (double x : SAMPLES) {
                double expected = ScalarEvaluator.exact(derivative, x, 0.7, 1.9);
                double value = ScalarEvaluator.exact(simple, x, 0.7, 1.9);
                if (!Double.isNaN(expected)) {
                    assertThat(value)
                            .as("%s by %s at %s: %s", function, operand, x, simple)
                            .isEqualTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
                }
            }
        }
    }

    @Test
    void lossesHaveGradientsStepByStep() {
        assertThat(LossExplanation.of(symbol("mean_squared_error"))).hasValue("""
                the gradient by prediction, for each element of a row of n:
                  gradient = 2 * (prediction - target) / n""");
        assertThat(LossExplanation.of(symbol("categorical_cross_entropy_from_logits"))
                        .orElseThrow())
                .contains("  a = max(logit)\n")
                .contains("\n  gradient = ");
    }
}
