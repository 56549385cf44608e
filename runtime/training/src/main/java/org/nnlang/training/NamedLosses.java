package org.nnlang.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.text.NamedSettings;
import org.nnlang.runtime.text.NearestName;
import org.nnlang.training.loss.BinaryCrossEntropyFromLogits;

/** The {@link Losses} by name. */
final class NamedLosses {
    private static final String LABEL_SMOOTHING = "label_smoothing";
    private static final Map<String, Function<NamedSettings, Loss>> BY_NAME = byName();

    /** What Keras and PyTorch also call them, without underscores. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "mse", "mean_squared_error",
            "mae", "mean_absolute_error",
            "bce", "binary_cross_entropy",
            "crossentropy", "categorical_cross_entropy",
            "sparsecategoricalcrossentropy", "categorical_cross_entropy",
            "sparsecategoricalcrossentropyfromlogits", "categorical_cross_entropy_from_logits",
            "kld", "kl_divergence",
            "categoricalfocalcrossentropy", "focal");

    private NamedLosses() {}

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    static Loss parse(String text) {
        NamedSettings settings = NamedSettings.parse(text);
        String plain = NamedSettings.plain(settings.name());
        String name = OTHER_NAMES.getOrDefault(plain, plain);
        for (Map.Entry<String, Function<NamedSettings, Loss>> each : BY_NAME.entrySet()) {
            if (NamedSettings.plain(each.getKey()).equals(NamedSettings.plain(name))) {
                Loss loss = each.getValue().apply(settings);
                settings.requireAllKnown();
                return loss;
            }
        }
        throw new IllegalArgumentException("no loss " + settings.name() + "; did you mean "
                + NearestName.of(settings.name(), BY_NAME.keySet()).orElseThrow() + "? There are "
                + String.join(", ", BY_NAME.keySet()));
    }

    private static Map<String, Function<NamedSettings, Loss>> byName() {
        Map<String, Function<NamedSettings, Loss>> losses = new LinkedHashMap<>();
        losses.put("categorical_cross_entropy", it -> Losses.categoricalCrossEntropy(it.number(LABEL_SMOOTHING, 0)));
        losses.put(
                "categorical_cross_entropy_from_logits",
                it -> Losses.categoricalCrossEntropyFromLogits(it.number(LABEL_SMOOTHING, 0)));
        losses.put("binary_cross_entropy", it -> Losses.binaryCrossEntropy(it.number(LABEL_SMOOTHING, 0)));
        losses.put(
                "binary_cross_entropy_from_logits",
                it -> new BinaryCrossEntropyFromLogits(Losses.checkSmoothing(it.number(LABEL_SMOOTHING, 0))));
        losses.put("mean_squared_error", it -> Losses.meanSquaredError());
        losses.put("mean_absolute_error", it -> Losses.meanAbsoluteError());
        losses.put("huber", it -> Losses.huber(it.number("delta", 1)));
        losses.put("log_cosh", it -> Losses.logCosh());
        losses.put("kl_divergence", it -> Losses.klDivergence());
        losses.put("poisson", it -> Losses.poisson());
        losses.put("hinge", it -> Losses.hinge());
        losses.put("squared_hinge", it -> Losses.squaredHinge());
        losses.put("cosine_similarity", it -> Losses.cosineSimilarity());
        losses.put("focal", it -> Losses.focal(it.number("alpha", 0.25), it.number("gamma", 2)));
        return losses;
    }
}
