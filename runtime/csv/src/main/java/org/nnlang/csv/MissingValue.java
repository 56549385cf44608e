package org.nnlang.csv;

/** What to do where a value is not known. */
public sealed interface MissingValue {
    /** It is an error. */
    record Refused() implements MissingValue {}

    /**
     * It is taken for some number.
     *
     * @param value the number
     */
    record FixedNumber(float value) implements MissingValue {}

    /** It is taken for the mean of the known values of the file to train on. */
    record Mean() implements MissingValue {}

    /**
     * It is taken for some category.
     *
     * @param name of the category
     */
    record FixedCategory(String name) implements MissingValue {}
}
