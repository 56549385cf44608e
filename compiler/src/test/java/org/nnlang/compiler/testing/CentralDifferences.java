package org.nnlang.compiler.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Parameter;

/** Derivatives of a model's meaning by its weights, in double precision and by nothing but differences. */
public final class CentralDifferences {
    private static final double STEP = 1e-6;
    private static final int MOST = 60;

    private final CheckedModel meaning;
    private final Map<String, double[]> weights = new HashMap<>();

    /** The weights are those that the generated model has now. */
    public CentralDifferences(CheckedModel meaning, Model model) {
        this.meaning = meaning;
        for (Parameter parameter : model.parameters()) {
            float[] values = parameter.toArray();
            double[] exact = new double[values.length];
            Arrays.setAll(exact, i -> values[i]);
            weights.put(parameter.path(), exact);
        }
    }

    /** An element of a weight. */
    public record Place(int parameter, String path, int element) {}

    /** The elements to look at: all of a small model, a sample of a larger one. */
    public static List<Place> places(Model model, long seed) {
        List<Place> places = new ArrayList<>();
        int index = 0;
        for (Parameter parameter : model.parameters()) {
            for (int i = 0; parameter.trainable() && i < parameter.shape().elements(); i++) {
                places.add(new Place(index, parameter.path(), i));
            }
            index++;
        }
        java.util.Collections.shuffle(places, new Random(seed));
        return places.subList(0, Math.min(MOST, places.size()));
    }

    /**
     * The derivative by one element of the sum of all outputs, each times a factor.
     *
     * @return NaN where there is a kink within the step
     */
    public double derivative(Place place, List<double[]> inputs, List<double[]> factors) {
        double[] weight = weights.getOrDefault(place.path(), new double[0]);
        double value = weight[place.element()];
        double here = sum(inputs, factors);
        weight[place.element()] = value + STEP;
        double right = sum(inputs, factors);
        weight[place.element()] = value - STEP;
        double left = sum(inputs, factors);
        weight[place.element()] = value;
        double derivative = (right - left) / (2 * STEP);
        boolean kink = Math.abs((right - here) - (here - left)) / STEP > 1e-3 * Math.max(1, Math.abs(derivative));
        return kink ? Double.NaN : derivative;
    }

    private double sum(List<double[]> inputs, List<double[]> factors) {
        List<double[]> outputs = CheckedModelInterpreter.run(
                meaning, weight -> weights.getOrDefault(weight.path(), new double[0]), inputs);
        double sum = 0;
        for (int i = 0; i < outputs.size(); i++) {
            for (int j = 0; j < factors.get(i).length; j++) {
                sum += outputs.get(i)[j] * factors.get(i)[j];
            }
        }
        return sum;
    }
}
