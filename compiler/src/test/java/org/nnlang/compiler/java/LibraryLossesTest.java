package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.check.LossRules;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.graph.GraphBuilder;
import org.nnlang.compiler.library.LibraryPath;
import org.nnlang.compiler.library.Linker;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.CheckedLoss;
import org.nnlang.compiler.pass.LossProgramBuilder;
import org.nnlang.compiler.pass.PassList;

/** The losses of nn-training are what the compiler makes of the standard library today; {@code -Dnn.updateGolden=true} writes them anew. */
class LibraryLossesTest {
    private static final String PACKAGE = "org.nnlang.training.loss";
    private static final Path SOURCES = Path.of("../runtime/training/src/main/java");

    @Test
    void everyLossOfTheLibraryIsInTheTrainingModule() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Symbol any = Objects.requireNonNull(
                new Linker(diagnostics, new LibraryPath(List.of())).core().lookup("mean_squared_error"));
        List<CheckedLoss> losses = LossRules.check(any.file(), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        assertThat(losses)
                .hasSameSizeAs(any.file().declared().stream()
                        .filter(symbol -> symbol.declaration().span().text().startsWith("loss "))
                        .toList());
        for (CheckedLoss loss : losses) {
            CompilationResult.JavaFile file = LossGenerator.generate(
                    loss,
                    LossProgramBuilder.build(PassList.runForLoss(GraphBuilder.build(loss)))
                            .orElseThrow(),
                    PACKAGE);
            Path path = SOURCES.resolve(file.path());
            if (Boolean.getBoolean("nn.updateGolden")) {
                Files.writeString(path, file.text());
            }
            assertThat(path).as("written anew by -Dnn.updateGolden=true").hasContent(file.text());
        }
    }
}
