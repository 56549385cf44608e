package org.nnlang.compiler.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.DiagnosticFormatter;
import org.nnlang.compiler.diagnostic.Explanations;
import org.nnlang.compiler.source.SourceFile;

class FunctionLintTest {
    private static List<Diagnostic> lint(String source, boolean training) {
        CompilationResult result = NnCompiler.compile(
                new CompilationRequest(List.of(new SourceFile("formula.nn", source)), List.of(), training));
        assertThat(result.failed()).as(source + result.diagnostics()).isFalse();
        return result.diagnostics();
    }

    private static String text(String source) {
        return DiagnosticFormatter.formatAll(lint(source, true), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f(x)              = 1 / (1 + exp(-x))                          | N903 | sigmoid(x)",
                "f(x)              = 1 / (exp(-2 * x) + 1)                      | N903 | sigmoid(-(-2 * x))",
                "f(x)              = exp(x) / (1 + exp(x))                      | N902 | sigmoid(x)",
                "f(x)              = x / (1 + exp(-x))                          | N903 | x * sigmoid(x)",
                "f(x)              = log(1 + exp(x))                            | N902 | softplus(x)",
                "f(x)              = log1p(exp(x))                              | N902 | softplus(x)",
                "f(x)              = log(sigmoid(x))                            | N902 | log_sigmoid(x)",
                "f(x)              = (exp(x) - exp(-x)) / (exp(x) + exp(-x))    | N902 | tanh(x)",
                "f(x)              = (exp(2 * x) - 1) / (exp(2 * x) + 1)        | N902 | tanh((2 * x) / 2)",
                "f(x)              = x * tanh(log(1 + exp(x)))                  | N903 | softplus(x)",
                "f(x)              = sqrt(x * x)                                | N903 | abs(x)",
                "f(x, y)           = sqrt(x ^ 2 + square(y))                    | N903 | hypotenuse(x, y)",
                "f(x: [n])         = exp(x) / sum(exp(x))                       | N902 | softmax(x)",
                "f(x: [n])         = log(sum(exp(x)))                           | N902 | log_sum_exp(x)",
                "f(x: [n])         = log(softmax(x))                            | N902 | log_softmax(x)",
                "f(p: [n], t: [n]) = -sum(t * log(softmax(p)))                  | N902 | log_softmax(p)",
                "f(p: [n], t: [n]) = sqrt(sum(square(p - t)))                   | N903 | norm(p - t)",
            })
    void recognisesTextbookFormulas(String function, String code, String instead) {
        assertThat(text("function " + function)).contains("[" + code + "]").contains("help: write `" + instead + "`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f(x)              = sin(x) / x                       | N902 | at x = 0",
                "f(x)              = exp(x) - exp(x)                  | N902 | at x = 100",
                "f(x)              = exp(x * x) / exp(x * x + 1)      | N902 | `exp` is infinite above 88.7",
                "f(x)              = 1 / (x ^ 2) ^ -20 * 1e-200       | N902 | leaves the range",
                "f(x)              = sqrt(abs(x))                     | N903 | `safe_sqrt`",
                "f(p, t)           = t * log(p)                       | N902 | at p = 0, t = 0",
                "f(p: [n], t: [n]) = sum(t * log(t / p))              | N902 | NaN",
                "f(x)              = if x == 1 then 3 else 3 * x      | N904 | the slope of the values is 3",
                "f(p: [n], t: [n]) = -sum(t * log(p))                 | N902 | `log(maximum(p, 1e-7))`",
                "f(p: [n])         = p / sum(p)                       | N902 | NaN",
            })
    void tellsWhereAFormulaBreaks(String function, String code, String part) {
        assertThat(text("function " + function)).contains("[" + code + "]").contains(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f(x) = x * sigmoid(x)",
                "f(x) = x * tanh(softplus(x))",
                "f(x) = x + square(sin(x))",
                "f(x) = x / (1 + abs(x))",
                "f(x) = maximum(x, 0.1 * x)",
                "f(x) = minimum(maximum(x, 0), 6)",
                "f(x) = if x > 0 then x else 0.3 * expm1(x)",
                "f(x) = if x > 0 then sqrt(x) else 0",
                "f(x) = if x >= 0 then 1 / (1 + exp(-x)) else exp(x) / (1 + exp(x))",
                "f(x) = exp(-x * x)",
                "f(x) = exp(x)",
                "f(x) = log(x)",
                "f(x) = log(x + 1e-7)",
                "f(x) = sqrt(x)",
                "f(x) = 1 / x",
                "f(x) = x ^ 3",
                "f(x) = sign(x)",
                "f(x) = floor(x)",
                "f(x) = sqrt(x * x + 1)",
                "f(x) = sqrt(x * x + 1e-8)",
                "f(x) = x + stop_gradient(sign(x) - x)",
                "f(x, y) = x * y",
                "f(x, y) = x / y",
                "f(x, y) = square(x - y)",
                "f(x, low, high) = minimum(maximum(x, low), high)",
                "f(x) = if x == 0 then 0 else x * log(abs(x))",
                "f(x: [n], scale: [n]) = x / scale",
                "f(p: [n], t: [n]) = mean(abs(p - t))",
                "f(p: [n], t: [n]) = -sum(t * log(p + 1e-7))",
                "f(p: [n], t: [n]) = -sum(t * log(maximum(p, 1e-7)))",
                "f(p: [n], t: [n]) = mean(square(p - t)) + 0.1 * max(abs(p - t))",
                "f(p: [n], t: [n]) = sum(log_cosh_of(p - t))",
                "f(x: [n]) = (x - mean(x)) / sqrt(variance(x) + 1e-5)",
                "f(x: [n]) = x - max(x)",
                "f(x: [n]) = x / (norm(x) + 1e-6)",
            })
    void leavesSensibleFunctionsAlone(String function) {
        assertThat(text("function " + function)).isEmpty();
    }

