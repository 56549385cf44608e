package org.nnlang.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.Goldens;
import org.nnlang.training.Optimizer;
import org.nnlang.training.ParameterUpdate;
import org.nnlang.training.schedule.LearningRateSchedule;
import org.nnlang.training.schedule.ReferenceSchedules;

/** Every optimizer against the weights that Keras and PyTorch came to, from the same gradients. */
class ReferenceOptimizersTest {
    /** The settings of a case under the framework's names, which are all understood, in the order in which they come. */
    private static String settings(JsonNode parameters) {
        List<String> settings = new ArrayList<>();
        parameters.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "betas" -> {
                    settings.add("beta1=" + value.get(0));
                    settings.add("beta2=" + value.get(1));
                }
                case "max_norm" -> settings.add("global_clip_norm=" + value);
                default -> settings.add(entry.getKey() + "=" + value);
            }
        });
        return String.join(",", settings);
    }

    @TestFactory
    Stream<DynamicTest> comesToTheWeightsOfTheFrameworks() throws IOException {
        JsonNode file = Goldens.read("optimizers.json");
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode node : file.get("cases")) {
            if (node.get("kind").asText().equals("optimizer")) {
                String title = node.get("dialect").asText() + "."
                        + node.get("name").asText() + " " + node.get("variant").asText();
                JsonNode problem = file.get("problems").get(node.get("problem").asText());
                tests.add(DynamicTest.dynamicTest(title, () -> check(node, problem)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static void check(JsonNode node, JsonNode problem) {
        JsonNode parameters = node.get("parameters");
        String kind = node.get("dialect").asText() + "." + node.get("name").asText();
        if (parameters.has("schedule")) {
            LearningRateSchedule schedule = ReferenceSchedules.of(
                    parameters.get("schedule").asText(), node.get("dialect").asText(), parameters);
            run(Optimizers.parse(kind), schedule, node, problem);
        } else {
            Optimizer optimizer = Optimizers.parse(kind + ":" + settings(parameters));
            run(optimizer, step -> optimizer.learningRate(), node, problem);
        }
    }

    private static void run(Optimizer optimizer, LearningRateSchedule schedule, JsonNode node, JsonNode problem) {
        List<ParameterStorage> weights = new ArrayList<>();
        List<ParameterUpdate> updates = new ArrayList<>();
        List<ParameterStorage> gradients = new ArrayList<>();
        for (JsonNode first : problem.get("w0")) {
            float[] values = floats(first.get("data"));
            ArrayStorage storage = new ArrayStorage(values.length);
            storage.write(values);
            weights.add(storage);
            updates.add(optimizer.update(storage));
            gradients.add(storage.sameLayout());
        }
        int step = 0;
        for (JsonNode expected : node.get("weights")) {
            while (step < expected.get("step").asInt()) {
                step++;
                readGradients(problem, step - 1, gradients);
                float scale = optimizer.gradientScale(gradients);
                for (int i = 0; i < updates.size(); i++) {
                    updates.get(i).step(gradients.get(i), scale, schedule.rate(step - 1), step);
                }
            }
            for (int i = 0; i < weights.size(); i++) {
                assertNear(weights.get(i), expected.get("w").get(i).get("data"), step);
            }
        }
    }

    private static void readGradients(JsonNode problem, int row, List<ParameterStorage> gradients) {
        for (int i = 0; i < gradients.size(); i++) {
            JsonNode tensor = problem.get("gradients").get(i);
            int width = tensor.get("shape").get(1).asInt();
            float[] values = new float[width];
            for (int j = 0; j < width; j++) {
                values[j] = (float) tensor.get("data").get(row * width + j).asDouble();
            }
            gradients.get(i).write(values);
        }
    }

    private static void assertNear(ParameterStorage weights, JsonNode expected, int step) {
        float[] values = new float[expected.size()];
        weights.read(values);
        for (int j = 0; j < values.length; j++) {
            double golden = expected.get(j).asDouble();
            assertThat((double) values[j])
                    .as("weight %d after step %d", j, step)
                    .isCloseTo(golden, within(5e-5 + 1e-4 * Math.abs(golden)));
        }
    }

    private static float[] floats(JsonNode data) {
        float[] values = new float[data.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) data.get(i).asDouble();
        }
        return values;
    }
}
