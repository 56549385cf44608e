package org.nnlang.command;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.CompilationResult.JavaFile;
import org.nnlang.compiler.model.CheckedLoss;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.kernel.Kernels;
import org.nnlang.runtime.kernel.Threads;

/**
 * Models and losses that are compiled and loaded while the command runs.
 *
 * <p>It is the only place of the project that uses reflection: the classes do not exist when the command is compiled.
 */
final class CompiledModels {
    private CompiledModels() {}

    /** The model of a name, or the only one; a clear failure otherwise. */
    static CheckedModel require(CompilationResult result, @Nullable String name) {
        List<CheckedModel> models = result.models();
        String names = models.stream().map(CheckedModel::name).collect(Collectors.joining(", "));
        if (models.isEmpty()) {
            throw new Failure("the file declares no model");
        }
        if (name == null) {
            if (models.size() > 1) {
                throw new Failure("the file declares several models: choose one by --model: " + names);
            }
            return models.get(0);
        }
        return models.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure("the file declares no model " + name + ", but " + names));
    }

    /** Makes a model of a compilation without gradients, with fresh weights of a seed. */
    static Model create(CompilationResult result, CheckedModel model, long seed) throws IOException {
        JavaFile file = result.files().get(result.models().indexOf(model));
        return create(JavaClasses.of(List.of(file)).get(file), seed);
    }

    /** Makes a model of a compilation with gradients, with fresh weights of a seed, and the losses of the compilation. */
    static TrainableModel createTrainable(CompilationResult result, CheckedModel model, long seed) throws IOException {
        int index = 2 * result.models().indexOf(model);
        int firstLoss = 2 * result.models().size();
        List<JavaFile> files = new ArrayList<>(result.files().subList(index, index + 2));
        files.addAll(result.files().subList(firstLoss, result.files().size()));
        JavaClasses classes = JavaClasses.of(files);
        Map<CheckedLoss, Class<?>> losses = new LinkedHashMap<>();
        for (int i = 0; i < result.losses().size(); i++) {
            losses.put(result.losses().get(i), classes.get(result.files().get(firstLoss + i)));
        }
        return new TrainableModel(create(classes.get(files.get(0)), seed), losses);
    }

    private static Model create(Class<?> type, long seed) {
        requireSettings();
        try {
            return (Model) type.getMethod("create", long.class).invoke(null, seed);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the generated class " + type.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated class " + type.getName() + " is not as expected", e);
        }
    }

    /** Refuses system properties that the runtime cannot use: it would find out in the midst of its work, as if the fault were ours. */
    private static void requireSettings() {
        try {
            Threads.count();
            Kernels.best();
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }
}
