package org.nnlang.csv;

import java.util.List;

/**
 * Which columns an example is made of; all others are passed over.
 *
 * @param features the input, in this order; if empty, all columns that are no target, as numbers
 * @param targets the target, in this order; empty where there is none
 */
public record CsvColumns(List<CsvColumn> features, List<CsvColumn> targets) {
    /** Copies the lists. */
    public CsvColumns {
        features = List.copyOf(features);
        targets = List.copyOf(targets);
    }

    /** All columns but these as features, each a number, and these as targets. */
    public static CsvColumns predicting(CsvColumn... targets) {
        return new CsvColumns(List.of(), List.of(targets));
    }
}
