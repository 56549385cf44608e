package org.nnlang.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Examples;
import org.nnlang.runtime.data.Standardization;

/**
 * The lines of a CSV file as examples, with one input and, if there are target columns, one target.
 *
 * <p>In memory, a line takes 4 bytes a column, however many numbers its categories become.
 */
public final class CsvExamples implements Examples {
    private final CsvColumns columns;
    private final Cells cells;
    private final List<Shape> inputShapes;
    private final List<Shape> targetShapes;

    CsvExamples(CsvColumns columns, Cells cells) {
        this.columns = columns;
        this.cells = cells;
        this.inputShapes = shapes(columns.features());
        this.targetShapes = shapes(columns.targets());
    }

    private static List<Shape> shapes(List<CsvColumn> columns) {
        int width = columns.stream().mapToInt(CsvExamples::width).sum();
        return width == 0 ? List.of() : List.of(Shape.of(width));
    }

    private static int width(CsvColumn column) {
        return column.kind() == CsvColumn.Kind.ONE_HOT ? column.categories().size() : 1;
    }

    /**
     * What was read, with all that was learned from this file: its categories, and means for missing values.
     *
     * <p>A file read by these is read the same way, and one that has other categories is refused.
     */
    public CsvColumns columns() {
        return columns;
    }

    /** The names of the classes, in the order of their indices, if the target is one column of categories; else none. */
    public List<String> classes() {
        return columns.targets().size() == 1 ? columns.targets().get(0).categories() : List.of();
    }

    /** A name for each number of the input, such as {@code age}, or {@code colour=red} for a category. */
    public List<String> inputNames() {
        return columns.features().stream().flatMap(CsvExamples::names).toList();
    }

    private static Stream<String> names(CsvColumn column) {
        String name = column.reference() instanceof ColumnReference.Name named
                ? named.name()
                : column.reference().toString();
        return column.kind() == CsvColumn.Kind.ONE_HOT
                ? column.categories().stream().map(category -> name + "=" + category)
                : Stream.of(name);
    }

    /** Learns how to standardise the columns of numbers; those of categories are left as they are. */
    public Standardization standardization() {
        int[] categories = new int[inputShapes.get(0).elements()];
        int count = 0;
        int place = 0;
        for (CsvColumn column : columns.features()) {
            for (int i = 0; i < width(column); i++) {
                if (column.kind() != CsvColumn.Kind.NUMBER) {
                    categories[count++] = place;
                }
                place++;
            }
        }
        return Standardization.of(this).except(0, Arrays.copyOf(categories, count));
    }

    @Override
    public int size() {
        return cells.rows();
    }

    @Override
    public List<Shape> inputShapes() {
        return inputShapes;
    }

    @Override
    public List<Shape> targetShapes() {
        return targetShapes;
    }

    @Override
    public void copy(int index, float[][] inputs, float[][] targets, int place) {
        Objects.checkIndex(index, size());
        copy(index, columns.features(), 0, inputs[0], place * inputShapes.get(0).elements());
        if (!targetShapes.isEmpty()) {
            int start = place * targetShapes.get(0).elements();
            copy(index, columns.targets(), columns.features().size(), targets[0], start);
        }
    }

    private void copy(int index, List<CsvColumn> some, int firstCell, float[] to, int start) {
        int at = start;
        for (int i = 0; i < some.size(); i++) {
            float cell = cells.get(index, firstCell + i);
            if (some.get(i).kind() == CsvColumn.Kind.ONE_HOT) {
                int width = width(some.get(i));
                Arrays.fill(to, at, at + width, 0);
                to[at + (int) cell] = 1;
                at += width;
            } else {
                to[at++] = cell;
            }
        }
    }
}
