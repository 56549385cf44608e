/** Reads CSV files as examples to train and to test on. */
module org.nnlang.csv {
    requires static org.jspecify;
    requires transitive org.nnlang.runtime;
    requires de.siegmar.fastcsv;

    exports org.nnlang.csv;
}
