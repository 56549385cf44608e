package org.nnlang.compiler.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.diagnostic.DiagnosticFormatter;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.Model;

/** Models compiled to Java with their gradients and loaded: many at once, since a compiler takes long to warm up. */
public final class GeneratedModels {
    private final List<CheckedModel> models;
    private final ClassLoader loader;

    private GeneratedModels(List<CheckedModel> models, Map<String, String> files) {
        this.models = List.copyOf(models);
        this.loader = InMemoryJavac.load(InMemoryJavac.compile(files));
    }

    /** The models of a {@code .nn} text, through the whole compiler; what they import is there. */
    public static GeneratedModels ofText(String text) {
        CompilationResult result =
                NnCompiler.compile(new CompilationRequest(List.of(new SourceFile("test.nn", text)), List.of()));
        assertThat(result.models())
                .as(DiagnosticFormatter.formatAll(result.diagnostics(), false))
                .isNotEmpty();
        Map<String, String> files = new LinkedHashMap<>();
        result.files().forEach(file -> files.put(file.path(), file.text()));
        return new GeneratedModels(result.models(), files);
    }

    /** Checked models. */
    public static GeneratedModels of(List<CheckedModel> models) {
        Map<String, String> files = new LinkedHashMap<>();
        List<CompilationResult.JavaFile> written = new ArrayList<>();
        for (CheckedModel model : models) {
            Compilation compilation = Compilation.of(model);
            written.addAll(List.of(compilation.file(), compilation.gradients()));
        }
        written.forEach(file -> files.put(file.path(), file.text()));
        return new GeneratedModels(models, files);
    }

    /** The checked models, in order. */
    public List<CheckedModel> models() {
        return models;
    }

    /** One with fresh weights. */
    public Model create(CheckedModel model, long seed) {
        try {
            return (Model) loader.loadClass(model.name())
                    .getMethod("create", long.class)
                    .invoke(null, seed);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot create " + model.name(), e);
        }
    }

    /** A loss of the text by the name of its class; without settings it has its defaults. */
    public Loss loss(String type, double... settings) {
        Class<?>[] parameters = new Class<?>[settings.length];
        Arrays.fill(parameters, double.class);
        try {
            return (Loss) loader.loadClass(type)
                    .getConstructor(parameters)
                    .newInstance(Arrays.stream(settings).boxed().toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make the loss " + type, e);
        }
    }

    /** The only one, with fresh weights. */
    public static Model only(String text, long seed) {
        GeneratedModels generated = ofText(text);
        assertThat(generated.models).hasSize(1);
        return generated.create(generated.models.get(0), seed);
    }
}
