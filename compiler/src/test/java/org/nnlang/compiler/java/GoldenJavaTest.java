package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.testing.Compilation;
import org.nnlang.compiler.testing.Golden;
import org.nnlang.compiler.testing.Networks;

/** The graph, the plan and the class of some networks, as files to read. */
class GoldenJavaTest {
    static Stream<CheckedModel> models() {
        return Stream.of(Networks.digitClassifier(), Networks.faces(), Networks.residual(3, 4), Networks.rows());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("models")
    void writesTheFile(CheckedModel model) throws IOException {
        Compilation compilation = Compilation.of(model);
        Golden.check(model.name() + ".graph", compilation.graph().toString());
        Golden.check(model.name() + ".plan", compilation.plan().toString());
        Golden.check(model.name() + ".java", compilation.file().text());
        Golden.check(model.name() + ".gradient", compilation.training().toString());
        Golden.check(model.name() + "Gradients.java", compilation.gradients().text());
        assertThat(compilation.classes()).isNotEmpty();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("models")
    void writesTheSameBytesAgain(CheckedModel model) {
        List<Compilation> twice = List.of(Compilation.of(model), Compilation.of(model));
        assertThat(twice.get(0).file()).isEqualTo(twice.get(1).file());
    }
}
