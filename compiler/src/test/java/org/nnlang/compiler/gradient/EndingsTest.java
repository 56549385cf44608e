package org.nnlang.compiler.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.gradient.TrainingGraph.Ending;
import org.nnlang.compiler.graph.GraphBuilder;
import org.nnlang.compiler.pass.PassList;
import org.nnlang.compiler.source.SourceFile;

/** What outputs are said to end with, whoever wrote the formula. */
class EndingsTest {
    private static final String TEXT = """
            function exps(x: [n]) = exp(x - max(x))
            function share(e: [n], s) = e / s
            function share_by_column(e: [n], s: [n]) = e / s
            function less_by_column(x: [n], s: [n]) = x - s
            function own(x: [n]) = exp(x - max(x)) / sum(exp(x - max(x)))

            model M {
              input  x: %s
              param  weight: [4, 3] = normal(0, 1)
              let h = dot(weight, x)
              output y = %s
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "'[3]', own(h), SOFTMAX",
        "'[4, 3]', own(h), SOFTMAX",
        "'[4, 3]', softmax(h), SOFTMAX",
        "'[4, 3]', sigmoid(h), SIGMOID",
        "'[4, 3]', 'share(exps(h), sum(exps(h)))', SOFTMAX",
        "'[4, 3]', 'share_by_column(exps(h), sum(exps(h)))', OTHER",
        "'[4, 3]', 'share(exp(less_by_column(h, max(h))), sum(exp(less_by_column(h, max(h)))))', OTHER",
    })
    void areToldByWhatIsComputed(String shape, String output, Ending expected) {
        SourceFile source = new SourceFile("test.nn", TEXT.formatted(shape, output));
        CompilationResult result = NnCompiler.compile(new CompilationRequest(List.of(source), List.of()));
        assertThat(PassList.runForTraining(GraphBuilder.build(result.models().get(0)))
                        .endings())
                .containsExactly(expected);
    }
}
