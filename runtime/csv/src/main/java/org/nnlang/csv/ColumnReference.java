package org.nnlang.csv;

/** Which column of a file is meant. */
public sealed interface ColumnReference {
    /**
     * The column that the header names so.
     *
     * @param name without surrounding blanks, exactly as in the file
     */
    record Name(String name) implements ColumnReference {
        @Override
        public String toString() {
            return "'" + name + "'";
        }
    }

    /**
     * The column at a place.
     *
     * @param index from 0
     */
    record Index(int index) implements ColumnReference {
        /** Checks that the index is not negative. */
        public Index {
            if (index < 0) {
                throw new IllegalArgumentException("the index of a column must not be negative, got " + index);
            }
        }

        @Override
        public String toString() {
            return Integer.toString(index);
        }
    }
}
