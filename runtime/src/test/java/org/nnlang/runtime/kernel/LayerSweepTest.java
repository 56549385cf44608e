package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every last panel, and every rest of rows, inputs and numbers, with every length of vectors. */
class LayerSweepTest {
    private static final int RESULTS = 3 * 130 * 18 + 5 * 11 * 5 + 2 * 4 * 2 + 10 * (LayerSweep.LONGEST_ROW + 1);

    @Test
    void theLongestVectorsGiveTheBitsOfTheSimpleKernels() {
        assertThat(new LayerSweep().run()).isEqualTo(RESULTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dorg.nnlang.sharedVectors=true",
                "-Dorg.nnlang.sharedVectors=false",
                "-Dorg.nnlang.vectorBits=256",
                "-Dorg.nnlang.vectorBits=128",
                // With as many registers as ARM's processors have.
                "-Dorg.nnlang.vectorBits=128 -Dos.arch=aarch64"
            })
    void othersDoSoToo(String options) throws IOException, InterruptedException {
        assertThat(run(options)).contains(RESULTS + " results are equal");
    }

    /** Large weights find none, and after the first of them nobody asks again. */
    @Test
    void weightsStayInArraysWhereThereIsNoOtherMemory() throws IOException, InterruptedException {
        assumeTrue(VectorMemory.isFor(1), "these vectors are not loaded faster from other memory");
        assertThat(run("-XX:MaxDirectMemorySize=8k"))
                .contains(RESULTS + " results are equal")
                .containsOnlyOnce("see -XX:MaxDirectMemorySize");
    }

    private static String run(String options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-cp", "target/classes" + File.pathSeparator + "target/test-classes"));
        command.add(LayerSweep.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
