package org.nnlang.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.diagnostic.DiagnosticFormatter;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.ModelPrinter;
import org.nnlang.compiler.model.Weight;
import org.nnlang.compiler.source.SourceFile;

/** What files mean: the checked model of each `x.nn` is its `x.model`; and the rules that a printed model does not show. */
class CheckerTest {
    private static final Path MODELS = Path.of("src/test/resources/models");

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".nn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void meansWhatItsModelFileHolds(Path file) throws IOException {
        String found = String.join(
                "\n",
                compile(file.getFileName().toString(), Files.readString(file)).models().stream()
                        .map(ModelPrinter::print)
                        .toList());
        Path expected = Path.of(file.toString().replaceAll("\\.nn$", ".model"));
        if (Boolean.getBoolean("nn.updateGolden")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isNotBlank();
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    private static CompilationResult compile(String name, String text, Path... libraries) {
        CompilationResult result =
                NnCompiler.compile(new CompilationRequest(List.of(new SourceFile(name, text)), List.of(libraries)));
        assertThat(DiagnosticFormatter.formatAll(result.diagnostics(), false)).isEmpty();
        return result;
    }

    private static List<String> paths(String body) {
        CheckedModel model =
                compile("m.nn", "model M { " + body + " }").models().get(0);
        return model.root().allWeights().map(Weight::path).toList();
    }

    @Test
    void namesOfPathsAreThoseOfTheLayersAndStable() {
        assertThat(paths("input x: [4] output y = x -> Dense(3) -> Dense(2)"))
                .containsExactly("dense.weight", "dense.bias", "dense_1.weight", "dense_1.bias");
        assertThat(paths("input x: [4] output y = x -> Dense(3) -> out: Dense(2)"))
                .containsExactly("dense.weight", "dense.bias", "out.weight", "out.bias");
    }

    @Test
    void repeatedLayersAreCounted() {
        assertThat(paths("input x: [4] output y = x -> repeat 2 { Dense(4) } -> Dense(2)"))
                .containsExactly(
                        "dense[0].weight",
                        "dense[0].bias",
                        "dense[1].weight",
                        "dense[1].bias",
                        "dense_1.weight",
                        "dense_1.bias");
        assertThat(paths("input x: [4] output y = x -> blocks: repeat [4, 3] as w { Dense(w, biases = none) }"))
                .containsExactly("blocks[0].weight", "blocks[1].weight");
    }

    @Test
    void boundStagesShareTheirWeights() {
        assertThat(paths("input a: [4] input b: [4] let f = Dense(3) output y = (a -> f) + (b -> f)"))
                .containsExactly("f.weight", "f.bias");
        assertThat(paths("input a: [4] input b: [4] output y = (a -> Dense(3)) + (b -> Dense(3))"))
                .hasSize(4);
        assertThat(paths("input a: [4] input b: [4] let f = Dense(3) -> Dense(2) output y = (a -> f) + (b -> f)"))
                .containsExactly("f.dense.weight", "f.dense.bias", "f.dense_1.weight", "f.dense_1.bias");
    }

    @Test
    void labelsOfFunctionsNameTheirSteps() {
        CheckedModel model = compile("m.nn", "model M { input x: [4] output y = x -> act: sigmoid -> sigmoid }")
                .models()
                .get(0);
        assertThat(model.steps().toString()).contains("path=act,").contains("path=sigmoid,");
    }

    @Test
    void importsComeFromOtherFilesAndFromLibraries(@TempDir Path library) throws IOException {
        Files.createDirectories(library.resolve("com/acme"));
        Files.writeString(
                library.resolve("com/acme/blocks.nn"),
                "package com.acme layer Block(n) { input x: [m] output y = x -> Dense(n) }");
        CompilationResult result =
                compile("m.nn", "import com.acme.Block as B model M { input x: [4] output y = x -> B(3) }", library);
        assertThat(result.models()).hasSize(1);
        SourceFile blocks = new SourceFile(
                "com/acme/blocks.nn", "package com.acme layer Block(n) { input x: [m] output y = x -> Dense(n) }");
        SourceFile model = new SourceFile(
                "net/m.nn", "package net import com.acme.Block model M { input x: [4] output y = x -> Block(3) }");
        CompilationResult together = NnCompiler.compile(new CompilationRequest(List.of(model, blocks), List.of()));
        assertThat(together.diagnostics()).isEmpty();
        assertThat(together.files())
                .extracting(CompilationResult.JavaFile::path)
                .containsExactly("net/M.java", "net/MGradients.java");
    }

    @Test
    void filesThatImportEachOtherAreRefused() {
        SourceFile a = new SourceFile("p/a.nn", "package p import q.B layer A(n) = Dense(n)");
        SourceFile b = new SourceFile("q/b.nn", "package q import p.A layer B(n) = Dense(n)");
        String errors = DiagnosticFormatter.formatAll(
                NnCompiler.compile(new CompilationRequest(List.of(a, b), List.of()))
                        .diagnostics(),
                false);
        assertThat(errors).contains("error[N208]: these files import each other: p/a.nn -> q/b.nn -> p/a.nn");
    }

    @Test
    void modelsAreLayersAndAliases() {
        String text = """
                model Inner(n = 3) { input x: [4] output y = x -> Dense(n) }
                model Wide = Inner(n = 5)
                model Outer { input x: [4] output y = x -> Inner() -> Dense(2) }
                """;
        List<CheckedModel> models = compile("m.nn", text).models();
        assertThat(models).extracting(CheckedModel::name).containsExactly("Inner", "Wide", "Outer");
        assertThat(models.get(1).outputs().get(0).value().shape()).hasToString("[5]");
        assertThat(models.get(2).root().allWeights().map(Weight::path))
                .containsExactly("inner.dense.weight", "inner.dense.bias", "dense.weight", "dense.bias");
    }
}
