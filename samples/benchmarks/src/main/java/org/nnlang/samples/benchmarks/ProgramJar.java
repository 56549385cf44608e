package org.nnlang.samples.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Packs what the smallest program needs, since this module's own jar also has everything else that is measured. */
final class ProgramJar {
    private static final List<Class<?>> PROGRAM = List.of(FirstPrediction.class, NoPrediction.class, Small.class);

    private ProgramJar() {}

    /** The jar or folder that a class was loaded from. */
    static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type + " was loaded from something other than a file", e);
        }
    }

    /** Writes the program's classes, with those nested in them. */
    static void write(Path jar) throws IOException {
        Path classes = placeOf(FirstPrediction.class);
        Path folder = classes.resolve(FirstPrediction.class.getPackageName().replace('.', '/'));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> found = Files.list(folder)) {
            for (Path path : found.filter(ProgramJar::belongs).sorted().toList()) {
                entries.putNextEntry(
                        new ZipEntry(classes.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, entries);
                entries.closeEntry();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean belongs(Path path) {
        String name = path.getFileName().toString();
        return PROGRAM.stream()
                .map(Class::getSimpleName)
                .anyMatch(type -> name.equals(type + ".class") || name.startsWith(type + "$"));
    }
}
