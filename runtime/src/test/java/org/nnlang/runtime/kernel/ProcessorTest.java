package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTest {
    @TempDir
    Path folder;

    @Test
    void readsTheBeginningOfWhatLinuxSays() throws IOException {
        String first = "processor\t: 0\nvendor_id\t: AuthenticAMD\ncpu family\t: 25\n";
        Path file = Files.writeString(folder.resolve("cpuinfo"), first + "flags\t: fpu vme\n".repeat(100));

        assertThat(Processor.ofLinux(file)).startsWith(first).hasSize(200);
    }

    @Test
    void nobodyIsKnownWhereThereIsNoSuchFile() throws IOException {
        assertThat(Processor.ofLinux(folder.resolve("cpuinfo"))).isEmpty();
        assertThat(Processor.ofLinux(folder)).isEmpty();
    }
}
