package org.nnlang.samples.benchmarks.bits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Predictions and trained weights of whole models have the same bits with all kernels, vectors of every length, batches and
 * threads of several sizes, and on every machine and JDK: those of a file.
 */
class SameBitsTest {
    private static final Path FILE = Path.of("src/test/resources/org/nnlang/samples/benchmarks/bits/fingerprints.txt");

    @TempDir
    static Path folder;

    private static Map<String, String> simple = Map.of();

    @BeforeAll
    static void simple() throws IOException, InterruptedException {
        simple = fingerprints("simple");
    }

    @Test
    void areThoseOfTheFile() throws IOException {
        requireOneWay("simple", simple);
        if (Boolean.getBoolean("nn.updateGolden")) {
            StringBuilder lines = new StringBuilder();
            simple.forEach(
                    (name, bits) -> lines.append(bits).append(' ').append(name).append('\n'));
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, lines);
        }
        assertThat(differences(simple, parse(Files.readString(FILE))))
                .as("where the simple kernels have other bits than %s; -Dnn.updateGolden=true writes it anew", FILE)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "adaptive",
                "vector",
                "vector -Dorg.nnlang.vectorBits=256",
                "vector -Dorg.nnlang.vectorBits=128",
                // With as many registers as ARM's processors have.
                "vector -Dorg.nnlang.vectorBits=128 -Dos.arch=aarch64"
            })
    void areThoseOfTheSimpleKernels(String kernels) throws IOException, InterruptedException {
        Map<String, String> found = fingerprints(kernels);
        requireOneWay(kernels, found);
        assertThat(differences(found, simple))
                .as("where the kernels %s have other bits than the simple ones", kernels)
                .isEmpty();
    }

    private static void requireOneWay(String kernels, Map<String, String> found) {
        assertThat(found.keySet().stream()
                        .filter(name -> name.contains(Fingerprints.OTHERWISE))
                        .toList())
                .as("what has other bits in other batches or by other threads, with the kernels %s", kernels)
                .isEmpty();
    }

    /** The names of what differs or is in one of both only. */
    private static List<String> differences(Map<String, String> found, Map<String, String> expected) {
        TreeSet<String> names = new TreeSet<>(found.keySet());
        names.addAll(expected.keySet());
        return names.stream()
                .filter(name -> !found.getOrDefault(name, "").equals(expected.get(name)))
                .toList();
    }

    /** Those of a virtual machine of its own. */
    private static Map<String, String> fingerprints(String kernels) throws IOException, InterruptedException {
        String[] words = kernels.split(" ", -1);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-Dorg.nnlang.kernels=" + words[0]));
        command.addAll(List.of(words).subList(1, words.length));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WholeModels.class.getName(), words[0]));
        Path errors = folder.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> "the status of " + String.join(" ", command) + "\n" + read(errors))
                .isZero();
        return parse(output);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Map<String, String> parse(String lines) {
        Map<String, String> fingerprints = new TreeMap<>();
        lines.lines().forEach(line -> {
            int space = line.indexOf(' ');
            fingerprints.put(line.substring(space + 1), line.substring(0, space));
        });
        assertThat(fingerprints).isNotEmpty();
        return fingerprints;
    }
}
