package org.nnlang.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainTest {
    private static final String MODELS = """
            /// Too little costs more than too much.
            loss pinball(prediction: [n], target: [n], quantile = 0.5) =
              mean(maximum(quantile * (target - prediction), (quantile - 1) * (target - prediction)))

            model Kind {
              input  sizes: [2]
              output kind: [3] = sizes -> hidden: Dense(8, tanh) -> Dense(3, softmax)
            }

            model Price {
              input  sizes: [2]
              output price: [1] = sizes -> Dense(1)
            }

            model Both {
              input  sizes: [2]
              input  color: [2]
              let body = concat(sizes, color) -> Dense(8, tanh)
              output kind: [3] = body -> Dense(3, softmax)
              output price: [1] = body -> Dense(1)
            }

            model Digits {
              input  image: [784]
              output digit: [10] = image -> Dense(8, relu) -> Dense(10, softmax)
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("models.nn"), MODELS);
        List<String> lines = new ArrayList<>(List.of("length,width,color,kind,price"));
        for (int i = 0; i < 90; i++) {
            double length = i % 3 + (i % 7) / 20.0;
            double width = 3 - i % 3 + (i % 5) / 20.0;
            lines.add(length + "," + width + "," + (i % 2 == 0 ? "red" : "blue") + ","
                    + List.of("rose", "lily", "iris").get(i % 3) + "," + (2 * length + width));
        }
        Files.write(folder.resolve("flowers.csv"), lines);
    }

    /** Runs `nn train models.nn` with the words of a line; `@` is the test's folder. */
    private NnRun train(String line) {
        return NnRun.of(
                ("train @/models.nn " + line).replace("@", folder.toString()).split(" ", -1));
    }

    private static final String KINDS =
            "--model Kind --data csv:@/flowers.csv --target kind --features length,width --batch-size 10 --optimizer adam:lr=0.03 ";

    @Test
    void learnsClassesOfATable() throws IOException {
        NnRun run = train(KINDS + "--epochs 20 --validation 0.2 --save @/kind.safetensors --csv-log @/log.csv"
                + " --curves @/curves.png --test csv:@/flowers.csv");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("classes of kind: iris = 0, lily = 1, rose = 2\n")
                .contains("loss of kind: categorical_cross_entropy, as it ends with a softmax\n")
                .contains("Kind: 51 weights to train, 72 examples, 18 to validate, loss categorical_cross_entropy\n")
                .contains("Epoch 20/20")
                .contains("weights: " + folder.resolve("kind.safetensors") + ", after 20 epochs\n")
                .contains("to go on: the same command with --epochs 40 --resume\n")
                .contains("test on 90 examples: accuracy: 1.0000 - ");
        assertThat(Files.readAllLines(folder.resolve("log.csv")))
                .hasSize(21)
                .first()
                .isEqualTo("epoch,accuracy,loss,val_accuracy,val_loss");
        assertThat(folder.resolve("curves.png")).isNotEmptyFile();
        assertThat(folder.resolve("kind.checkpoint")).isNotEmptyFile();
    }

    @Test
    void goesOnToTheSameBitsAsWithoutABreak() throws IOException {
        assertThat(train(KINDS + "--epochs 4 --save @/whole.safetensors").exit())
                .isZero();
        assertThat(train(KINDS + "--epochs 2 --save @/parts.safetensors").exit())
                .isZero();
        Path whole = folder.resolve("whole.safetensors");
        Path parts = folder.resolve("parts.safetensors");
        assertThat(Files.mismatch(whole, parts)).isNotEqualTo(-1);
        NnRun run = train(KINDS + "--epochs 4 --save @/parts.safetensors --resume");
        assertThat(run.out()).contains("Epoch 3/4").doesNotContain("Epoch 2/4");
        assertThat(Files.mismatch(whole, parts)).isEqualTo(-1);
    }

    @Test
    void startsFromWeightsAndLeavesFrozenOnes() throws IOException {
        train(KINDS + "--epochs 1 --save @/first.safetensors");
        NnRun run = train(KINDS + "--epochs 1 --save @/second.safetensors --weights @/first.safetensors --freeze *");
        assertThat(run.err()).contains("Kind has no weights to train: --freeze fits all");
        run = train(KINDS + "--epochs 1 --save @/second.npz --weights @/first.safetensors --freeze hidden.*");
        assertThat(run.out()).contains("Kind: 27 weights to train");
    }

    @Test
    void takesLossesOfTheFile() {
        NnRun run = train("--model Price --data csv:@/flowers.csv --target price --features length,width"
                + " --loss pinball:quantile=0.9 --metrics mae,r2 --epochs 2 --save @/price.npz --schedule cosine");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Price: 3 weights to train, 90 examples, loss pinball")
                .contains("mean_absolute_error: ");
    }

    @Test
    void trainsSeveralOutputsFromOneTable() {
        NnRun run = train("--model Both --data csv:@/flowers.csv --target kind=kind,price=price --categories color"
                + " --loss kind=categorical_cross_entropy,price=huber:delta=0.5*0.1 --metrics kind=accuracy,f1"
                + " --clip-norm 1 --early-stopping 1 --epochs 3 --save @/both.safetensors");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("loss categorical_cross_entropy + huber * 0.1\n")
                .contains("kind_f1_score: ")
                .contains("price_loss: ");
    }

    @Test
    void learnsDrawnDigits() {
        NnRun run = train("--model Digits --data drawn:3 --test drawn:3 --epochs 1 --save @/digits.safetensors");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("20,000 examples").contains("test on 10,000 examples: accuracy: 0.9");
    }

    @Test
    void keepsTheWeightsThatWereWhereATrainingBreaks() {
        NnRun run = train("--model Price --data csv:@/flowers.csv --target price --features length,width"
                + " --loss mse --optimizer sgd:lr=1e30 --epochs 2 --save @/price.safetensors");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("the weights are not saved: the training broke; try a lower learning rate");
        assertThat(folder.resolve("price.safetensors")).doesNotExist();
    }

    static Stream<List<String>> failures() {
        String kind = "--model Kind --data csv:@/flowers.csv --save @/k.st ";
        String price = "--model Price --data csv:@/flowers.csv --target price --features length,width --save @/p.st ";
        return Stream.of(
                List.of("declares no model Nope, but Kind", "--model Nope --data drawn --save @/k.st"),
                List.of("column 'color': expected a number, found \"red\"", kind + "--target kind"),
                List.of("did you mean 'kind'?", kind + "--target kin --features length,width"),
                List.of("has rows of 1 input numbers, but the model takes 2", kind + "--target kind --features length"),
                List.of("2 classes, blue, red, but output kind: [3]", kind + "--target color --features length,width"),
                List.of("--target is missing", kind + "--features length,width"),
                List.of("has [784] of 10 classes", "--model Kind --data drawn --save @/k.st"),
                List.of("there is no file", "--model Kind --data csv:@/no.csv --target kind --save @/k.st"),
                List.of("--data: unknown data", "--model Kind --data cifar --save @/k.st"),
                List.of("--loss is missing: output price: [1] ends with neither", price),
                List.of("take binary_cross_entropy", price + "--loss categorical_cross_entropy"),
                List.of("did you mean huber?", price + "--loss hubber"),
                List.of("the file itself declares pinball", price + "--loss pinbal"),
                List.of("pinball has no setting quartile; did you mean quantile?", price + "--loss pinball:quartile=1"),
                List.of("the model has no output prize; did you mean price?", price + "--loss prize=mse"),
                List.of("a number", price + "--loss mse*much"),
                List.of("--optimizer: no optimizer adm; did you mean adam?", price + "--loss mse --optimizer adm"),
                List.of("--schedule: ", price + "--loss mse --schedule cosinus"),
                List.of("--metrics: there is no metric acuracy", price + "--loss mse --metrics acuracy"),
                List.of("--validation must be a part", price + "--loss mse --validation 2"),
                List.of("--freeze: no parameter fits nope", price + "--loss mse --freeze nope"),
                List.of("there is no checkpoint", price + "--loss mse --resume"),
                List.of("--checkpoint and --save are both", price + "--loss mse --checkpoint @/p.st"),
                List.of("cannot write the log @/flowers.csv", price + "--loss mse --csv-log @/flowers.csv"),
                List.of("there is no folder @/nowhere", price + "--loss mse --curves @/nowhere/c.png"),
                List.of("must be at least 1", price + "--loss mse --batch-size 0"),
                List.of("say which one is meant", "--model Both --data drawn --save @/b.st --loss mse"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failsWithAClearLine(List<String> expectedAndLine) {
        NnRun run = train(expectedAndLine.get(1).strip());
        assertThat(run.err())
                .contains(expectedAndLine.get(0).replace("@", folder.toString()))
                .doesNotContain("\tat ");
        assertThat(run.exit()).isEqualTo(1);
    }
}
