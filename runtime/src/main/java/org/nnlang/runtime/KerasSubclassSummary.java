package org.nnlang.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Summary.Entry;

/**
 * Prints as Keras 3 prints a subclass of its Model.
 *
 * <p>Such a model knows its shapes and weights only after a first call, and then with that call's batch size.
 */
final class KerasSubclassSummary {
    private final Summary summary;
    private final int columns;
    private final @Nullable Integer batch;

    KerasSubclassSummary(Summary summary, int columns, @Nullable Integer batch) {
        this.summary = summary;
        this.columns = columns;
        this.batch = batch;
    }

    String render() {
        List<List<String>> rows = summary.entries().stream()
                .filter(SummaryWords::isLayer)
                .map(this::row)
                .toList();
        boolean built = batch != null;
        return KerasLines.text(
                SummaryWords.snakeCase(summary.modelName()),
                KerasLines.table(columns, rows),
                built ? summary.trainable() : 0,
                built ? summary.nonTrainable() : 0);
    }

    private List<String> row(Entry entry) {
        String title = KerasLines.title(entry);
        return batch == null
                ? List.of(title, "?", "0 (unbuilt)")
                : List.of(title, KerasLines.shapes(entry.outputs(), batch), SummaryNumbers.grouped(entry.parameters()));
    }
}
