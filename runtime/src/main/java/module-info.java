/** What generated networks need when they run. */
module org.nnlang.runtime {
    requires static org.jspecify;

    exports org.nnlang.runtime;
    exports org.nnlang.runtime.data;
    exports org.nnlang.runtime.init;
    exports org.nnlang.runtime.io;
    exports org.nnlang.runtime.kernel;
    exports org.nnlang.runtime.text;
}
