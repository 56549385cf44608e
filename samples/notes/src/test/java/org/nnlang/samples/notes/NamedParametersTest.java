package org.nnlang.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Parameter;
import org.nnlang.samples.notes.goldens.Activations;
import org.nnlang.samples.notes.goldens.Branches;

/** The paths and shapes of weights: PyTorch's as they are, and Keras' with kernels of shape [n, units] for weights [units, n]. */
class NamedParametersTest {
    private static final Pattern ENTRY = Pattern.compile(
            "(?:\"path\": \"(?<path>[^\"]+)\",\\s*)?\"name\": \"(?<name>[^\"]+)\",\\s*\"shape\": (?<shape>\\[[^]]*])");

    @Test
    void netHasThoseOfPyTorch() {
        assertThat(Net.create(1).parameters())
                .extracting(Parameter::toString)
                .containsExactly(
                        "layer1.weight [3, 3]",
                        "layer1.bias [3]",
                        "layer2.weight [2, 3]",
                        "layer2.bias [2]",
                        "layer3.weight [2, 2]",
                        "layer3.bias [2]");
    }

    @Test
    void pyTorchNamesTheSame() throws IOException {
        assertThat(described(Net.create(1))).isEqualTo(torch("torch_26_module"));
        assertThat(described(Activations.create(1))).isEqualTo(torch("torch_26_activations"));
    }

    @Test
    void kerasNamesTheSame() throws IOException {
        assertThat(described(MySequential.create(1))).isEqualTo(keras("keras_sequential"));
        assertThat(described(MyModel.create(1))).isEqualTo(keras("keras_functional"));
        assertThat(described(Branches.create(1))).isEqualTo(keras("keras_branches"));
    }

    private static List<String> described(Model model) {
        List<String> texts = new ArrayList<>();
        model.parameters().forEach(parameter -> texts.add(parameter.toString()));
        return texts;
    }

    private static List<String> torch(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Matcher entry = entries(name); entry.find(); ) {
            texts.add(entry.group("name") + " " + entry.group("shape"));
        }
        return texts;
    }

    /** {@code model/layer1/kernel [3, 2]} is {@code layer1.weight [2, 3]} here. */
    private static List<String> keras(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Matcher entry = entries(name); entry.find(); ) {
            Path path = Path.of(entry.group("path"));
            Path label = path.getName(path.getNameCount() - 2);
            String shape = entry.group("shape");
            texts.add(
                    path.endsWith("kernel")
                            ? label + ".weight " + shape.replaceFirst("\\[(\\d+), (\\d+)]", "[$2, $1]")
                            : label + ".bias " + shape);
        }
        return texts;
    }

    private static Matcher entries(String name) throws IOException {
        String goldens = SharedGoldens.read("summaries/named_parameters.json");
        int from = goldens.indexOf("\"name\": \"" + name + "\"");
        assertThat(from).as(name).isNotNegative();
        int dialect = goldens.indexOf("\"dialect\"", from);
        int next = goldens.indexOf("\"dialect\"", dialect + 1);
        return ENTRY.matcher(goldens.substring(dialect, next < 0 ? goldens.length() : next));
    }
}