    @Test
    void aFunctionThatCallsABrokenOneIsNotWarnedOfAgain() {
        String source = """
                function soft(x) = log(1 + exp(x))
                function softer(x) = soft(x) + soft(2 * x)
                function softest(x) = softer(x) + 1
                """;
        assertThat(lint(source, true))
                .hasSize(1)
                .allSatisfy(diagnostic -> assertThat(diagnostic.message()).startsWith("`soft` is"));
    }

    @Test
    void derivativesMatterWhereGradientsAreGeneratedOnly() {
        String source = "function f(x) = sqrt(abs(x))";
        assertThat(lint(source, false)).isEmpty();
        assertThat(lint(source, true)).hasSize(1);
    }

    @Test
    void defaultsStandForConfiguration() {
        assertThat(text("function f(x, low = 1) = if x < low then x / low else log(x) + 1"))
                .isEmpty();
        assertThat(text("function f(x, low = 0) = if x < low then 0 else sqrt(x * x) + low"))
                .contains("N903");
    }

    @Test
    void warningsDoNotKeepClassesFromBeingGenerated() {
        String source = """
                activation mine(x) = 1 / (1 + exp(-x))
                model M {
                  input x: [2]
                  output y = x -> Dense(1, mine)
                }
                """;
        CompilationResult result =
                NnCompiler.compile(new CompilationRequest(List.of(new SourceFile("m.nn", source)), List.of()));
        assertThat(result.failed()).isFalse();
        assertThat(result.files()).isNotEmpty();
        assertThat(result.diagnostics().stream().map(Diagnostic::code).collect(Collectors.toList()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N902", "N903", "N904"})
    void explanationsAreTrue(String code) {
        List<String> examples = Pattern.compile("^```\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Explanations.of(code).orElseThrow())
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(examples).hasSize(2);
        assertThat(lint(examples.get(0), true))
                .extracting(diagnostic -> diagnostic.code().id())
                .containsExactly(code);
        assertThat(lint(examples.get(1), true)).isEmpty();
    }
}
