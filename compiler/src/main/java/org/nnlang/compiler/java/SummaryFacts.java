package org.nnlang.compiler.java;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.LayerInstance;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Step;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.model.Weight;

/** The rows of a model's summary: what it consists of, as its author sees it, rather than what is computed. */
final class SummaryFacts {
    /**
     * One row; a layer that is used twice is one row with the connections of both uses.
     *
     * @param weights a pattern of the paths of its weights; null where it has none
     */
    record Entry(
            String name,
            String type,
            String kind,
            List<Shape> outputs,
            @Nullable String weights,
            long multiplyAdds,
            List<Connection> connectedTo,
            List<Entry> children) {}

    /** Which output of which use of which row. */
    record Connection(String layer, int call, int output) {}

    /** A row in the making. */
    private static final class Row {
        private final String name;
        private final String type;
        private final String kind;
        private final @Nullable LayerInstance layer;
        private final List<Connection> connectedTo = new ArrayList<>();
        private final Map<String, Row> children = new LinkedHashMap<>();
        private List<Shape> outputs = List.of();
        private int calls;
        private long multiplyAdds;

        Row(String name, String type, String kind, @Nullable LayerInstance layer) {
            this.name = name;
            this.type = type;
            this.kind = kind;
            this.layer = layer;
        }

        Entry entry() {
            return new Entry(
                    name,
                    type,
                    kind,
                    outputs,
                    layer == null || layer.allWeights().findAny().isEmpty() ? null : layer.path() + ".*",
                    multiplyAdds
                            + children.values().stream()
                                    .mapToLong(row -> row.entry().multiplyAdds())
                                    .sum(),
                    connectedTo,
                    children.values().stream().map(Row::entry).toList());
        }
    }

    private final IdentityHashMap<Value, Connection> sources = new IdentityHashMap<>();

    private SummaryFacts() {}

    static List<Entry> of(CheckedModel model) {
        SummaryFacts facts = new SummaryFacts();
        Map<String, Row> rows = new LinkedHashMap<>();
        for (CheckedModel.Port input : model.inputs()) {
            Row row = new Row(input.name(), "Input", "INPUT", null);
            row.outputs = List.of(input.value().shape());
            rows.put(input.name(), row);
            facts.sources.put(input.value(), new Connection(input.name(), 0, 0));
        }
        model.steps().forEach(step -> facts.add(rows, step));
        return rows.values().stream().map(Row::entry).toList();
    }

    private void add(Map<String, Row> rows, Step step) {
        if (step instanceof Step.LayerCall call) {
            add(rows, call);
        } else if (step instanceof Step.Computation computation && computation.path() != null) {
            add(rows, computation, computation.path());
        }
    }

    private void add(Map<String, Row> rows, Step.Computation computation, String path) {
        Term term = computation.term();
        if (term instanceof Term.ValueOf same) {
            Connection source = sources.get(same.value());
            if (source != null) {
                sources.put(computation.result(), source);
            }
            return;
        }
        Row row = new Row(path, type(term), computation.stage() ? "ACTIVATION" : "OPERATION", null);
        row.outputs = List.of(term.shape());
        connect(row, term);
        rows.put(path, row);
        sources.put(computation.result(), new Connection(path, 0, 0));
    }

    private void add(Map<String, Row> rows, Step.LayerCall call) {
        LayerInstance layer = call.layer();
        Row row = rows.computeIfAbsent(layer.path(), path -> new Row(layer.name(), layer.type(), "LAYER", layer));
        for (Value input : call.inputs()) {
            Connection source = sources.get(input);
            if (source != null) {
                row.connectedTo.add(source);
            }
        }
        row.outputs = call.outputs().stream().map(Value::shape).toList();
        long positions =
                call.outputs().isEmpty() ? 1 : call.outputs().get(0).shape().rows();
        for (Weight weight : layer.weights()) {
            row.multiplyAdds += weight.shape().elements() * positions;
        }
        for (Step inner : call.body()) {
            if (inner instanceof Step.LayerCall) {
                add(row.children, inner);
            }
        }
        for (int output = 0; output < call.outputs().size(); output++) {
            sources.put(call.outputs().get(output), new Connection(layer.path(), row.calls, output));
        }
        row.calls++;
    }

    private void connect(Row row, Term term) {
        if (term instanceof Term.ValueOf value) {
            Connection source = sources.get(value.value());
            if (source != null) {
                row.connectedTo.add(source);
            }
        } else if (term instanceof Term.Apply apply) {
            apply.arguments().forEach(argument -> connect(row, argument));
        } else if (term instanceof Term.Invoke invoke) {
            invoke.arguments().forEach(argument -> connect(row, argument));
        } else if (term instanceof Term.Slice slice) {
            connect(row, slice.row());
        }
    }

    private static String type(Term term) {
        if (term instanceof Term.Invoke invoke) {
            return invoke.function().name();
        }
        if (term instanceof Term.Apply apply) {
            return apply.primitive().functionName();
        }
        return term instanceof Term.Slice ? "slice" : "constant";
    }
}
