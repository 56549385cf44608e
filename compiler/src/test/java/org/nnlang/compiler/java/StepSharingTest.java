package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.source.SourceFile;

/** Which sessions of training share steps, and with how many threads, as the generated class says it. */
class StepSharingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Each thread has 128 units; 669,184 weights, and 2,068 floats an example.
                "input x: [784]; output y = x -> Dense(512, relu) -> Dense(512, relu) -> Dense(10, softmax) | 323, 4",
                "input x: [784]; output y = x -> Dense(512, relu) -> Dense(300, relu) -> Dense(10, softmax) | 339, 2",
                "input x: [784]; output y = x -> Dense(256, relu) -> Dense(10, softmax) | 382, 2",
                // Too narrow, and too few weights.
                "input x: [9000]; output y = x -> Dense(255, relu) -> Dense(10, softmax) | none",
                "input x: [100]; output y = x -> Dense(512, relu) -> Dense(10, softmax) | none",
                // Most weights meet several rows of an example.
                "input x: [100, 512]; param weight: [512, 512] = normal(0, 1); output y = dot(weight, x) | none"
            })
    void wideLayersAreShared(String lines, String expected) {
        String text = "model Net {\n" + lines.replace("; ", "\n") + "\n}";
        CompilationResult result =
                NnCompiler.compile(new CompilationRequest(List.of(new SourceFile("test.nn", text)), List.of()));
        String java = result.files().stream()
                .filter(file -> file.path().equals("NetGradients.java"))
                .findFirst()
                .orElseThrow()
                .text();
        if (expected.equals("none")) {
            assertThat(java).doesNotContain("shareSteps");
        } else {
            assertThat(java).contains("blocks.shareSteps(model.kernels, " + expected + ");");
        }
    }
}
