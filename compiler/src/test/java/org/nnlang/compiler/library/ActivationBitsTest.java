package org.nnlang.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bits as the formulas, with each set of kernels; each in a virtual machine of its own, since it is chosen once. */
class ActivationBitsTest {
    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void areThoseOfTheFormulas(String kernels) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-Dorg.nnlang.kernels=" + kernels,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ActivationBits.class.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).containsPattern(kernels + ": \\d{5,} rows");
    }
}
