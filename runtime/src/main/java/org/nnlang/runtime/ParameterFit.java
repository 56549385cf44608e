package org.nnlang.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nnlang.runtime.io.TensorHeader;
import org.nnlang.runtime.text.NearestName;

/** How well the arrays of a file fit the parameters of a model, and what to say where they do not. */
final class ParameterFit {
    private static final int UNUSED_NAMED = 5;
    /** Longer names are no slip of the pen, and would make the search for the nearest one slow. */
    private static final int LONGEST_SIMILAR_NAME = 200;

    private final Parameters parameters;
    private final Map<String, TensorHeader> arrays = new LinkedHashMap<>();
    private final Map<String, String> names;
    private final Map<String, List<Parameter>> readers = new HashMap<>();
    private final List<Parameter> misfits = new ArrayList<>();
    private final Map<String, TensorHeader> unused;

    ParameterFit(Parameters parameters, List<TensorHeader> headers, Map<String, String> names) {
        this.parameters = parameters;
        this.names = names;
        headers.forEach(header -> arrays.put(header.name(), header));
        this.unused = new LinkedHashMap<>(arrays);
        for (Parameter parameter : parameters) {
            unused.remove(nameOf(parameter));
            readers.computeIfAbsent(nameOf(parameter), name -> new ArrayList<>())
                    .add(parameter);
            boolean fits = arrayOf(parameter)
                    .map(array -> array.shape().equals(parameter.shape()))
                    .orElse(false);
            if (!fits) {
                misfits.add(parameter);
            }
        }
    }

    /** Whether every parameter has its array in the file, of its shape, and nothing is left over. */
    boolean isPerfect() {
        return misfits.isEmpty() && unused.isEmpty();
    }

    /** The parameters that take their values from an array: one, or several that are called the same in the file. */
    List<Parameter> parametersOf(TensorHeader array) {
        return readers.getOrDefault(array.name(), List.of());
    }

    /** The array of the name that the file has for a parameter. */
    Optional<TensorHeader> arrayOf(Parameter parameter) {
        return Optional.ofNullable(arrays.get(nameOf(parameter)));
    }

    /** The first difference in order of declaration, and what may help. */
    String describe() {
        int differences = misfits.size() + unused.size();
        String count = differences == 1 ? "one difference" : "the first of " + differences + " differences";
        if (misfits.isEmpty()) {
            TensorHeader extra = unused.values().iterator().next();
            return count
                    + line("path", extra.name())
                    + line("expected", "no such parameter" + suggestion(extra.name()))
                    + line("found", extra.shape().toString())
                    + unusedLine(1);
        }
        Parameter first = misfits.get(0);
        String name = nameOf(first);
        String path = name.equals(first.path()) ? name : first.path() + ", in the file " + name;
        String found = arrayOf(first)
                .map(array -> array.shape().toString())
                .orElseGet(() -> "nothing of this name"
                        + nearest(first)
                                .map(array -> "; the nearest is " + array)
                                .orElse(""));
        return count
                + line("path", path)
                + line("expected", first.shape().toString())
                + line("found", found)
                + unusedLine(0)
                + help(first);
    }

    private String nameOf(Parameter parameter) {
        return names.getOrDefault(parameter.path(), parameter.path());
    }

    private static String line(String what, String text) {
        return String.format("\n  %-9s %s", what, text);
    }

    private String suggestion(String name) {
        return name.length() > LONGEST_SIMILAR_NAME
                ? ""
                : NearestName.of(name, parameters.paths())
                        .map(nearest -> "; the nearest is " + nearest)
                        .orElse("");
    }

    /** Of the arrays that nothing else uses, the one with the nearest name; those of the right shape first. */
    private Optional<TensorHeader> nearest(Parameter parameter) {
        List<TensorHeader> similar = unused.values().stream()
                .filter(array -> array.name().length() <= LONGEST_SIMILAR_NAME)
                .toList();
        List<TensorHeader> sameShape = similar.stream()
                .filter(array -> array.shape().equals(parameter.shape()))
                .toList();
        List<String> candidates = (sameShape.isEmpty() ? similar : sameShape)
                .stream().map(TensorHeader::name).toList();
        return NearestName.of(nameOf(parameter), candidates).map(unused::get);
    }

    private String unusedLine(int skipped) {
        if (unused.size() <= skipped) {
            return "";
        }
        String listed = unused.values().stream()
                .skip(skipped)
                .limit(UNUSED_NAMED)
                .map(TensorHeader::toString)
                .collect(Collectors.joining(", "));
        int more = unused.size() - skipped - UNUSED_NAMED;
        return line("unused", listed + (more > 0 ? " and " + more + " more" : ""));
    }

    private String help(Parameter first) {
        Shape expected = first.shape();
        boolean transposed = expected.rank() == 2
                && arrayOf(first)
                        .map(array -> array.shape().equals(Shape.of(expected.size(1), expected.size(0))))
                        .orElse(false);
        if (transposed) {
            return line(
                    "help",
                    "this is the transposed matrix, [inputs, units] as Keras and NumPy's x @ W keep it;"
                            + " save its transpose, array.T");
        }
        return commonPrefix(first)
                .map(prefix -> line(
                        "help",
                        "every name in the file begins with '" + prefix
                                + "': save the inner model, or pass load(file, names) the names in the file"))
                .orElse("");
    }

    /** What stands before every path in the file, such as {@code module.} of PyTorch's wrappers. */
    private Optional<String> commonPrefix(Parameter missing) {
        String ending = "." + nameOf(missing);
        return unused.keySet().stream()
                .filter(name -> name.endsWith(ending))
                .map(name -> name.substring(0, name.length() - ending.length() + 1))
                .filter(prefix ->
                        parameters.stream().allMatch(parameter -> arrays.containsKey(prefix + nameOf(parameter))))
                .findFirst();
    }
}
