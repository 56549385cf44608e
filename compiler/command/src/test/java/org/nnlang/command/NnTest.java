package org.nnlang.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.io.NamedArray;
import org.nnlang.runtime.io.NpyFile;
import org.nnlang.runtime.io.SafetensorsFile;

class NnTest {
    private static final String DIGITS = """
            model Digits {
              input  image: [784]
              output digit: [10] = image -> hidden: Dense(16, sigmoid) -> logits: Dense(10, softmax)
            }
            """;

    private static final String TWO = """
            model Twice {
              input  x: [2]
              output y = 2 * x
            }

            model Both {
              input  a: [2]
              input  b: [2]
              output sum = a + b
              output product = a * b
            }
            """;

    @TempDir
    private Path folder;

    private String digits = "";
    private String two = "";
    private String wrong = "";

    @BeforeEach
    void writeFiles() throws IOException {
        digits = Files.writeString(folder.resolve("digits.nn"), DIGITS).toString();
        two = Files.writeString(folder.resolve("two.nn"), TWO).toString();
        wrong = Files.writeString(folder.resolve("wrong.nn"), DIGITS.replace("Dense(16", "Dens(16"))
                .toString();
    }

    @Test
    void checksSoundFiles() {
        NnRun run = NnRun.of("check", digits, two);
        assertThat(run).isEqualTo(new NnRun(0, "", "checked 2 files: no errors\n"));
    }

    @Test
    void checksFoldersByTheirStructure() throws IOException {
        Path root = folder.resolve("root");
        Files.createDirectories(root.resolve("com/acme"));
        Files.writeString(root.resolve("com/acme/digits.nn"), "package com.acme\n" + DIGITS);
        assertThat(NnRun.of("check", root.toString()).exit()).isZero();
    }

    @Test
    void showsErrorsOnStandardError() {
        NnRun run = NnRun.of("check", wrong);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("error[N201]: unknown layer or model `Dens`\n --> wrong.nn:3:")
                .contains("did you mean `Dense`?")
                .endsWith("checked 1 file: 1 error\n");
    }

    @Test
    void printsJsonForTools() {
        NnRun run = NnRun.of("check", "--json", wrong);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("{\"code\":\"N201\",").endsWith("}\n").contains("\"line\":3,");
    }

    @Test
    void colorsWhereAsked() {
        assertThat(NnRun.of("check", "--color", "always", wrong).err()).contains("\033[1;31merror[N201]");
    }

    @Test
    void generatesAndLeavesUnchangedFilesAlone() {
        Path out = folder.resolve("out");
        assertThat(NnRun.of("generate", two, "-o", out.toString()).out())
                .contains("wrote " + out.resolve("Twice.java"))
                .contains("wrote " + out.resolve("Both.java"));
        assertThat(NnRun.of("generate", two, "-o", out.toString()).out())
                .contains("unchanged " + out.resolve("Twice.java"));
    }

