package org.nnlang.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a network consists of: layers with their shapes and counts, to be printed in the manner of several frameworks.
 *
 * @param modelName the model's name
 * @param form whether the network is one chain of layers
 * @param entries the rows from input to output, inputs included
 */
public record Summary(String modelName, Form form, List<Entry> entries) {
    /** Copies the list. */
    public Summary {
        entries = List.copyOf(entries);
    }

    /** Whether a network is one chain of layers, or a graph with named inputs. */
    public enum Form {
        /** One chain, as Keras' and PyTorch's Sequential. */
        SEQUENTIAL,
        /** A graph, as Keras' functional models and PyTorch's modules. */
        FUNCTIONAL
    }

    /** What a row stands for. */
    public enum Kind {
        /** An input of the model. */
        INPUT,
        /** A layer, with or without weights. */
        LAYER,
        /** A pure function that is applied as a stage of its own. */
        ACTIVATION,
        /** Arithmetic between values, such as an addition. */
        OPERATION
    }

    /** The manner of a framework. */
    public enum Style {
        /** Keras 3: a sequential or a functional model, as the summary's form says. */
        KERAS,
        /** Keras 3, always as a functional model: inputs are rows too. */
        KERAS_FUNCTIONAL,
        /** Keras 3, a subclass of its Model: without shapes and counts as long as no batch size is known. */
        KERAS_SUBCLASS,
        /** PyTorch's torchsummary 1.5.1. */
        TORCHSUMMARY,
        /** PyTorch's torchinfo 1.8.0. */
        TORCHINFO
    }

    /**
     * Where a layer's input comes from.
     *
     * @param layer the name of the entry that made it
     * @param call which use of that entry, from 0
     * @param output which of its outputs, from 0
     */
    public record Connection(String layer, int call, int output) {
        /** As Keras writes it: {@code shared[1][0]}. */
        @Override
        public String toString() {
            return layer + "[" + call + "][" + output + "]";
        }
    }

    /**
     * One row.
     *
     * @param name its label in the network
     * @param type the library's word, such as {@code Dense}, {@code sigmoid}, {@code add}
     * @param kind what it stands for
     * @param outputs the shapes of its outputs
     * @param trainable the number of trainable weights, nested ones included
     * @param nonTrainable the number of other weights, nested ones included
     * @param multiplyAdds multiply-adds for one example as torchinfo counts them: each weight and each bias once for every
     *     position of the output it is used at; nested ones included
     * @param connectedTo what it reads, for each use
     * @param children the layers within, if it is made of layers
     */
    public record Entry(
            String name,
            String type,
            Kind kind,
            List<Shape> outputs,
            long trainable,
            long nonTrainable,
            long multiplyAdds,
            List<Connection> connectedTo,
            List<Entry> children) {
        /** Copies the lists. */
        public Entry {
            outputs = List.copyOf(outputs);
            connectedTo = List.copyOf(connectedTo);
            children = List.copyOf(children);
        }

        /** All its weights. */
        public long parameters() {
            return trainable + nonTrainable;
        }
    }

    /** All weights of all entries. */
    public long parameters() {
        return trainable() + nonTrainable();
    }

    /** The trainable weights of all entries. */
    public long trainable() {
        return entries.stream().mapToLong(Entry::trainable).sum();
    }

    /** The other weights of all entries. */
    public long nonTrainable() {
        return entries.stream().mapToLong(Entry::nonTrainable).sum();
    }

    /** Prints as Keras 3 does on a terminal of 80 columns. */
    @Override
    public String toString() {
        return render(Style.KERAS);
    }

    /** Prints in a framework's manner, for 80 columns and no particular batch size. */
    public String render(Style style) {
        return render(style, 80, null);
    }

    /**
     * Prints in a framework's manner.
     *
     * @param columns the width of the terminal, which Keras' tables adapt to; a name or number is never cut, so that a
     *     table may come out wider
     * @param batch the batch size to print in the shapes; null for any
     * @return lines without a line end after the last
     * @throws IllegalArgumentException if columns or batch is not positive
     */
    // JSpecify's annotations are for the compiler only: no module needs to read them.
    @SuppressWarnings("exports")
    public String render(Style style, int columns, @Nullable Integer batch) {
        if (columns <= 0) {
            throw new IllegalArgumentException("columns must be positive, got " + columns);
        }
        if (batch != null && batch <= 0) {
            throw new IllegalArgumentException("batch must be positive, got " + batch);
        }
        return switch (style) {
            case KERAS -> new KerasSummary(this, columns, batch, form == Form.FUNCTIONAL).render();
            case KERAS_FUNCTIONAL -> new KerasSummary(this, columns, batch, true).render();
            case KERAS_SUBCLASS -> new KerasSubclassSummary(this, columns, batch).render();
            case TORCHSUMMARY -> new TorchSummary(this, batch).render();
            case TORCHINFO -> new TorchInfo(this, batch).render();
        };
    }

    /** The entries whose results nothing reads: what the model returns. */
    List<Entry> results() {
        if (form == Form.SEQUENTIAL) {
            return entries.subList(Math.max(0, entries.size() - 1), entries.size());
        }
        List<String> read = entries.stream()
                .flatMap(entry -> entry.connectedTo().stream())
                .map(Connection::layer)
                .toList();
        return entries.stream()
                .filter(entry -> entry.kind() != Kind.INPUT && !read.contains(entry.name()))
                .toList();
    }
}
