package org.nnlang.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of a pass over examples by Keras' names, alphabetically: the loss, and each metric of each output. */
final class Scores {
    private static final int LOSS = -1;

    /** One value: a metric of an output, or the loss of it; of all outputs together where there is no output. */
    private record Score(String name, int head, int metric) {}

    private final Head[] heads;
    private final Metric[][] metrics;
    private final Score[] scores;
    private final List<String> names;
    private final double[] values;
    private long examples;

    /** @throws IllegalArgumentException if two metrics have one name, or are one object */
    Scores(List<Head> heads) {
        this.heads = heads.toArray(Head[]::new);
        this.metrics = heads.stream()
                .map(head -> head.metrics().toArray(Metric[]::new))
                .toArray(Metric[][]::new);
        requireOwnMetrics();
        List<Score> all = new ArrayList<>(List.of(new Score("loss", LOSS, LOSS)));
        for (int h = 0; h < metrics.length; h++) {
            String prefix = metrics.length == 1 ? "" : this.heads[h].name() + "_";
            if (metrics.length > 1) {
                all.add(new Score(prefix + "loss", h, LOSS));
            }
            for (int m = 0; m < metrics[h].length; m++) {
                all.add(new Score(prefix + metrics[h][m].name(), h, m));
            }
        }
        all.sort(Comparator.comparing(Score::name));
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).name().equals(all.get(i - 1).name())) {
                throw new IllegalArgumentException("two values would be called '"
                        + all.get(i).name() + "': leave one metric out, or give it another name");
            }
        }
        this.scores = all.toArray(Score[]::new);
        this.names = all.stream().map(Score::name).toList();
        this.values = new double[scores.length];
    }

    /** One object would count the rows of both outputs together. */
    private void requireOwnMetrics() {
        Set<Metric> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int h = 0; h < heads.length; h++) {
            for (Metric metric : metrics[h]) {
                if (!seen.add(metric)) {
                    throw new IllegalArgumentException("output " + heads[h].name() + " has the metric object "
                            + metric.name() + ", and so has another output, or this one twice: make one for each");
                }
            }
        }
    }

    void reset() {
        examples = 0;
        for (Head head : heads) {
            head.reset();
        }
    }

    void add(int count) {
        examples += count;
    }

    List<String> names() {
        return names;
    }

    /** The values now, one a name; the same array at each call. */
    double[] read() {
        for (int i = 0; i < scores.length; i++) {
            values[i] = value(scores[i]);
        }
        return values;
    }

    void putInto(Map<String, Double> map) {
        read();
        for (int i = 0; i < values.length; i++) {
            map.put(names.get(i), values[i]);
        }
    }

    private double value(Score score) {
        if (score.metric() != LOSS) {
            return metrics[score.head()][score.metric()].result();
        }
        if (examples == 0) {
            return 0;
        }
        if (score.head() != LOSS) {
            return heads[score.head()].lossSum() / examples;
        }
        double sum = 0;
        for (Head head : heads) {
            sum += head.lossWeight() * (head.lossSum() / examples);
        }
        return sum;
    }

    void save(SavedState state) {
        state.put("examples", examples);
        for (int h = 0; h < heads.length; h++) {
            SavedState part = state.part(Integer.toString(h));
            part.put("loss", heads[h].lossSum());
            for (int m = 0; m < metrics[h].length; m++) {
                part.put("metric" + m, metrics[h][m].memory());
            }
        }
    }

    void restore(SavedState state) {
        examples = state.integer("examples");
        for (int h = 0; h < heads.length; h++) {
            SavedState part = state.part(Integer.toString(h));
            heads[h].restore(part.number("loss"));
            for (int m = 0; m < metrics[h].length; m++) {
                metrics[h][m].restore(part.numbers("metric" + m));
            }
        }
    }
}
