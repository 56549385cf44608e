package org.nnlang.compiler.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A value of the reference numbers of other frameworks, in {@code shared/goldens} beside this checkout.
 *
 * <p>NaN and infinities are written there as strings.
 *
 * @param value a {@code Map}, a {@code List}, a {@code String}, a {@code Double} or a {@code Boolean}
 */
public record GoldenJson(Object value) {
    /** A whole file; the test is skipped where it is absent. */
    public static GoldenJson read(String file) {
        Optional<Path> path = find(file);
        Assumptions.assumeTrue(path.isPresent(), () -> "shared/goldens/" + file + " is not there");
        try {
            return new GoldenJson(new GoldenJsonParser(Files.readString(path.orElseThrow())).value());
        } catch (IOException e) {
            throw new AssertionError("cannot read " + path, e);
        }
    }

    private static Optional<Path> find(String file) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/goldens").resolve(file);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** A member, which must be there. */
    public GoldenJson get(String key) {
        Object member = ((Map<?, ?>) value).get(key);
        if (member == null) {
            throw new AssertionError("no " + key + " in " + ((Map<?, ?>) value).keySet());
        }
        return new GoldenJson(member);
    }

    /** The names of the members. */
    public List<String> keys() {
        return ((Map<?, ?>) value).keySet().stream().map(String::valueOf).toList();
    }

    /** The elements of an array. */
    public List<GoldenJson> items() {
        return ((List<?>) value)
                .stream().map(item -> new GoldenJson((Object) item)).toList();
    }

    /** A string member, or any other one as text. */
    public String text(String key) {
        return String.valueOf(get(key).value);
    }

    /** A number. */
    public double number() {
        return value instanceof Double number ? number : Double.parseDouble(String.valueOf(value));
    }

    /** The elements of a tensor. */
    public double[] data() {
        return get("data").items().stream().mapToDouble(GoldenJson::number).toArray();
    }

    /** The innermost rows of a tensor. */
    public List<double[]> rows() {
        List<GoldenJson> shape = get("shape").items();
        int width = (int) shape.get(shape.size() - 1).number();
        double[] data = data();
        List<double[]> rows = new ArrayList<>();
        for (int from = 0; from < data.length; from += width) {
            rows.add(Arrays.copyOfRange(data, from, from + width));
        }
        return rows;
    }
}
