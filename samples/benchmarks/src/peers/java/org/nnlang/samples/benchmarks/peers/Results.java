package org.nnlang.samples.benchmarks.peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nnlang.samples.benchmarks.Machine;
import org.nnlang.samples.benchmarks.Median;

/** The medians of everything measured, as Markdown. */
final class Results {
    private final Map<Workload, Map<Entry, List<Double>>> nanoseconds = new LinkedHashMap<>();
    private final Map<Entry, String> versions = new EnumMap<>(Entry.class);
    private final List<Double> peaks = new ArrayList<>();
    private final Map<Workload, List<Double>> peaksOfAllThreads = new LinkedHashMap<>();

    void version(Entry entry, String version) {
        versions.put(entry, version);
    }

    /** What the machine could do before a round, in gigaflops per second. */
    void peaks(Workload workload, double ofOneThread, double ofAllThreads) {
        peaks.add(ofOneThread);
        peaksOfAllThreads.computeIfAbsent(workload, key -> new ArrayList<>()).add(ofAllThreads / ofOneThread);
    }

    void add(Workload workload, Entry entry, double value) {
        nanoseconds
                .computeIfAbsent(workload, key -> new EnumMap<>(Entry.class))
                .computeIfAbsent(entry, key -> new ArrayList<>())
                .add(value);
    }

    private Optional<Double> median(Workload workload, Entry entry) {
        return Optional.ofNullable(nanoseconds.get(workload))
                .map(row -> row.get(entry))
                .map(Median::of);
    }

    String markdown() {
        StringBuilder text = new StringBuilder(Machine.describe());
        if (!peaks.isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    "Fused multiply-adds in registers, one thread: %.0f GFLOP/s (median), %.0f (most).%n",
                    Median.of(peaks),
                    Collections.max(peaks)));
        }
        text.append("\nMicroseconds a call, medians of interleaved rounds:\n\n");
        header(text);
        for (Workload workload : nanoseconds.keySet()) {
            row(
                    text,
                    workload.toString(),
                    entry -> median(workload, entry)
                            .map(value -> String.format(Locale.ROOT, value < 1e5 ? "%.2f" : "%.0f", value / 1e3)));
        }
        text.append("\nHow many times as long as nnlang, medians of the ratios within a round:\n\n");
        header(text);
        for (Workload workload : nanoseconds.keySet()) {
            row(text, workload.toString(), entry -> ratio(workload, entry));
        }
        text.append(
                "\nThe best of the peers, which is the one of the smallest ratio in the table before:\n\n| | the best peer | samples/s | nnlang, samples/s | ratio | all threads' peak, of one's |\n| --- | --- | --- | --- | --- | --- |\n");
        for (Workload workload : nanoseconds.keySet()) {
            best(text, workload);
        }
        text.append("\nVersions: ")
                .append(String.join("; ", new LinkedHashSet<>(versions.values())))
                .append(".\n");
        return text.toString();
    }

    private Optional<String> ratio(Workload workload, Entry entry) {
        return timesOurs(workload, entry).map(ratio -> String.format(Locale.ROOT, "%.2f", ratio));
    }

    /** The median of the ratios within a round: what the machine does differently from round to round meets both alike. */
    private Optional<Double> timesOurs(Workload workload, Entry entry) {
        Map<Entry, List<Double>> all = nanoseconds.getOrDefault(workload, Map.of());
        List<Double> theirs = all.get(entry);
        List<Double> ours = all.get(Entry.NN);
        if (theirs == null || ours == null) {
            return Optional.empty();
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < theirs.size(); round++) {
            ratios.add(theirs.get(round) / ours.get(round));
        }
        return Optional.of(Median.of(ratios));
    }

    /** The one of the smallest ratio, which need not be the one of the smallest median. */
    private void best(StringBuilder text, Workload workload) {
        Optional<Entry> best = versions.keySet().stream()
                .filter(entry -> !entry.ours() && timesOurs(workload, entry).isPresent())
                .min((a, b) -> Double.compare(
                        timesOurs(workload, a).orElseThrow(),
                        timesOurs(workload, b).orElseThrow()));
        Optional<Double> ours = median(workload, Entry.NN);
        if (best.isEmpty() || ours.isEmpty()) {
            return;
        }
        double theirs = median(workload, best.get()).orElseThrow();
        text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %,.0f | %.2f | %.2f |%n",
                workload,
                best.get().title(),
                workload.batch() * 1e9 / theirs,
                workload.batch() * 1e9 / ours.get(),
                timesOurs(workload, best.get()).orElseThrow(),
                Median.of(peaksOfAllThreads.getOrDefault(workload, List.of()))));
    }

    private void header(StringBuilder text) {
        row(text, "", entry -> Optional.of(entry.title()));
        row(text, "---", entry -> Optional.of("---"));
    }

    private void row(StringBuilder text, String first, Function<Entry, Optional<String>> cell) {
        text.append("| ").append(first).append(" |");
        for (Entry entry : versions.keySet()) {
            text.append(' ').append(cell.apply(entry).orElse("")).append(" |");
        }
        text.append('\n');
    }
}
