/**
 * CSV files as examples to train and to test on.
 *
 * <p>{@link org.nnlang.csv.CsvColumns} says which columns are features and which are targets, and
 * {@link org.nnlang.csv.CsvFile} reads them. What was learned from the file to train on, such as the categories of a
 * column, is its {@link org.nnlang.csv.CsvExamples#columns()}, by which the file to test on is read:
 *
 * <pre>{@code
 * CsvColumns columns = CsvColumns.predicting(CsvColumn.category("species"));
 * CsvExamples train = new CsvFile(Path.of("train.csv")).read(columns);
 * CsvExamples test = new CsvFile(Path.of("test.csv")).read(train.columns());
 * Standardization standardization = train.standardization();
 * Examples toTrainOn = standardization.apply(train);
 * Examples toTestOn = standardization.apply(test);
 * }</pre>
 *
 * <p>A line that does not fit stops the reading, with a {@link org.nnlang.csv.CsvException} that says where and why, unless
 * the caller takes the problems one by one. Files are read once and as a stream; of each line, one float a column is kept.
 */
@NullMarked
package org.nnlang.csv;

import org.jspecify.annotations.NullMarked;
