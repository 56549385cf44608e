package org.nnlang.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.text.NearestName;

/** Reads categories to their indices: those that are given, or those that appear. */
final class CategoryReader extends ColumnReader {
    /** More are no categories, but names or numbers. */
    private static final int MAXIMUM = 1 << 16;

    private final CsvColumn column;
    private final Map<String, Integer> indices = new LinkedHashMap<>();
    /** What the line being read added, at most one. */
    private @Nullable String added;

    CategoryReader(CsvColumn column) {
        this.column = column;
        for (String category : column.categories()) {
            indices.put(category, indices.size());
        }
    }

    @Override
    float read(String text) throws FieldException {
        Integer index = indices.get(text);
        if (index != null) {
            return index;
        }
        if (column.order() == CsvColumn.Order.GIVEN) {
            String nearest = NearestName.of(text, indices.keySet()).orElseThrow();
            throw new FieldException("found \"" + text + "\", which is none of the " + indices.size()
                    + " categories that the training file or the caller gave; did you mean \"" + nearest
                    + "\"? Correct it, or train with examples of it");
        }
        if (indices.size() == MAXIMUM) {
            throw new FieldException("found \"" + text + "\", one more than the " + MAXIMUM
                    + " categories that a column can have: read it by CsvColumn.number, or leave it out");
        }
        added = text;
        indices.put(text, indices.size());
        return indices.size() - 1;
    }

    @Override
    float readMissing() throws FieldException {
        if (column.missing() instanceof MissingValue.FixedCategory category) {
            return read(category.name());
        }
        throw new FieldException(
                "expected a category, found no value: fill it in, or say what to take instead by CsvColumn.orElse");
    }

    @Override
    void accept() {
        added = null;
    }

    @Override
    void refuse() {
        if (added != null) {
            indices.remove(added);
            added = null;
        }
    }

    @Override
    CsvColumn finish(Cells cells, int place) {
        List<String> categories = new ArrayList<>(indices.keySet());
        if (column.order() == CsvColumn.Order.SORTED) {
            categories.sort(order(categories));
            float[] moved = new float[categories.size()];
            for (int i = 0; i < moved.length; i++) {
                moved[indices.getOrDefault(categories.get(i), 0)] = i;
            }
            for (int row = 0; row < cells.rows(); row++) {
                cells.set(row, place, moved[(int) cells.get(row, place)]);
            }
        }
        return new CsvColumn(column.reference(), column.kind(), CsvColumn.Order.GIVEN, categories, column.missing());
    }

    private static Comparator<String> order(List<String> categories) {
        Comparator<String> byText = Comparator.naturalOrder();
        boolean numbers =
                categories.stream().allMatch(category -> category.matches("[-+]?[0-9]{1,15}([.][0-9]{1,15})?"));
        return numbers ? Comparator.comparingDouble(Double::parseDouble).thenComparing(byText) : byText;
    }
}
