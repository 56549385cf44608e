package org.nnlang.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.io.NamedArray;
import org.nnlang.runtime.io.NpyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a model on arrays. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Runs a model on NumPy arrays: of an input's shape for one example, with one dimension more for a batch.",
        footer = {
            "",
            "Example:",
            "  nn run digits.nn --weights digits.safetensors --input image=x.npy --output digit=y.npy"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ModelArguments arguments;

    @Mixin
    private WeightArguments weights;

    @Option(
            names = "--input",
            paramLabel = "[NAME=]FILE",
            required = true,
            description = "The array of an input; the name may be left out where there is only one input.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "[NAME=]FILE",
            description = {
                "Where an output's array goes; the name may be left out where there is only one output.",
                "Without any, all are printed."
            })
    private List<String> outputs = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Model model = weights.load(arguments);
        Map<String, Path> from = files("--input", inputs, model.inputs());
        Map<String, Path> to = files("--output", outputs, model.outputs());
        List<float[]> arrays = new ArrayList<>();
        Integer count = null;
        boolean batched = false;
        for (Port port : model.inputs()) {
            Path file = from.get(port.name());
            if (file == null) {
                throw new Failure("--input " + port.name() + "=FILE is missing: the model needs it");
            }
            NamedArray array = NpyFile.read(file);
            int rows = rows(file, array.shape(), port);
            if (count != null && count != rows) {
                throw new Failure(file + " holds " + rows + " examples, the input before it " + count);
            }
            count = rows;
            batched |= array.shape().rank() > port.shape().rank();
            arrays.add(array.values());
        }
        run(model, arrays, count == null ? 0 : count, batched, to);
        return 0;
    }

    private void run(Model model, List<float[]> arrays, int count, boolean batched, Map<String, Path> to)
            throws IOException {
        float[][] results = new float[model.outputs().size()][];
        for (int i = 0; i < results.length; i++) {
            results[i] = new float
                    [Math.multiplyExact(count, model.outputs().get(i).shape().elements())];
        }
        model.newSession(count).run(arrays.toArray(float[][]::new), count, results);
        PrintWriter out = arguments.sources().out();
        for (int i = 0; i < results.length; i++) {
            Port port = model.outputs().get(i);
            Path file = to.get(port.name());
            if (file != null) {
                NpyFile.write(file, batched ? withBatch(count, port.shape()) : port.shape(), results[i]);
                out.println("wrote " + port.name() + " to " + file);
            } else if (to.isEmpty()) {
                print(out, port, count, results[i]);
            }
        }
    }

    private static void print(PrintWriter out, Port port, int count, float[] values) {
        int width = port.shape().elements();
        for (int row = 0; row < count; row++) {
            float[] one = Arrays.copyOfRange(values, row * width, (row + 1) * width);
            out.println(port.name() + (count > 1 ? "[" + row + "]" : "") + " = " + Arrays.toString(one));
        }
    }

    /** The file of each input or output that has one. */
    private static Map<String, Path> files(String option, List<String> texts, List<Port> ports) {
        List<String> names = ports.stream().map(Port::name).toList();
        Map<String, Path> files = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            boolean named = equals >= 0 && SourceVersion.isIdentifier(text.substring(0, equals));
            if (!named && names.size() > 1) {
                throw new Failure(option + " " + text + ": the model has the " + option.substring(2) + "s "
                        + String.join(", ", names) + ": say which one is meant, as in " + option + " " + names.get(0)
                        + "=" + text);
            }
            String name = named ? text.substring(0, equals) : names.get(0);
            if (!names.contains(name)) {
                throw new Failure(option + ": the model has no " + option.substring(2) + " " + name + ", but "
                        + String.join(", ", names));
            }
            if (files.put(name, path(option, named ? text.substring(equals + 1) : text)) != null) {
                throw new Failure(option + " " + text + ": " + name + " has a file already");
            }
        }
        return files;
    }

    private static Path path(String option, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Failure(option + " " + text + ": not the name of a file: " + e.getReason());
        }
    }

    /** The number of examples in an array: 1 for the input's own shape. */
    private static int rows(Path file, Shape found, Port port) {
        if (found.equals(port.shape())) {
            return 1;
        }
        if (found.rank() == port.shape().rank() + 1
                && withBatch(found.size(0), port.shape()).equals(found)) {
            return found.size(0);
        }
        throw new Failure(file + " has the shape " + found + ", but input " + port.name() + " needs " + port.shape()
                + ", or a batch of it");
    }

    private static Shape withBatch(int count, Shape shape) {
        int[] sizes = new int[shape.rank() + 1];
        sizes[0] = count;
        System.arraycopy(shape.sizes(), 0, sizes, 1, shape.rank());
        return Shape.of(sizes);
    }
}
