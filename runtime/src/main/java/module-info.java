/** What generated networks need when they run. */
module org.nnlang.runtime {
    requires static org.jspecify;

    exports org.nnlang.runtime;
}
