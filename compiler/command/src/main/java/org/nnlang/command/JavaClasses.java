package org.nnlang.command;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.CompilationResult.JavaFile;
import org.nnlang.runtime.Model;

/** Generated Java, compiled in a temporary folder, which is deleted at once, and loaded. */
final class JavaClasses {
    private final ClassLoader loader;

    private JavaClasses(ClassLoader loader) {
        this.loader = loader;
    }

    /** Compiles files together and loads all of their classes. */
    static JavaClasses of(List<JavaFile> files) throws IOException {
        Path folder = Files.createTempDirectory("nn");
        try {
            compile(files, folder);
            URL[] places = {folder.toUri().toURL()};
            try (URLClassLoader loader = new URLClassLoader(places, Model.class.getClassLoader())) {
                // Everything is loaded before the folder is deleted.
                for (Path compiled : classes(folder)) {
                    loader.loadClass(className(folder.relativize(compiled).toString(), ".class"));
                }
                return new JavaClasses(loader);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("a class that was just compiled is not there", e);
            }
        } finally {
            delete(folder);
        }
    }

    /** The class of one of the files. */
    Class<?> get(JavaFile file) {
        try {
            return loader.loadClass(className(file.path(), ".java"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(file.path() + " was not compiled", e);
        }
    }

    private static String className(String path, String ending) {
        return path.substring(0, path.length() - ending.length())
                .replace('\\', '.')
                .replace('/', '.');
    }

    private static void compile(List<JavaFile> files, Path folder) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new Failure("running a model needs a JDK, this is a JRE without a Java compiler: "
                    + System.getProperty("java.home"));
        }
        for (JavaFile file : files) {
            Path source = folder.resolve(file.path());
            Files.createDirectories(source.toAbsolutePath().getParent());
            Files.writeString(source, file.text());
        }
        List<Path> sources =
                files.stream().map(file -> folder.resolve(file.path())).toList();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
            boolean compiled = javac.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("the generated Java of "
                        + files.stream().map(JavaFile::path).toList() + " does not compile:\n" + messages);
            }
        }
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
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
