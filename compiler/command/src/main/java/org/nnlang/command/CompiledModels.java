package org.nnlang.command;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.runtime.Model;

/**
 * Models that are compiled and loaded while the command runs.
 *
 * <p>Their Java goes through the JDK's compiler to a temporary folder, which is deleted at the end. It is the only place of the project
 * that uses reflection: the classes do not exist when the command is compiled.
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

    /** Makes a model with fresh weights of a seed. */
    static Model create(CompilationResult result, CheckedModel model, long seed) throws IOException {
        CompilationResult.JavaFile file = result.files().get(result.models().indexOf(model));
        Path folder = Files.createTempDirectory("nn");
        try {
            compile(file, folder);
            String className = file.path()
                    .substring(0, file.path().length() - ".java".length())
                    .replace('/', '.');
            URL[] places = {folder.toUri().toURL()};
            try (URLClassLoader loader = new URLClassLoader(places, Model.class.getClassLoader())) {
                // Everything is loaded before the folder is deleted.
                for (Path compiled : classes(folder)) {
                    String name = folder.relativize(compiled)
                            .toString()
                            .replace('\\', '/')
                            .replace('/', '.');
                    loader.loadClass(name.substring(0, name.length() - ".class".length()));
                }
                return (Model) loader.loadClass(className)
                        .getMethod("create", long.class)
                        .invoke(null, seed);
            }
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the generated class of " + model.name() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated class of " + model.name() + " is not as expected", e);
        } finally {
            delete(folder);
        }
    }

    private static void compile(CompilationResult.JavaFile file, Path folder) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new Failure("running a model needs a JDK, this is a JRE without a Java compiler: "
                    + System.getProperty("java.home"));
        }
        Path source = folder.resolve(file.path());
        Files.createDirectories(source.toAbsolutePath().getParent());
        Files.writeString(source, file.text());
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
            boolean compiled = javac.getTask(
                            messages, files, null, options, null, files.getJavaFileObjects(source.toFile()))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(
                        "the generated Java of " + file.path() + " does not compile:\n" + messages);
            }
        }
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".class")).toList());
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException exception)
                    throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