    @Test
    void generatesNothingWhereThereAreErrors() {
        Path out = folder.resolve("out");
        assertThat(NnRun.of("generate", wrong, two, "-o", out.toString()).exit())
                .isEqualTo(1);
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ast", "model", "graph", "gradient", "plan", "java"})
    void printsEveryStage(String stage) {
        NnRun run = NnRun.of("print", digits, "--stage", stage);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Digits");
    }

    @Test
    void formatsFilesInPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("loose.nn"), "model   M{input x:[4] output y=x->Dense(2)}");
        assertThat(NnRun.of("fmt", "--check", file.toString()))
                .isEqualTo(new NnRun(1, "not formatted: " + file + "\n", ""));
        assertThat(NnRun.of("fmt", file.toString())).isEqualTo(new NnRun(0, "formatted " + file + "\n", ""));
        assertThat(file).hasContent("model M {\n  input x: [4]\n  output y = x -> Dense(2)\n}\n");
        assertThat(NnRun.of("fmt", "--check", file.toString()).exit()).isZero();
        Path broken = Files.writeString(folder.resolve("broken.nn"), "model M {");
        assertThat(NnRun.of("fmt", broken.toString()).exit()).isEqualTo(1);
        assertThat(broken).hasContent("model M {");
    }

    @Test
    void summarizesInEveryStyle() {
        assertThat(NnRun.of("summary", digits).out()).contains("hidden (Dense)").contains("12,730");
        assertThat(NnRun.of("summary", digits, "--style", "torchsummary", "--batch", "5")
                        .out())
                .contains("Linear-1")
                .contains("[5, 16]");
        assertThat(NnRun.of("summary", digits, "--style", "torchinfo").out()).contains("Linear: 1-1");
        assertThat(NnRun.of("summary", digits, "--style", "keras-functional", "--columns", "120")
                        .out())
                .contains("image (InputLayer)");
    }

    @Test
    void runsAnExampleAndABatch() throws IOException {
        Path x = folder.resolve("x.npy");
        NpyFile.write(x, Shape.of(2), new float[] {1, -3});
        assertThat(NnRun.of("run", two, "--model", "Twice", "--seed", "1", "--input", "x=" + x)
                        .out())
                .isEqualTo("y = [2.0, -6.0]\n");
        Path twice = folder.resolve("rate=2.npy");
        assertThat(NnRun.of(
                                "run",
                                two,
                                "--model",
                                "Twice",
                                "--seed",
                                "1",
                                "--input",
                                x.toString(),
                                "--output",
                                twice.toString())
                        .out())
                .isEqualTo("wrote y to " + twice + "\n");
        assertThat(NnRun.of("run", two, "--model", "Twice", "--seed", "1", "--input", twice.toString())
                        .out())
                .isEqualTo("y = [4.0, -12.0]\n");
        Path batch = folder.resolve("batch.npy");
        NpyFile.write(batch, Shape.of(3, 2), new float[] {1, 2, 3, 4, 5, 6});
        Path y = folder.resolve("y.npy");
        NnRun run = NnRun.of(
                "run",
                two,
                "--model",
                "Both",
                "--seed",
                "1",
                "--input",
                "a=" + batch,
                "--input",
                "b=" + batch,
                "--output",
                "product=" + y);
        assertThat(run).isEqualTo(new NnRun(0, "wrote product to " + y + "\n", ""));
        NamedArray product = NpyFile.read(y);
        assertThat(product.shape()).isEqualTo(Shape.of(3, 2));
        assertThat(product.values()).containsExactly(1, 4, 9, 16, 25, 36);
    }

    @Test
    void evaluatesWeightsOfAFile() throws IOException {
        Path weights = folder.resolve("digits.safetensors");
        float[] bias = new float[10];
        bias[1] = 1;
        SafetensorsFile.write(
                weights,
                List.of(
                        new NamedArray("hidden.weight", Shape.of(16, 784), new float[16 * 784]),
                        new NamedArray("hidden.bias", Shape.of(16), new float[16]),
                        new NamedArray("logits.weight", Shape.of(10, 16), new float[10 * 16]),
                        new NamedArray("logits.bias", Shape.of(10), bias)));
        NnRun run = NnRun.of("evaluate", digits, "--weights", weights.toString(), "--data", "drawn:7");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("accuracy 0.1005 (1,005 of 10,000)")
                .contains("\n1                   0  1005  0  0  0  0  0  0  0  0  1.0000     0.1005\n");
    }

    @Test
    void evaluatesAModelOfSquareImages() throws IOException {
        String square = DIGITS.replace("[784]", "[28, 28]").replace("image ->", "image -> Flatten() ->");
        Path file = Files.writeString(folder.resolve("square.nn"), square);
        String[] rest = {"--seed", "1", "--data", "drawn:7"};

        NnRun run = NnRun.of("evaluate", file.toString(), rest[0], rest[1], rest[2], rest[3]);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(NnRun.of("evaluate", digits, rest[0], rest[1], rest[2], rest[3])
                        .out());
    }

    @Test
    void explainsNamesOfTheLibrary() {
        assertThat(NnRun.of("explain", "swish").out())
                .startsWith("// nn.core, nn/core/activations.nn:")
                .contains("\nactivation swish(x) = silu(x)\n")
                .contains("\nswish = x * sigmoid(x)\n")
                .contains("\nswish' = sigmoid(x) * (1 + x * (1 - sigmoid(x)))\n")
                .contains("\n     1    0.731059    0.927671\n");
        assertThat(NnRun.of("explain", "softmax").out()).contains("A function of whole rows");
        assertThat(NnRun.of("explain", "mean_squared_error").out())
                .contains("\n  gradient = 2 * (prediction - target) / n\n");
        assertThat(NnRun.of("explain", "N301").out()).contains("N301");
        assertThat(NnRun.of("explain", "Dens"))
                .isEqualTo(new NnRun(
                        1, "", "nn: there is no code and no name of the standard library Dens; did you mean Dense?\n"));
    }

    @Test
    void explainsNamesOfAFile() throws IOException {
        String file = Files.writeString(folder.resolve("own.nn"), """
                        /// Twice the square.
                        function parabola(x, scale = 2) = scale * square(x)
                        """).toString();
        assertThat(NnRun.of("explain", "parabola", "--file", file)).isEqualTo(new NnRun(0, """
                        // own.nn:2
                        /// Twice the square.
                        function parabola(x, scale = 2) = scale * square(x)

                        parabola = scale * (x * x)
                        parabola' = 2 * scale * x

                             x    parabola   parabola'   with scale = 2
                            -3   18.000000  -12.000000
                            -1    2.000000   -4.000000
                             0           0           0
                             1    2.000000    4.000000
                             3   18.000000   12.000000
                        """, ""));
        assertThat(NnRun.of("explain", "relu", "--file", file).out()).contains("relu' = if x > 0 then 1 else 0");
        assertThat(NnRun.of("explain", "parabol", "--file", file).err())
                .isEqualTo("nn: " + file + " knows no name parabol; did you mean parabola?\n");
    }

    @Test
    void showsDrawnDigits() throws IOException {
        Path png = folder.resolve("digits.png");
        NnRun run = NnRun.of("mnist", "show", "--count", "3", "--png", png.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isNotBlank();
        assertThat(Files.size(png)).isPositive();
    }

    static Stream<List<String>> failures() {
        return Stream.of(
                List.of("it does not exist", "check", "missing.nn"),
                List.of("declares several models: choose one by --model: Twice, Both", "summary", "{two}"),
                List.of("declares no model Digits, but Twice, Both", "summary", "{two}", "--model", "Digits"),
                List.of("--data: unknown data", "evaluate", "{digits}", "--seed", "1", "--data", "cifar"),
                List.of(
                        "Twice takes x: [2] and gives y: [2], but drawn has [784] of 10 classes",
                        "evaluate",
                        "{two}",
                        "--model",
                        "Twice",
                        "--seed",
                        "1",
                        "--data",
                        "drawn"),
                List.of("there is no folder", "evaluate", "{digits}", "--seed", "1", "--data", "mnist:none"),
                List.of("needs a whole number", "evaluate", "{digits}", "--seed", "1", "--data", "drawn:x"),
                List.of("has no input z", "run", "{two}", "--model", "Twice", "--seed", "1", "--input", "z=x.npy"),
                List.of(
                        "--input x.npy: the model has the inputs a, b: say which one is meant, as in --input a=x.npy",
                        "run",
                        "{two}",
                        "--model",
                        "Both",
                        "--seed",
                        "1",
                        "--input",
                        "x.npy"),
                List.of(
                        "not the name of a file: Nul character",
                        "run",
                        "{two}",
                        "--model",
                        "Twice",
                        "--seed",
                        "1",
                        "--input",
                        "x=\0.npy"),
                List.of(
                        "--input x=2.npy: x has a file already",
                        "run",
                        "{two}",
                        "--model",
                        "Twice",
                        "--seed",
                        "1",
                        "--input",
                        "1.npy",
                        "--input",
                        "x=2.npy"),
                List.of("there is no file", "run", "{two}", "--model", "Twice", "--seed", "1", "--input", "x=none.npy"),
                List.of("--first must be", "mnist", "show", "--first", "-1"),
                List.of("there is no file", "evaluate", "{digits}", "--weights", "none.st", "--data", "drawn"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failsWithAClearLine(List<String> expectedAndArguments) {
        String[] arguments = expectedAndArguments.subList(1, expectedAndArguments.size()).stream()
                .map(argument -> argument.replace("{two}", two).replace("{digits}", digits))
                .toArray(String[]::new);
        NnRun run = NnRun.of(arguments);
        assertThat(run.err()).contains(expectedAndArguments.get(0)).doesNotContain("\tat ");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "check",
                "summary",
                "print x.nn",
                "print x.nn --stage soup",
                "evaluate x.nn --data drawn"
            })
    void refusesWrongUsage(String line) {
        NnRun run = NnRun.of(line.split(" ", -1));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).containsPattern("Usage: nn|Did you mean: nn");
    }

    @Test
    void tellsItsVersionAndHelp() {
        assertThat(NnRun.of("--version").out()).startsWith("nn ").doesNotContain("$");
        for (String command :
                List.of("check", "generate", "print", "fmt", "explain", "summary", "run", "train", "evaluate")) {
            assertThat(NnRun.of(command, "--help").out())
                    .contains("Usage: nn " + command)
                    .contains("Example");
        }
    }
}
