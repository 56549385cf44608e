package org.nnlang.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.csv.CsvColumns;
import org.nnlang.csv.CsvExamples;
import org.nnlang.csv.CsvFile;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.runtime.data.Examples;

/** Data sets as a model and its losses take them. */
final class TrainingData {
    private final Model model;
    private final List<LossChoice> losses;
    private final CsvArguments csv;
    private final List<String> notes = new ArrayList<>();
    /** What the CSV file to train on taught; null before. */
    private @Nullable CsvColumns learned;

    private List<Shape> targetShapes = List.of();

    TrainingData(Model model, List<LossChoice> losses, CsvArguments csv) {
        this.model = model;
        this.losses = losses;
        this.csv = csv;
    }

    /** What the user should know about how the data were read. */
    List<String> notes() {
        return notes;
    }

    /** The examples to learn from. */
    Examples train(DataArgument data) throws IOException {
        return data.isCsv() ? table(data) : images(data, data.images(input(data).shape(), true));
    }

    /** Examples to be judged by, read as those to learn from, which must have been read before. */
    Examples test(DataArgument data) throws IOException {
        return data.isCsv() ? table(data) : images(data, data.images(input(data).shape(), false));
    }

    private Port input(DataArgument data) {
        if (model.inputs().size() != 1 || model.outputs().size() != 1) {
            throw new Failure(data.option() + " " + data.text() + " is for a model with one input and one output; "
                    + model.name() + " has " + model.inputs().size() + " and "
                    + model.outputs().size() + ": train it from Java, or on a csv: file");
        }
        return model.inputs().get(0);
    }

    private Examples images(DataArgument data, Dataset dataset) {
        Port input = model.inputs().get(0);
        LossChoice loss = losses.get(0);
        int classes = dataset.classes();
        boolean fits = dataset.featureShape().elements() == input.shape().elements()
                && loss.output().shape().elements() == classes;
        if (!fits) {
            throw new Failure(model.name() + " takes " + input + " and gives " + loss.output() + ", but " + data.text()
                    + " has " + dataset.featureShape() + " of " + classes + " classes");
        }
        Dataset examples = loss.takesClassIndices() ? dataset.asIndices() : dataset.asOneHot();
        return PortExamples.of(data.text(), examples, model.inputs(), examples.targetShapes());
    }

    private Examples table(DataArgument data) throws IOException {
        CsvFile file = csv.file(data.csv());
        CsvExamples rows;
        if (learned != null) {
            rows = csv.read(file, learned);
        } else {
            CsvTargets targets = CsvTargets.of(csv, losses);
            rows = targets.read(file);
            learned = rows.columns();
            targetShapes = targets.shapes(rows);
            notes.addAll(targets.notes(rows));
        }
        return PortExamples.of(data.text(), rows, model.inputs(), targetShapes);
    }
}
