package org.nnlang.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.LossForm;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.training.Losses;

/** Every loss in float32 against Keras and PyTorch: of each row, their mean, and the derivative of the mean. */
class LossGoldensTest {
    /** What the frameworks have and {@link Losses} has not, or defines otherwise. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            entry("torch.smooth_l1", "is Huber's loss divided by its delta"),
            entry("keras.mape", "no such loss"),
            entry("keras.msle", "no such loss"),
            entry("torch.binary_crossentropy", "holds logarithms at -100, we probabilities at 1e-7, as Keras"),
            entry("keras.focal_binary", "no such loss: ours is of n classes"),
            entry("torch.nll", "takes logarithms of probabilities, we probabilities or logits"),
            entry("torch.kl_divergence", "takes logarithms of probabilities"),
            entry("torch.poisson", "adds 1e-8 or takes logarithms of rates, we add 1e-7, as Keras"),
            entry("keras.categorical_hinge", "no such loss"),
            entry("torch.hinge_embedding", "no such loss"),
            entry("torch.soft_margin", "no such loss"),
            entry("torch.multi_margin", "no such loss"),
            entry("torch.cosine_embedding", "is ours plus 1, and holds lengths otherwise"));

    /** Weights are the trainer's: {@code WeightedLossGoldensTest}. */
    private static boolean isWeighted(GoldenLoss golden) {
        return golden.source().has("sample_weight") || golden.has("weight") || golden.has("pos_weight");
    }

    /** Keras turns targets 0 and 1 of a hinge loss into -1 and 1, which is left to the user here. */
    private static boolean isOfOtherTargets(GoldenLoss golden) {
        return golden.name().endsWith("hinge") && golden.text("target_is").equals("labels 0/1");
    }

    private static boolean isOurs(GoldenLoss golden) {
        return !OTHERS.containsKey(golden.name()) && !isWeighted(golden) && !isOfOtherTargets(golden);
    }

    static Stream<GoldenLoss> ours() throws IOException {
        return GoldenLoss.all().stream().filter(LossGoldensTest::isOurs);
    }

    /** The generated class of a case. */
    private static Loss of(GoldenLoss golden) {
        double smoothing = golden.parameter("label_smoothing", 0);
        String name = golden.name();
        return switch (name.substring(name.indexOf('.') + 1)) {
            case "mse" -> new MeanSquaredError();
            case "mae" -> new MeanAbsoluteError();
            case "huber" -> new Huber(golden.parameter("delta", Double.NaN));
            case "log_cosh" -> new LogCosh();
            case "binary_crossentropy" -> new BinaryCrossEntropy(smoothing);
            case "binary_crossentropy_logits" -> new BinaryCrossEntropyFromLogits(smoothing);
            case "categorical_crossentropy" -> new CategoricalCrossEntropy(smoothing);
            case "categorical_crossentropy_logits" -> new CategoricalCrossEntropyFromLogits(smoothing);
            case "sparse_categorical_crossentropy" -> new SparseCategoricalCrossEntropy(smoothing);
            case "sparse_categorical_crossentropy_logits" -> new SparseCategoricalCrossEntropyFromLogits(smoothing);
            case "focal_categorical" ->
                new Focal(golden.parameter("alpha", Double.NaN), golden.parameter("gamma", Double.NaN));
            case "kl_divergence" -> new KlDivergence();
            case "poisson" -> new Poisson();
            case "hinge" -> new Hinge();
            case "squared_hinge" -> new SquaredHinge();
            case "cosine_similarity" -> new CosineSimilarity();
            default -> throw new AssertionError("no loss is known for " + golden + ": add it, or say why not");
        };
    }

    /** What a user writes, in the form that it has for an output that ends with an activation. */
    private static @Nullable LossForm ofUsers(GoldenLoss golden) {
        double smoothing = golden.parameter("label_smoothing", 0);
        String name = golden.name();
        Loss loss = switch (name.substring(name.indexOf('.') + 1)) {
            case "binary_crossentropy", "binary_crossentropy_logits" -> Losses.binaryCrossEntropy(smoothing);
            case "categorical_crossentropy",
                    "categorical_crossentropy_logits",
                    "sparse_categorical_crossentropy",
                    "sparse_categorical_crossentropy_logits" -> Losses.categoricalCrossEntropy(smoothing);
            default -> null;
        };
        if (loss == null) {
            return null;
        }
        boolean ofLogits = name.endsWith("_logits");
        OutputActivation ending = !ofLogits
                ? OutputActivation.OTHER
                : name.contains("binary") ? OutputActivation.SIGMOID : OutputActivation.SOFTMAX;
        LossForm form = loss.form(ending, golden.width(), golden.targetWidth());
        assertThat(form.ofLogits()).isEqualTo(ofLogits);
        return form;
    }

    @ParameterizedTest
    @MethodSource("ours")
    void isTheLossOfTheFrameworks(GoldenLoss golden) {
        check(golden, of(golden));
        LossForm form = ofUsers(golden);
        if (form != null) {
            check(golden, form.loss());
        }
    }

    private static void check(GoldenLoss golden, Loss loss) {
        int rows = golden.rows();
        int width = golden.width();
        float[] losses = new float[rows];
        float[] gradient = new float[rows * width];
        loss.evaluate(golden.prediction(), golden.target(), rows, width, losses, gradient);
        float[] alone = new float[rows];
        loss.evaluate(golden.prediction(), golden.target(), rows, width, alone, null);

        Closeness.requireLosses(golden.toString(), losses, golden.ofRows());
        assertThat(alone).containsExactly(losses);
        double sum = 0;
        for (float each : losses) {
            sum += each;
        }
        // PyTorch's reduction "sum" is of all numbers, ours the mean.
        double parts = golden.text("reduction").equals("sum") ? width * rows : 1;
        Closeness.requireLoss(golden + ": the mean", sum / rows * parts, golden.reduced());
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) (gradient[i] * (parts / rows));
        }
        Closeness.requireGradients(golden.toString(), gradient, golden.gradient());
    }

    /** What is excused above is in the file, so that nothing that could be compared is passed over by a slip. */
    @Test
    void everyOtherLossIsOfTheFile() throws IOException {
        List<String> names = new ArrayList<>();
        GoldenLoss.all().forEach(golden -> names.add(golden.name()));
        assertThat(names).containsAll(OTHERS.keySet());
        assertThat(ours()).hasSizeGreaterThanOrEqualTo(names.size() / 2);
    }
}
