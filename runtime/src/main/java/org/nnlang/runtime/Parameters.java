package org.nnlang.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.nnlang.runtime.init.RandomStream;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.runtime.text.NearestName;

/** All weights of a model, in order of declaration. */
public final class Parameters implements Iterable<Parameter> {
    private final Map<String, Parameter> byPath;

    private Parameters(Map<String, Parameter> byPath) {
        this.byPath = byPath;
    }

    /**
     * Collects parameters in the order given.
     *
     * @throws IllegalArgumentException if two have one path
     */
    public static Parameters of(Parameter... parameters) {
        Map<String, Parameter> byPath = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (byPath.putIfAbsent(parameter.path(), parameter) != null) {
                throw new IllegalArgumentException("two parameters have the path " + parameter.path());
            }
        }
        return new Parameters(byPath);
    }

    /**
     * The parameter of one path, such as {@code hidden1.weight}.
     *
     * @throws NoSuchElementException if there is none; the message suggests the nearest path
     */
    public Parameter get(String path) {
        Parameter parameter = byPath.get(path);
        if (parameter == null) {
            throw none("no parameter " + path, path);
        }
        return parameter;
    }

    /** Makes a place for the gradient of each parameter, in order of declaration and of the same layout, all zeros. */
    public List<ParameterStorage> gradients() {
        return stream().map(parameter -> parameter.storage().sameLayout()).toList();
    }

    private NoSuchElementException none(String message, String path) {
        return new NoSuchElementException(message
                + NearestName.of(path, byPath.keySet())
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse("; this model has none"));
    }

    /** The number of parameters. */
    public int size() {
        return byPath.size();
    }

    /** The number of values in all parameters together. */
    public long count() {
        return stream().mapToLong(parameter -> parameter.shape().elements()).sum();
    }

    /** The number of values that training changes by gradients. */
    public long trainableCount() {
        return count(byPath.values(), true);
    }

    /**
     * The number of values that training changes by gradients, of the parameters of a pattern.
     *
     * @throws NoSuchElementException as {@link #freeze} does
     */
    public long trainableCount(String pattern) {
        return count(matching(pattern), true);
    }

    /**
     * The number of values that training does not change by gradients, of the parameters of a pattern.
     *
     * @throws NoSuchElementException as {@link #freeze} does
     */
    public long nonTrainableCount(String pattern) {
        return count(matching(pattern), false);
    }

    private static long count(Collection<Parameter> parameters, boolean trainable) {
        return parameters.stream()
                .filter(parameter -> parameter.trainable() == trainable)
                .mapToLong(parameter -> parameter.shape().elements())
                .sum();
    }

    /**
     * Keeps training from changing some parameters.
     *
     * @param pattern of their paths, such as {@code encoder.*}: a star stands for any text, also for none
     * @return how many were trainable before
     * @throws NoSuchElementException if no path fits; the message suggests the nearest
     */
    public int freeze(String pattern) {
        return setTrainable(pattern, false);
    }

    /**
     * Lets training change some parameters again; a {@code state} stays as it is.
     *
     * @param pattern of their paths, such as {@code encoder.*}: a star stands for any text, also for none
     * @return how many were frozen before
     * @throws NoSuchElementException if no path fits; the message suggests the nearest
     */
    public int unfreeze(String pattern) {
        return setTrainable(pattern, true);
    }

    private int setTrainable(String pattern, boolean trainable) {
        int changed = 0;
        for (Parameter parameter : matching(pattern)) {
            if (!parameter.state() && parameter.trainable() != trainable) {
                parameter.setTrainable(trainable);
                changed++;
            }
        }
        return changed;
    }

    private List<Parameter> matching(String pattern) {
        PathPattern paths = new PathPattern(pattern);
        List<Parameter> matching =
                stream().filter(parameter -> paths.fits(parameter.path())).toList();
        if (matching.isEmpty()) {
            throw none("no parameter fits " + pattern, pattern);
        }
        return matching;
    }

    /** The paths, in order of declaration. */
    public List<String> paths() {
        return List.copyOf(byPath.keySet());
    }

    /** The parameters, in order of declaration. */
    public Stream<Parameter> stream() {
        return byPath.values().stream();
    }

    @Override
    public Iterator<Parameter> iterator() {
        return stream().iterator();
    }

    /**
     * Draws all weights anew, each by its initializer.
     *
     * <p>Every parameter has a random stream of its own, made from the seed and its path. Equal seeds give equal bits on
     * every machine, and a layer that is added or removed leaves the others as they are.
     */
    public void initialize(long seed) {
        for (Parameter parameter : this) {
            float[] values = new float[parameter.shape().elements()];
            parameter.initializer().fill(values, parameter.shape(), RandomStream.of(seed, parameter.path()));
            parameter.set(values);
        }
    }

    /**
     * Reads all weights from a safetensors or npz file, told by its content. Nothing changes unless everything fits.
     *
     * <p>The numbers of a safetensors file go in small pieces to where the kernels keep them, so that no second copy of the weights
     * is in memory. Names, shapes, types and the file's length are checked before the first one changes; a file that fits but then
     * cannot be read to its end, because the disk fails or somebody cuts the file at that moment, leaves the weights before that
     * place changed. Of an npz file all numbers are in memory before the first weight changes.
     *
     * @throws ModelFormatException if the file is damaged, or is of another network: then the message names the first
     *     difference in order of declaration
     * @throws IOException if the file cannot be read
     */
    public void load(Path file) throws IOException {
        load(file, Map.of());
    }

    /**
     * Reads all weights from a file that calls some of them differently.
     *
     * @param names from path to the name in the file; a path that is not in it has the same name there
     * @throws ModelFormatException as {@link #load(Path)} does
     * @throws IllegalArgumentException if a path in {@code names} is none of this model
     */
    public void load(Path file, Map<String, String> names) throws IOException {
        ParameterFiles.load(this, file, names);
    }

    /**
     * Writes all weights in order of declaration: as npz where the file name ends in {@code .npz}, else as safetensors.
     * An older file is replaced only when the new one is complete.
     */
    public void save(Path file) throws IOException {
        ParameterFiles.save(this, file);
    }

    /** A table of path, shape and count, one line a parameter, and the total. */
    @Override
    public String toString() {
        return ParameterTable.render(this);
    }
}
