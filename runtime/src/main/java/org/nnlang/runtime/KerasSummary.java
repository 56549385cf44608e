package org.nnlang.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Summary.Connection;
import org.nnlang.runtime.Summary.Entry;
import org.nnlang.runtime.Summary.Kind;

/**
 * Prints as Keras 3 prints its sequential and functional models.
 *
 * <p>A functional model has rows for its inputs, and, where it is not one chain, a column that says what each row reads.
 */
final class KerasSummary {
    private final Summary summary;
    private final int columns;
    private final @Nullable Integer batch;
    private final List<Entry> entries;
    private final boolean connections;

    KerasSummary(Summary summary, int columns, @Nullable Integer batch, boolean functional) {
        this.summary = summary;
        this.columns = columns;
        this.batch = batch;
        this.entries = summary.entries().stream()
                .filter(entry -> functional || entry.kind() != Kind.INPUT)
                .toList();
        this.connections = summary.form() == Summary.Form.FUNCTIONAL && !isChain(summary.entries());
    }

    private static boolean isChain(List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            List<Connection> read = entries.get(i).connectedTo();
            boolean follows = i > 0
                    && read.equals(List.of(new Connection(entries.get(i - 1).name(), 0, 0)));
            boolean isInput = entries.get(i).kind() == Kind.INPUT;
            if (i == 0 ? !isInput : isInput || !follows) {
                return false;
            }
        }
        return true;
    }

    String render() {
        List<List<String>> rows = entries.stream().map(this::row).toList();
        return KerasLines.text(
                summary.modelName(),
                connections ? connectedTable(rows) : KerasLines.table(columns, rows),
                summary.trainable(),
                summary.nonTrainable());
    }

    private KerasTable connectedTable(List<List<String>> rows) {
        return new KerasTable(
                List.of("Layer (type)", "Output Shape", "Param #", "Connected to"),
                new double[] {0.3, 0.56, 0.74, 1.0},
                new boolean[] {false, false, true, false},
                KerasLines.width(108, columns),
                rows);
    }

    private List<String> row(Entry entry) {
        List<String> row = new ArrayList<>();
        row.add(KerasLines.title(entry));
        row.add(KerasLines.shapes(entry.outputs(), batch));
        row.add(SummaryNumbers.grouped(entry.parameters()));
        if (connections) {
            row.add(
                    entry.connectedTo().isEmpty()
                            ? "-"
                            : entry.connectedTo().stream()
                                    .map(Connection::toString)
                                    .collect(Collectors.joining(", ")));
        }
        return row;
    }
}
