package org.nnlang.training.loss;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nnlang.training.Goldens;

/**
 * One loss as Keras or PyTorch calculated it, of a few rows.
 *
 * @param source the case of the file
 */
// The test library is no module.
@SuppressWarnings("exports")
public record GoldenLoss(JsonNode source) {
    /** Every case of the file, in order; skips the test where there is none. */
    public static List<GoldenLoss> all() throws IOException {
        List<GoldenLoss> cases = new ArrayList<>();
        for (JsonNode one : Goldens.read("losses.json").get("cases")) {
            cases.add(new GoldenLoss(one));
        }
        return cases;
    }

    /** The framework and its name for the loss, such as {@code keras.mse}. */
    public String name() {
        return source.get("dialect").asText() + "." + source.get("name").asText();
    }

    public int rows() {
        return source.get("prediction").get("shape").get(0).asInt();
    }

    public int width() {
        return source.get("prediction").get("shape").get(1).asInt();
    }

    /** The numbers of a target: 1 for a class index. */
    public int targetWidth() {
        return target().length / rows();
    }

    public boolean has(String parameter) {
        return source.get("parameters").has(parameter);
    }

    /** A number among the settings. */
    public double parameter(String name, double otherwise) {
        return has(name) ? source.get("parameters").get(name).asDouble() : otherwise;
    }

    /** A text among the settings or beside them; empty where there is none. */
    public String text(String name) {
        return has(name)
                ? source.get("parameters").get(name).asText()
                : source.path(name).asText();
    }

    /** A list among the settings. */
    public float[] parameters(String name) {
        return floats(source.get("parameters").get(name));
    }

    public float[] prediction() {
        return floats(source.get("prediction").get("data"));
    }

    public float[] target() {
        return floats(source.get("target").get("data"));
    }

    /** The weight of each row. */
    public float[] weights() {
        return floats(source.get("sample_weight").get("data"));
    }

    /** The loss of each row: Keras lists it, PyTorch lists the loss of each number, whose mean it is. */
    public double[] ofRows() {
        double[] values = doubles(source.get(source.has("per_sample") ? "per_sample" : "unreduced")
                .get("data"));
        int each = values.length / rows();
        double[] means = new double[rows()];
        for (int i = 0; i < values.length; i++) {
            means[i / each] += values[i] / each;
        }
        return means;
    }

    /** The loss of all rows, as the framework reduces them. */
    public double reduced() {
        return source.get("mean").asDouble();
    }

    /** The derivative of {@link #reduced} by each prediction. */
    public double[] gradient() {
        return doubles(source.get("gradient").get("data"));
    }

    private static float[] floats(JsonNode list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) list.get(i).asDouble();
        }
        return values;
    }

    private static double[] doubles(JsonNode list) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asDouble();
        }
        return values;
    }

    @Override
    public String toString() {
        return name() + " " + source.get("parameters") + " of "
                + source.get("target_is").asText();
    }
}
