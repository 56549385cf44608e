package org.nnlang.compiler.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.compiler.testing.GoldenJson;

/**
 * One case of the reference numbers for activations, with its name and configuration as this library writes them.
 *
 * @param arguments rows to apply it to; element-wise functions have one long row
 * @param expected results in double precision
 * @param source the case as the file has it
 */
record GoldenActivations(
        LibraryActivation activation, List<double[]> arguments, List<double[]> expected, GoldenJson source) {
    private static final Map<String, String> PARAMETERS = Map.of("negative_slope", "slope", "threshold", "limit");
    private static final List<String> FIXED = List.of("selu", "gelu", "gelu_tanh", "softplus", "hard_tanh");
    private static final List<String> KERAS = List.of("sparse_plus", "sparse_sigmoid", "relu_general");

    /** All cases of functions: `prelu` has a weight, and one `sparsemax` documents a defect of Keras 3.15. */
    static List<GoldenActivations> all() {
        GoldenJson file = GoldenJson.read("activations.json");
        return file.get("cases").items().stream()
                .filter(one -> !one.text("name").equals("prelu"))
                .filter(one -> !one.text("name").equals("sparsemax")
                        || one.text("dialect").equals("reference"))
                .map(one -> of(one, file))
                .toList();
    }

    private static GoldenActivations of(GoldenJson one, GoldenJson file) {
        boolean rows = one.text("kind").equals("rows");
        String name = one.text("name");
        Map<String, Object> configuration = new LinkedHashMap<>();
        if (!rows && !FIXED.contains(name)) {
            GoldenJson parameters = one.get("parameters");
            for (String key : parameters.keys()) {
                configuration.put(
                        PARAMETERS.getOrDefault(key, key), parameters.get(key).number());
            }
        }
        LibraryActivation activation = new LibraryActivation(
                KERAS.contains(name) ? "nn.keras" : "nn.core",
                name.equals("relu_general") ? "relu" : name,
                rows,
                configuration);
        return new GoldenActivations(
                activation,
                rows ? file.get("rows_x").rows() : List.of(file.get("x").data()),
                rows ? one.get("y").rows() : List.of(one.get("y").data()),
                one);
    }

    @Override
    public String toString() {
        return activation.toString();
    }
}
