package org.nnlang.csv;

import java.util.List;
import java.util.Set;

/**
 * A column of a file, and what to make of its texts. Surrounding blanks of a text do not count.
 *
 * @param reference which column
 * @param kind what to make of it
 * @param order the order of the categories, where there are any
 * @param categories all categories, where they are known beforehand; else empty, and those of the file to train on
 * @param missing what to do where a value is not known
 */
public record CsvColumn(
        ColumnReference reference, Kind kind, Order order, List<String> categories, MissingValue missing) {
    /** What a column becomes. */
    public enum Kind {
        /** The number in the text. */
        NUMBER,
        /** One number: the index of the text's category. */
        INDEX,
        /** A number a category: 1 for the text's category, 0 for all others. */
        ONE_HOT
    }

    /** The order of categories, and so which index each has; the same for the same lines. */
    public enum Order {
        /** By number if all categories are numbers, else by the Unicode values of their characters. */
        SORTED,
        /** As they first appear in the file to train on. */
        APPEARANCE,
        /** As the caller listed them. */
        GIVEN
    }

    /** Checks that everything fits together. */
    public CsvColumn {
        categories = List.copyOf(categories);
        if (categories.isEmpty() == (order == Order.GIVEN) || (kind == Kind.NUMBER && !categories.isEmpty())) {
            throw new IllegalArgumentException(
                    "column " + reference + ": categories are to be listed if their order is GIVEN, and only then");
        }
        if (Set.copyOf(categories).size() < categories.size()) {
            throw new IllegalArgumentException("column " + reference + ": a category is listed twice in " + categories);
        }
        boolean fills = missing instanceof MissingValue.FixedNumber || missing instanceof MissingValue.Mean;
        if (kind == Kind.NUMBER ? missing instanceof MissingValue.FixedCategory : fills) {
            throw new IllegalArgumentException("column " + reference + ": a missing "
                    + (kind == Kind.NUMBER ? "number cannot be a category" : "category cannot be a number"));
        }
        if (missing instanceof MissingValue.FixedNumber number && !Float.isFinite(number.value())) {
            throw new IllegalArgumentException(
                    "column " + reference + ": a missing number cannot be " + number.value() + ", it must be finite");
        }
    }

    /** A column of numbers, by its name. */
    public static CsvColumn number(String name) {
        return number(new ColumnReference.Name(name));
    }

    /** A column of numbers, by its index from 0. */
    public static CsvColumn number(int index) {
        return number(new ColumnReference.Index(index));
    }

    private static CsvColumn number(ColumnReference reference) {
        return new CsvColumn(reference, Kind.NUMBER, Order.SORTED, List.of(), new MissingValue.Refused());
    }

    /** A column of categories, by its name, that becomes their indices: for targets of a sparse categorical loss. */
    public static CsvColumn category(String name) {
        return category(new ColumnReference.Name(name), Kind.INDEX);
    }

    /** A column of categories, by its index from 0, that becomes their indices. */
    public static CsvColumn category(int index) {
        return category(new ColumnReference.Index(index), Kind.INDEX);
    }

    /** A column of categories, by its name, that becomes a number a category. */
    public static CsvColumn oneHot(String name) {
        return category(new ColumnReference.Name(name), Kind.ONE_HOT);
    }

    /** A column of categories, by its index from 0, that becomes a number a category. */
    public static CsvColumn oneHot(int index) {
        return category(new ColumnReference.Index(index), Kind.ONE_HOT);
    }

    private static CsvColumn category(ColumnReference reference, Kind kind) {
        return new CsvColumn(reference, kind, Order.SORTED, List.of(), new MissingValue.Refused());
    }

    /** The same with its categories in the order in which they first appear, rather than sorted. */
    public CsvColumn inOrderOfAppearance() {
        return new CsvColumn(reference, kind, Order.APPEARANCE, List.of(), missing);
    }

    /** The same with these categories, in this order, and no others. */
    public CsvColumn among(String... names) {
        return new CsvColumn(reference, kind, Order.GIVEN, List.of(names), missing);
    }

    /** The same, a missing number being this one. */
    public CsvColumn orElse(float value) {
        return new CsvColumn(reference, kind, order, categories, new MissingValue.FixedNumber(value));
    }

    /** The same, a missing category being this one. */
    public CsvColumn orElse(String category) {
        return new CsvColumn(reference, kind, order, categories, new MissingValue.FixedCategory(category));
    }

    /** The same, a missing number being the mean of those of the file to train on. */
    public CsvColumn orMean() {
        return new CsvColumn(reference, kind, order, categories, new MissingValue.Mean());
    }
}
