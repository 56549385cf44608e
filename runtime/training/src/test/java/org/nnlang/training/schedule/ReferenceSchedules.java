package org.nnlang.training.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The schedules of the reference results, by the frameworks' names and settings. */
public final class ReferenceSchedules {
    private ReferenceSchedules() {}

    /** Makes one. */
    // The test library is no module.
    @SuppressWarnings("exports")
    public static LearningRateSchedule of(String name, String dialect, JsonNode settings) {
        return dialect.equals("keras") ? keras(name, settings) : torch(name, settings);
    }

    private static LearningRateSchedule keras(String name, JsonNode settings) {
        double initial = settings.path("initial_learning_rate").asDouble();
        long steps = settings.path("decay_steps").asLong();
        return switch (name) {
            case "ExponentialDecay" ->
                new ExponentialDecay(
                        initial,
                        steps,
                        number(settings, "decay_rate"),
                        settings.get("staircase").asBoolean());
            case "InverseTimeDecay" ->
                new InverseTimeDecay(
                        initial,
                        steps,
                        number(settings, "decay_rate"),
                        settings.get("staircase").asBoolean());
            case "PiecewiseConstantDecay" -> {
                List<Double> rates = new ArrayList<>();
                settings.get("values").forEach(rate -> rates.add(rate.asDouble()));
                yield PiecewiseConstant.keras(longs(settings.get("boundaries")), rates);
            }
            case "PolynomialDecay" ->
                new PolynomialDecay(
                        initial,
                        number(settings, "end_learning_rate"),
                        steps,
                        number(settings, "power"),
                        settings.get("cycle").asBoolean());
            case "CosineDecay" ->
                settings.has("warmup_target")
                        ? CosineDecay.keras(
                                initial,
                                steps,
                                number(settings, "alpha"),
                                number(settings, "warmup_target"),
                                settings.get("warmup_steps").asLong())
                        : CosineDecay.keras(initial, steps, number(settings, "alpha"));
            case "CosineDecayRestarts" ->
                CosineRestarts.keras(
                        initial,
                        settings.get("first_decay_steps").asLong(),
                        number(settings, "t_mul"),
                        number(settings, "m_mul"),
                        number(settings, "alpha"));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static LearningRateSchedule torch(String name, JsonNode settings) {
        double initial = number(settings, "lr");
        return switch (name) {
            case "StepLR" ->
                new ExponentialDecay(initial, settings.get("step_size").asLong(), number(settings, "gamma"), true);
            case "MultiStepLR" ->
                PiecewiseConstant.torch(initial, longs(settings.get("milestones")), number(settings, "gamma"));
            case "ExponentialLR" -> new ExponentialDecay(initial, 1, number(settings, "gamma"), false);
            case "CosineAnnealingLR" -> cosine(initial, settings);
            case "CosineAnnealingWarmRestarts" ->
                CosineRestarts.torch(
                        initial, settings.get("T_0").asLong(), number(settings, "T_mult"), number(settings, "eta_min"));
            case "LinearLR" -> linear(initial, settings);
            case "PolynomialLR" ->
                new PolynomialDecay(initial, 0, settings.get("total_iters").asLong(), number(settings, "power"), false);
            case "ConstantLR" -> {
                double factor = number(settings, "factor");
                yield PiecewiseConstant.torch(
                        initial * factor, List.of(settings.get("total_iters").asLong()), 1 / factor);
            }
            case "warmup_then_cosine" ->
                linear(initial, settings.get("warmup"))
                        .then(settings.get("milestone").asLong(), cosine(initial, settings.get("cosine")));
            case "OneCycleLR" -> {
                double highest = number(settings, "max_lr");
                double first = highest / number(settings, "div_factor");
                yield new OneCycle(
                        first,
                        highest,
                        first / number(settings, "final_div_factor"),
                        settings.get("total_steps").asLong(),
                        number(settings, "pct_start"),
                        settings.get("anneal_strategy").asText().equals("cos")
                                ? OneCycle.Form.COSINE
                                : OneCycle.Form.LINEAR);
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static LearningRateSchedule linear(double initial, JsonNode settings) {
        return new LinearFactor(
                initial,
                number(settings, "start_factor"),
                number(settings, "end_factor"),
                settings.get("total_iters").asLong());
    }

    private static LearningRateSchedule cosine(double initial, JsonNode settings) {
        return CosineDecay.torch(initial, settings.get("T_max").asLong(), number(settings, "eta_min"));
    }

    private static double number(JsonNode settings, String name) {
        return settings.get(name).asDouble();
    }

    private static List<Long> longs(JsonNode array) {
        List<Long> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asLong()));
        return values;
    }
}
