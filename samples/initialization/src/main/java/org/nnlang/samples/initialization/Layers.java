package org.nnlang.samples.initialization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Model;

/** What comes out of each hidden layer of a network, seen by an observer while it calculates. */
final class Layers {
    private Layers() {}

    /** The values of all units of each hidden layer for all examples, from the first layer to the last. */
    static List<float[]> of(Model model, int examples) {
        GradientSession session = model.gradients().newSession(examples);
        Map<String, float[]> values = new LinkedHashMap<>();
        // The array is the session's, which may use it again for another layer.
        session.observe((path, array, length) -> values.put(path, Arrays.copyOf(array, length)));
        float[][] inputs = {RandomExamples.of(examples).features()};
        float[][] outputs = new float[1][examples * RandomExamples.CLASSES];
        float[][] logits = new float[1][examples * RandomExamples.CLASSES];
        session.predict(inputs, examples, outputs, logits);
        values.keySet().removeIf(path -> !path.startsWith("hidden["));
        return new ArrayList<>(values.values());
    }
}
