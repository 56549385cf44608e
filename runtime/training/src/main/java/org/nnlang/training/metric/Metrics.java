package org.nnlang.training.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nnlang.runtime.text.NearestName;
import org.nnlang.training.Metric;

/** The metrics by name. */
public final class Metrics {
    private static final Pattern TOP = Pattern.compile("top_([1-9][0-9]{0,8})_categorical_accuracy");
    private static final Map<String, Supplier<Metric>> BY_NAME = new LinkedHashMap<>();
    /** What Keras and scikit-learn also take. */
    private static final Map<String, String> SHORT = Map.of(
            "acc", "accuracy",
            "f1", "f1_score",
            "mae", "mean_absolute_error",
            "mse", "mean_squared_error",
            "rmse", "root_mean_squared_error",
            "r2", "r2_score");

    static {
        add(Accuracy::new);
        add(BinaryAccuracy::new);
        add(TopK::new);
        add(Precision::new);
        add(Recall::new);
        add(F1::new);
        for (Average average : Average.values()) {
            add(() -> new Precision(average));
            add(() -> new Recall(average));
            add(() -> new F1(average));
        }
        add(MeanAbsoluteError::new);
        add(MeanSquaredError::new);
        add(RootMeanSquaredError::new);
        add(R2::new);
    }

    private Metrics() {}

    private static void add(Supplier<Metric> metric) {
        BY_NAME.put(metric.get().name(), metric);
    }

    /** All names that {@link #parse} takes, without the short ones and the other numbers of {@link TopK}. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * Makes the metric of a name, such as {@code accuracy}, {@code f1_score_macro} or {@code top_3_categorical_accuracy}.
     *
     * <p>Also taken are {@code acc}, {@code f1}, {@code mae}, {@code mse}, {@code rmse} and {@code r2}.
     *
     * @throws IllegalArgumentException if there is none of this name; the message has the nearest
     */
    public static Metric parse(String name) {
        Matcher top = TOP.matcher(name);
        if (top.matches()) {
            return new TopK(Integer.parseInt(top.group(1)));
        }
        Supplier<Metric> metric = BY_NAME.get(SHORT.getOrDefault(name, name));
        if (metric == null) {
            String nearest = NearestName.of(name, BY_NAME.keySet()).orElseThrow();
            throw new IllegalArgumentException("there is no metric " + name + "; did you mean " + nearest
                    + "? There are " + String.join(", ", BY_NAME.keySet()));
        }
        return metric.get();
    }
}
