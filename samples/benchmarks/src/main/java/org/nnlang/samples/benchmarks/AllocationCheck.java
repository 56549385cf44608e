package org.nnlang.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether calls of sessions allocate, in several fresh virtual machines, since what the just-in-time compiler makes of vectors
 * differs from start to start.
 *
 * <p>Only what comes after the warm-up counts: until the compiler has seen enough calls every vector is an object. Prints
 * Markdown, and fails where a byte was allocated.
 */
public final class AllocationCheck {
    private static final List<String> KERNELS = List.of("vector", "plain", "adaptive");

    private AllocationCheck() {}

    /**
     * Checks and reports.
     *
     * @param arguments the folder for what it writes, and how many virtual machines each kind of kernels gets
     * @throws IllegalStateException if a call allocated
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int starts = Integer.parseInt(arguments[1]);
        Map<String, Map<String, Allocated>> byCall = new TreeMap<>();
        for (int start = 0; start < starts; start++) {
            for (String kernels : KERNELS) {
                for (String line : probe(kernels, start).lines().toList()) {
                    String[] parts = line.split("\t", -1);
                    byCall.computeIfAbsent(parts[0], call -> new TreeMap<>())
                            .merge(kernels, Allocated.once(Double.parseDouble(parts[1])), Allocated::plus);
                }
            }
        }
        String report = report(starts, byCall);
        System.out.print(report);
        Files.writeString(folder.resolve("allocation-" + Runtime.version().feature() + ".md"), report);
        if (byCall.values().stream().flatMap(row -> row.values().stream()).anyMatch(cell -> cell.starts() > 0)) {
            throw new IllegalStateException("calls allocate");
        }
    }

    /** The most bytes a call, and in how many virtual machines there were any. */
    private record Allocated(double worst, int starts) {
        static Allocated once(double bytes) {
            return new Allocated(bytes, bytes > 0 ? 1 : 0);
        }

        Allocated plus(Allocated other) {
            return new Allocated(Math.max(worst, other.worst), starts + other.starts);
        }

        @Override
        public String toString() {
            return starts == 0 ? "0" : String.format(Locale.ROOT, "%.3f (%d starts)", worst, starts);
        }
    }

    private static String probe(String kernels, int rotation) throws IOException, InterruptedException {
        return FreshProcess.output(List.of(
                FreshProcess.JAVA,
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                AllocationProbe.class.getName(),
                kernels,
                String.valueOf(rotation)));
    }

    private static String report(int starts, Map<String, Map<String, Allocated>> byCall) {
        StringBuilder table = new StringBuilder(Machine.describe())
                .append("\n| bytes a call, the worst of ")
                .append(starts)
                .append(" virtual machines | ")
                .append(String.join(" | ", KERNELS))
                .append(" |\n|")
                .append(" --- |".repeat(KERNELS.size() + 1))
                .append('\n');
        byCall.forEach((call, row) -> table.append("| ")
                .append(call)
                .append(KERNELS.stream()
                        .map(kernels -> " | " + row.get(kernels))
                        .collect(Collectors.joining("", "", " |\n"))));
        return table.toString();
    }
}
