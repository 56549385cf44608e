package org.nnlang.runtime;

import java.util.List;

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
}
