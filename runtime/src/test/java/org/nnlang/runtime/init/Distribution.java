package org.nnlang.runtime.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.nnlang.runtime.kernel.ErrorFunction;

/**
 * What a sample must look like, as the reference results say it.
 *
 * @param low no value is below
 * @param high no value is above
 * @param cumulative the probability of at most x
 */
record Distribution(double low, double high, double mean, double deviation, DoubleUnaryOperator cumulative) {
    /** Kolmogorov's statistic times the root of the count is above it once in about 16,000 samples. */
    private static final double KOLMOGOROV = 2.2;

    static Distribution of(JsonNode node) {
        double mean = node.get("mean").asDouble();
        double deviation = node.get("std").asDouble();
        double infinity = Double.POSITIVE_INFINITY;
        return switch (node.get("kind").asText()) {
            case "uniform" ->
                uniform(node.get("low").asDouble(), node.get("high").asDouble(), mean, deviation);
            case "normal" -> new Distribution(-infinity, infinity, mean, deviation, normal(mean, deviation));
            case "truncated_normal" -> truncated(node, mean, deviation);
            default -> throw new IllegalArgumentException(node.toString());
        };
    }

    private static Distribution uniform(double low, double high, double mean, double deviation) {
        return new Distribution(low, high, mean, deviation, x -> (x - low) / (high - low));
    }

    private static Distribution truncated(JsonNode node, double mean, double deviation) {
        double low = node.get("cut_low").asDouble();
        double high = node.get("cut_high").asDouble();
        DoubleUnaryOperator normal =
                normal(node.get("location").asDouble(), node.get("sigma").asDouble());
        double below = normal.applyAsDouble(low);
        double within = normal.applyAsDouble(high) - below;
        return new Distribution(low, high, mean, deviation, x -> (normal.applyAsDouble(x) - below) / within);
    }

    private static DoubleUnaryOperator normal(double mean, double deviation) {
        return x -> ErrorFunction.normalProbability((float) ((x - mean) / deviation));
    }

    void assertFits(float[] sample) {
        float[] sorted = sample.clone();
        Arrays.sort(sorted);
        int count = sorted.length;
        assertThat((double) sorted[0]).isGreaterThanOrEqualTo(low * (1 + Math.signum(-low) * 1e-7));
        assertThat((double) sorted[count - 1]).isLessThanOrEqualTo(high * (1 + Math.signum(high) * 1e-7));

        double sum = 0;
        double squares = 0;
        double distance = 0;
        for (int i = 0; i < count; i++) {
            sum += sorted[i];
            squares += ((double) sorted[i] - mean) * ((double) sorted[i] - mean);
            double probability = cumulative.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(probability - i / (double) count, (i + 1.0) / count - probability));
        }
        assertThat(Math.abs(sum / count - mean)).as("mean").isLessThan(5 * deviation / Math.sqrt(count));
        assertThat(Math.sqrt(squares / count)).as("deviation").isBetween(0.98 * deviation, 1.02 * deviation);
        assertThat(distance * Math.sqrt(count)).as("Kolmogorov").isLessThan(KOLMOGOROV);
    }
}
