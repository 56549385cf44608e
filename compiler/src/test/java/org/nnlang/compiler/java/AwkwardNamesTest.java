package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.compiler.model.LayerInstance;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.testing.Compilation;
import org.nnlang.compiler.testing.NetworkBuilder;
import org.nnlang.compiler.testing.Terms;
import org.nnlang.runtime.Model;

/** Names that Java, the runtime or the generator uses too. */
class AwkwardNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Session", "Output", "String", "Model", "Object", "Math", "Parameters", "Parameter", "List", "Path",
                        "Override",
                "record", "var", "Rows", "Scalar", "Sigmoid", "Softmax", "Dense", "Shape", "Summary", "Entry",
                        "Kernels",
                "IllegalArgumentException", "AtomicReference", "Generated", "ModelSession", "my_model", "Float",
                        "System"
            })
    void namesOfModels(String name) throws ReflectiveOperationException {
        NetworkBuilder network = new NetworkBuilder(name);
        Value x = network.input("x", 4);
        Value hidden = network.dense("hidden", x, 3, Terms::swish, "x");
        network.output("y", network.compute("softmax", Terms.softmax(Terms.of(hidden)), true));
        assertRuns(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count",
                "session",
                "model",
                "capacity",
                "workspace",
                "kernels",
                "parameters",
                "idle",
                "inputs",
                "outputs",
                "i",
                "row",
                "begin",
                "end",
                "values",
                "from",
                "to",
                "width",
                "buffer0",
                "max",
                "sum",
                "class",
                "int",
                "this",
                "name",
                "summary",
                "save",
                "load",
                "create",
                "forward",
                "run",
                "hashCode",
                "toString",
                "getClass",
                "notify",
                "notifyAll",
                "wait",
                "clone",
                "finalize",
                "equals",
                "newSession",
                "requireRows",
                "requireExample",
                "record",
                "yield",
                "var",
                "Scalar",
                "Math",
                "digit",
                "swish",
                "SWISH",
                "System",
                "path",
                "seed",
                "requires",
                "goto",
                "true",
                "null",
                "Output",
                "weights1",
                "copyTo"
            })
    void namesOfEverythingElse(String name) throws ReflectiveOperationException {
        assertRuns(everythingCalled(name, "Awkward"));
    }

    @Test
    void namesWithoutInputs() throws ReflectiveOperationException {
        for (String name : List.of("name", "summary", "parameters", "forward", "inputs", "hidden")) {
            NetworkBuilder network = new NetworkBuilder("Constant");
            network.output(name, network.compute("pi", Terms.number(3.5)));
            network.output("hidden", network.compute("seven", Terms.number(7)));
            assertRuns(network);
        }
    }

    @Test
    void sameNameForAll() throws ReflectiveOperationException {
        for (String type :
                List.of("Session", "Output", "Dense", "String", "Parameter", "Swish", "Awkward", "Softmax")) {
            assertRuns(everythingCalled("x", type));
        }
    }

    private static NetworkBuilder everythingCalled(String name, String type) {
        NetworkBuilder network = new NetworkBuilder("Awkward");
        Value first = network.input(name, 4);
        Value second = network.input("other", 4);
        LayerInstance dense = network.denseLayer(name, 4, 4, "x");
        LayerInstance again = network.layer(
                name + "_1",
                type,
                dense.weights().stream()
                        .map(weight -> network.weight(
                                name + "_1." + weight.name(),
                                weight.initialValue(),
                                weight.shape().sizes().toArray(Integer[]::new)))
                        .toList(),
                List.of(),
                network.span("x"));
        Value hidden = network.apply(dense, first, Terms::swish);
        Value deeper = network.apply(again, hidden, Terms.numberFunction(name, Terms::sigmoid));
        Value rows =
                network.compute(name, Terms.rowFunction(name, Terms::softmax).apply(Terms.of(deeper)), true);
        network.ownWeight(name + "_2", 3);
        network.output(name, rows);
        network.output("other", second);
        network.output("third", network.compute("row", Terms.normalize(Terms.of(rows)), true));
        return network;
    }

    private static void assertRuns(NetworkBuilder network) throws ReflectiveOperationException {
        Model model = Compilation.of(network.build()).create(3);
        float[][] inputs = model.inputs().stream()
                .map(port -> new float[port.shape().elements()])
                .toArray(float[][]::new);
        float[][] outputs = model.outputs().stream()
                .map(port -> new float[port.shape().elements()])
                .toArray(float[][]::new);
        model.newSession(1).run(inputs, 1, outputs);
        assertThat(outputs[0]).isNotEqualTo(new float[outputs[0].length]);
    }

    @Test
    void textsThatJavadocWouldReadAsSomethingElse() {
        String text = "ends */ here, @param no, <b>bold</b>, {@link No}, C:\\users, \\u002a/ & 1 < 2\n\n\nnext $L $T";
        NetworkBuilder network = new NetworkBuilder("Texts", "model Texts // */ \\u002f $L").documentation(text);
        Value x = network.input("x", text, 4);
        network.output("y", text, network.dense("hidden", x, 3, Terms::sigmoid, "model Texts // */ \\u002f $L"));
        assertThat(Compilation.of(network.build()).classes()).isNotEmpty();
    }
}
