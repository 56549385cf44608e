package org.nnlang.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.io.NpyFile;

/** System properties of the runtime are read once in a process, so each case has a process of its own. */
@Timeout(120)
class SystemPropertiesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.nnlang.threads=zero   | must be a whole number from 1 to 1024",
                "org.nnlang.threads=0      | must be a whole number from 1 to 1024",
                "org.nnlang.kernels=fast   | there are no such kernels; use adaptive, vector, plain or simple, or leave the property out",
                "org.nnlang.kernels=vector | this virtual machine runs without the Vector API; start it with --add-modules jdk.incubator.vector, or use plain",
            })
    void areRefusedInOneLine(String setting, String reason) throws IOException, InterruptedException {
        Path model = folder.resolve("tiny.nn");
        Files.writeString(model, "model Tiny {\n  input x: [2]\n  output y: [1] = x -> Dense(1)\n}\n");
        NpyFile.write(folder.resolve("x.npy"), Shape.of(2), new float[] {1, 2});
        Path err = folder.resolve("err");

        int exit = run(setting, err, "run", model.toString(), "--seed=1", "--input=x=" + folder.resolve("x.npy"));

        assertThat(Files.readString(err, UTF_8))
                .isEqualTo("nn: system property " + setting + ": " + reason + System.lineSeparator());
        assertThat(exit).isEqualTo(1);
    }

    private int run(String setting, Path err, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + setting,
                "-cp",
                System.getProperty("java.class.path"),
                Nn.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile());
        // With these a virtual machine says first that it has read them.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
