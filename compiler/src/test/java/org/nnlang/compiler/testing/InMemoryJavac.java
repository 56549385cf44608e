package org.nnlang.compiler.testing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The Java compiler over texts in memory, with every warning on and each of them an error. */
public final class InMemoryJavac {
    private static final List<String> OPTIONS =
            List.of("--release", "17", "-Xlint:all,-options", "-Werror", "-proc:none");

    private InMemoryJavac() {}

    /**
     * Compiles classes against this test's class path.
     *
     * @param sources texts by path, such as {@code com/acme/Digits.java}
     * @return class files by binary name
     * @throws AssertionError with all messages if there is one
     */
    public static Map<String, byte[]> compile(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((path, text) -> units.add(new Text(path, text)));
        try (Memory memory = new Memory(compiler.getStandardFileManager(diagnostics, null, null))) {
            compiler.getTask(null, memory, diagnostics, OPTIONS, null, units).call();
            if (!diagnostics.getDiagnostics().isEmpty()) {
                throw new AssertionError(diagnostics.getDiagnostics().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining("\n", "", "\n" + String.join("\n", sources.values()))));
            }
            Map<String, byte[]> classes = new LinkedHashMap<>();
            memory.outputs.forEach((name, output) -> classes.put(name, output.toByteArray()));
            return classes;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Loads compiled classes. */
    public static ClassLoader load(Map<String, byte[]> classes) {
        return new ClassLoader(InMemoryJavac.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> outputs = new LinkedHashMap<>();

        Memory(JavaFileManager fallback) {
            super(fallback);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(
                    URI.create("mem:///" + className.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream output = new ByteArrayOutputStream();
                    outputs.put(className, output);
                    return output;
                }
            };
        }
    }
}
