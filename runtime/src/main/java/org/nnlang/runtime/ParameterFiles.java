package org.nnlang.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nnlang.runtime.io.NamedArray;
import org.nnlang.runtime.io.NpzFile;
import org.nnlang.runtime.io.OpenTensors;
import org.nnlang.runtime.io.SafetensorsFile;
import org.nnlang.runtime.io.TensorFiles;
import org.nnlang.runtime.text.NearestName;

/** Moves the weights of a model to and from files, after whatever can be checked is known to be right. */
final class ParameterFiles {
    private ParameterFiles() {}

    /** Reads all weights; the first one changes only after the last one is known to fit, and to be in the file to its end. */
    static void load(Parameters parameters, Path file, Map<String, String> names) throws IOException {
        for (String path : names.keySet()) {
            if (!parameters.paths().contains(path)) {
                throw new IllegalArgumentException("names: no parameter " + path
                        + NearestName.of(path, parameters.paths())
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse(""));
            }
        }
        try (OpenTensors tensors = TensorFiles.open(file)) {
            ParameterFit fit = new ParameterFit(parameters, tensors.headers(), names);
            if (!fit.isPerfect()) {
                throw new ModelFormatException(file + " does not fit the model: " + fit.describe());
            }
            tensors.read((array, from, values, count) -> fit.parametersOf(array)
                    .forEach(parameter -> parameter.storage().write(from, values, count)));
        }
    }

    /** Writes all weights in order of declaration. */
    static void save(Parameters parameters, Path file) throws IOException {
        List<NamedArray> arrays = new ArrayList<>();
        for (Parameter parameter : parameters) {
            arrays.add(new NamedArray(parameter.path(), parameter.shape(), parameter.toArray()));
        }
        if (file.toString().endsWith(".npz")) {
            NpzFile.write(file, arrays);
        } else {
            SafetensorsFile.write(file, arrays);
        }
    }
}
