/** What generated networks need when they run. */
module org.nnlang.runtime {
    requires static org.jspecify;

    exports org.nnlang.runtime;
    exports org.nnlang.runtime.data;
    exports org.nnlang.runtime.init;
    exports org.nnlang.runtime.io;
    exports org.nnlang.runtime.kernel;
    exports org.nnlang.runtime.text;
    exports org.nnlang.runtime.train;
    exports org.nnlang.runtime.train.callback;
    exports org.nnlang.runtime.train.loss;
    exports org.nnlang.runtime.train.metric;
    exports org.nnlang.runtime.train.optimizer;
    exports org.nnlang.runtime.train.progress;
    exports org.nnlang.runtime.train.schedule;
}
