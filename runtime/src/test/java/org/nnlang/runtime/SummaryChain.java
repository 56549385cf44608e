package org.nnlang.runtime;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.runtime.Summary.Connection;
import org.nnlang.runtime.Summary.Entry;
import org.nnlang.runtime.Summary.Form;
import org.nnlang.runtime.Summary.Kind;

/** Writes down the summary of one chain of layers, for tests. */
final class SummaryChain {
    private final String modelName;
    private final List<Entry> entries = new ArrayList<>();
    private int width;

    SummaryChain(String modelName, int inputs) {
        this.modelName = modelName;
        add("input", "input", Kind.INPUT, inputs, 0);
    }

    SummaryChain dense(String name, int units) {
        return add(name, "Dense", Kind.LAYER, units, (long) units * (width + 1));
    }

    SummaryChain denseWithoutBias(String name, int units) {
        return add(name, "Linear", Kind.LAYER, units, (long) units * width);
    }

    SummaryChain activation(String type) {
        return add(type, type, Kind.ACTIVATION, width, 0);
    }

    Summary sequential() {
        return new Summary(modelName, Form.SEQUENTIAL, entries);
    }

    Summary functional() {
        return new Summary(modelName, Form.FUNCTIONAL, entries);
    }

    private SummaryChain add(String name, String type, Kind kind, int units, long weights) {
        List<Connection> read = entries.isEmpty()
                ? List.of()
                : List.of(new Connection(entries.get(entries.size() - 1).name(), 0, 0));
        entries.add(new Entry(name, type, kind, List.of(Shape.of(units)), weights, 0, weights, read, List.of()));
        width = units;
        return this;
    }
}
