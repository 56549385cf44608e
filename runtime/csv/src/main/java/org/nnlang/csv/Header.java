package org.nnlang.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nnlang.runtime.text.NearestName;

/** The columns that a file has: their number, and their names if the first line has them. */
final class Header {
    private final int width;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private Header(int width) {
        this.width = width;
    }

    /** Makes it of the first line of a file. */
    static Header of(List<String> fields, boolean named) throws FieldException {
        Header header = new Header(fields.size());
        for (int i = 0; named && i < fields.size(); i++) {
            String name = fields.get(i).strip();
            Integer before = header.places.put(name, i);
            if (before != null) {
                throw new FieldException(
                        "the header has the name '" + name + "' at column " + before + " and at column " + i
                                + " (from 0): rename one, or if this line is no header, read with CsvFormat.withoutHeader");
            }
        }
        return header;
    }

    int width() {
        return width;
    }

    /** The names, in the order of the columns; none where the first line has none. */
    List<String> names() {
        return List.copyOf(places.keySet());
    }

    /** The columns with the features listed that were not: all that are no targets, as numbers. */
    CsvColumns complete(CsvColumns columns) throws FieldException {
        if (!columns.features().isEmpty()) {
            return columns;
        }
        Set<Integer> targets = new HashSet<>();
        for (CsvColumn target : columns.targets()) {
            targets.add(place(target.reference()));
        }
        List<String> names = names();
        List<CsvColumn> features = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            if (!targets.contains(i)) {
                features.add(names.isEmpty() ? CsvColumn.number(i) : CsvColumn.number(names.get(i)));
            }
        }
        if (features.isEmpty()) {
            throw new FieldException("all " + width + " columns are targets, so there is no feature left");
        }
        return new CsvColumns(features, columns.targets());
    }

    /** Where the columns are in a line; none twice. */
    int[] places(List<CsvColumn> columns) throws FieldException {
        int[] found = new int[columns.size()];
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < found.length; i++) {
            ColumnReference reference = columns.get(i).reference();
            found[i] = place(reference);
            if (!taken.add(found[i])) {
                throw new FieldException(
                        "column " + reference + " is taken twice: a column is one feature or one target");
            }
        }
        return found;
    }

    private int place(ColumnReference reference) throws FieldException {
        if (reference instanceof ColumnReference.Index index) {
            if (index.index() >= width) {
                throw new FieldException("there is no column " + index + ": there are " + width
                        + ", counted from 0; is the delimiter the right one?");
            }
            return index.index();
        }
        String name = ((ColumnReference.Name) reference).name();
        Integer place = places.get(name);
        if (place != null) {
            return place;
        }
        if (places.isEmpty()) {
            throw new FieldException("column '" + name
                    + "' cannot be found by its name, since the format is one without a" + " header: take its index");
        }
        if (width == 1) {
            throw new FieldException("there is no column '" + name + "', only '"
                    + places.keySet().iterator().next() + "': is the delimiter the right one?");
        }
        throw new FieldException("there is no column '" + name + "'; did you mean '"
                + NearestName.of(name, places.keySet()).orElseThrow() + "'? There are "
                + String.join(", ", places.keySet()));
    }
}
