package org.nnlang.runtime.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who made the processor: of two ways with the same bits one may be the faster on some, and the other one on others.
 *
 * <p>Java does not tell. Linux has a file that does, and Windows a variable of the environment; elsewhere nobody is known to
 * have made it.
 */
final class Processor {
    private static final String AMD = "AuthenticAMD";

    private static final Path LINUX = Path.of("/proc/cpuinfo");

    /** The maker is in the second line; there are some lines for each processor, and hundreds of processors at times. */
    private static final int BYTES = 200;

    private Processor() {}

    /** Whether it is known to be one of AMD. */
    static boolean isOfAmd() {
        String identifier = System.getenv("PROCESSOR_IDENTIFIER");
        return (identifier == null ? ofLinux(LINUX) : identifier).contains(AMD);
    }

    /**
     * The beginning of the file in which Linux describes processors.
     *
     * @return empty where there is none that can be read
     */
    static String ofLinux(Path file) {
        if (!Files.isReadable(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // Unknown, as on other systems: it matters for the speed only.
            return "";
        }
    }
}
