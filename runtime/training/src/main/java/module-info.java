/** Trains generated networks; those who only predict need nothing of it. */
module org.nnlang.training {
    requires static org.jspecify;
    requires transitive org.nnlang.runtime;

    exports org.nnlang.training;
    exports org.nnlang.training.callback;
    exports org.nnlang.training.loss;
    exports org.nnlang.training.metric;
    exports org.nnlang.training.optimizer;
    exports org.nnlang.training.progress;
    exports org.nnlang.training.schedule;
}
