package org.nnlang.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nnlang.runtime.Model;

/**
 * How long a whole process takes that loads W1 and predicts once, and how large its jars are.
 *
 * <p>Every start is a fresh virtual machine, every round starts each variant once, and every answer is compared with this process'
 * own, bit by bit. Prints Markdown.
 */
public final class ColdStart {
    private static final int ROUNDS = 11;
    private static final String VECTOR = "--add-modules=jdk.incubator.vector";

    private final Path folder;
    private final Path weights;
    private final String classPath;
    private final String expected;

    private ColdStart(Path folder, Path runtime, Path program) throws IOException {
        this.folder = folder;
        this.weights = folder.resolve("w1.safetensors");
        this.classPath = runtime + System.getProperty("path.separator") + program;
        Network.W1.create().save(weights);
        this.expected = Arrays.toString(FirstPrediction.predict(weights));
    }

    /**
     * Measures and reports.
     *
     * @param arguments the folder for what it writes
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path runtime = ProgramJar.placeOf(Model.class);
        if (!Files.isRegularFile(runtime)) {
            throw new IllegalStateException(
                    "class data sharing takes jars only, and the runtime is a folder: run this in the phase"
                            + " package");
        }
        Path program = folder.resolve("program.jar");
        ProgramJar.write(program);
        String report = new ColdStart(folder, runtime, program).measure() + sizes(runtime, program);
        System.out.print(report);
        Files.writeString(folder.resolve("cold-start.md"), report);
    }

    private String measure() throws IOException, InterruptedException {
        Map<String, List<String>> variants = new LinkedHashMap<>();
        variants.put("an empty program", command(NoPrediction.class));
        variants.put("first prediction", command(FirstPrediction.class));
        variants.put("first prediction, shared classes", shared("plain"));
        variants.put("first prediction, Vector API", command(FirstPrediction.class, VECTOR));
        variants.put("first prediction, Vector API, shared classes", shared("vector", VECTOR));
        Map<String, List<Double>> milliseconds = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, List<String>> variant : variants.entrySet()) {
                milliseconds
                        .computeIfAbsent(variant.getKey(), name -> new ArrayList<>())
                        .add(start(variant.getValue()));
            }
        }
        StringBuilder table = new StringBuilder(Machine.describe())
                .append("\n| whole process, median of ")
                .append(ROUNDS)
                .append(" | ms |\n| --- | --- |\n");
        milliseconds.forEach(
                (name, times) -> table.append(String.format(Locale.ROOT, "| %s | %.0f |%n", name, Median.of(times))));
        return table.append('\n').toString();
    }

    private List<String> command(Class<?> program, String... options) {
        List<String> command = new ArrayList<>();
        command.add(FreshProcess.JAVA);
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, program.getName(), weights.toString()));
        return command;
    }

    /** The program with an archive of its classes, which it writes first, by one run. */
    private List<String> shared(String name, String... options) throws IOException, InterruptedException {
        String archive = folder.resolve(name + ".jsa").toString();
        List<String> dump = new ArrayList<>(List.of(options));
        dump.add("-XX:ArchiveClassesAtExit=" + archive);
        start(command(FirstPrediction.class, dump.toArray(String[]::new)));
        List<String> use = new ArrayList<>(List.of(options));
        use.add("-XX:SharedArchiveFile=" + archive);
        List<String> logged = new ArrayList<>(use);
        logged.add("-Xlog:class+load");
        String log = FreshProcess.output(command(FirstPrediction.class, logged.toArray(String[]::new)));
        if (!log.contains(Small.class.getName() + " source: shared objects file")) {
            throw new IllegalStateException("this virtual machine does not take its classes from " + archive);
        }
        return command(FirstPrediction.class, use.toArray(String[]::new));
    }

    /** Runs a command and gives its milliseconds. */
    private double start(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String output = FreshProcess.output(command);
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        if (command.contains(FirstPrediction.class.getName()) && !output.contains(expected)) {
            throw new IllegalStateException("a fresh process predicts " + output + " in place of " + expected);
        }
        return milliseconds;
    }

    private static String sizes(Path runtime, Path program) throws IOException {
        return String.format(
                Locale.ROOT,
                "| jar | KB |%n| --- | --- |%n| nn-runtime | %d |%n| the program with W1's generated class | %d |%n",
                Files.size(runtime) / 1000,
                Files.size(program) / 1000);
    }
}
