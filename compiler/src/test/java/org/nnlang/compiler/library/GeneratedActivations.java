package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.testing.InMemoryJavac;

/** Models of one activation each, compiled to Java and loaded: all of them at once, since a compiler takes long to warm up. */
final class GeneratedActivations {
    private final Map<LibraryActivation, Object> models = new LinkedHashMap<>();

    /**
     * Compiles one model for each activation.
     *
     * @param width the length of the row that each takes
     */
    GeneratedActivations(List<LibraryActivation> activations, int width) throws ReflectiveOperationException {
        List<SourceFile> sources = new ArrayList<>();
        for (int i = 0; i < activations.size(); i++) {
            sources.add(new SourceFile("m%02d.nn".formatted(i), text(activations.get(i), i, width)));
        }
        CompilationResult result = NnCompiler.compile(new CompilationRequest(sources, List.of()));
        assertThat(result.diagnostics()).isEmpty();
        Map<String, String> files = result.files().stream()
                .collect(Collectors.toMap(CompilationResult.JavaFile::path, CompilationResult.JavaFile::text));
        ClassLoader loader = InMemoryJavac.load(InMemoryJavac.compile(files));
        for (int i = 0; i < activations.size(); i++) {
            Class<?> type = loader.loadClass("Activation" + i);
            models.put(activations.get(i), type.getMethod("create", long.class).invoke(null, 1L));
        }
    }

    private static String text(LibraryActivation activation, int i, int width) {
        return "%smodel Activation%d {%n  input x: [%d]%n  output y = x -> %s%n}%n"
                .formatted(activation.imports(), i, width, activation);
    }

    /** The nearest floats. */
    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** The result for one example. */
    float[] apply(LibraryActivation activation, float[] x) throws ReflectiveOperationException {
        Object model = models.get(activation);
        if (model == null) {
            throw new AssertionError("not compiled: " + activation);
        }
        try {
            return (float[]) model.getClass().getMethod("y", float[].class).invoke(model, (Object) x);
        } catch (InvocationTargetException e) {
            throw new AssertionError("in " + activation, e);
        }
    }
}
