package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a missing instruction, by virtual machines that do not use it. */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
class FusedMultiplyAddTest {
    private static final String WARNING = "has no instruction for fused multiply-adds";

    @Test
    void knowsWhatTheVirtualMachineUses() throws IOException, InterruptedException {
        assertThat(FusedMultiplyAdd.isInstruction()).isEqualTo(usesInstruction());
    }

    @Test
    void answersTheSameWhenItIsCompiled() {
        int answers = 0;
        for (int i = 0; i < 100_000; i++) {
            answers += FusedMultiplyAdd.isInstruction() ? 1 : 0;
        }
        assertThat(answers).isEqualTo(FusedMultiplyAdd.isInstruction() ? 100_000 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:-UseFMA", "-XX:UseAVX=0 -Xint"})
    void saysOnceThatItIsMissing(String options) throws IOException, InterruptedException {
        assertThat(chosenKernels(options).split(WARNING, -1)).hasSize(2);
    }

    @Test
    void saysNothingWhereItIsThere() throws IOException, InterruptedException {
        assertThat(chosenKernels("-XX:+UseFMA").contains(WARNING)).isEqualTo(!usesInstruction());
    }

    /** What a virtual machine of its own prints that chooses plain kernels, twice. */
    private static String chosenKernels(String options) throws IOException, InterruptedException {
        String output = output(options + " -cp target/classes" + File.pathSeparator + "target/test-classes "
                + ChosenKernels.class.getName());
        assertThat(output).contains("plain");
        return output;
    }

    private static boolean usesInstruction() throws IOException, InterruptedException {
        Matcher flag = Pattern.compile("UseFMA\\s*=\\s*(true|false)").matcher(output("-XX:+PrintFlagsFinal -version"));
        assertThat(flag.find()).isTrue();
        return Boolean.parseBoolean(flag.group(1));
    }

    private static String output(String words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(words.split(" ", -1)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
