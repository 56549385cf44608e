package org.nnlang.training.metric;

import java.util.Locale;

/** How the scores of several classes become one; as in Keras' {@code F1Score} and in scikit-learn. */
public enum Average {
    /** The mean over the classes, each counting the same, however rare; a class that never occurs has the score 0. */
    MACRO,
    /** The score of all examples together; where each has one class, precision, recall and F1 then equal the accuracy. */
    MICRO,
    /** The mean over the classes, each counting as much as it has examples. */
    WEIGHTED;

    /** As it ends the name of a metric, such as {@code _macro}. */
    String suffix() {
        return "_" + name().toLowerCase(Locale.ROOT);
    }
}
