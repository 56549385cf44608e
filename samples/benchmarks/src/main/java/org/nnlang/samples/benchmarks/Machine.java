package org.nnlang.samples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** What figures were measured on, as far as others may know it: no names of hosts or users, no paths. */
public final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** A line with the date, the processor, the operating system and the virtual machine. */
    public static String describe() {
        return String.format(
                "%s, %s, %d threads, %s %s, JDK %s (%s)%n",
                LocalDate.now(ZoneOffset.UTC),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                System.getProperty("java.vm.vendor"));
    }

    private static String processor() {
        if (!Files.isReadable(PROCESSORS)) {
            return "processor unknown";
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("processor unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
