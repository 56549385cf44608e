package org.nnlang.training;

import java.util.List;

/** Shows people how far a training or an evaluation is. */
public interface Progress {
    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public void begins(String title, int steps) {}

        @Override
        public void steps(int step, List<String> names, double[] values) {}

        @Override
        public void ends(int step, List<String> names, double[] values) {}

        @Override
        public void says(String message) {}
    };

    /**
     * An epoch or an evaluation begins.
     *
     * @param title what stands above it, such as {@code Epoch 1/2}; empty for nothing
     * @param steps how many there will be
     */
    void begins(String title, int steps);

    /**
     * A step is done.
     *
     * @param step from 1
     * @param names of the values
     * @param values as they are now; to be read during the call only
     */
    void steps(int step, List<String> names, double[] values);

    /**
     * The epoch or evaluation is over.
     *
     * @param step the last one
     * @param names of the values, now with those of the validation
     * @param values the final ones
     */
    void ends(int step, List<String> names, double[] values);

    /** Something is to be said, such as why training ends early. */
    void says(String message);
}
