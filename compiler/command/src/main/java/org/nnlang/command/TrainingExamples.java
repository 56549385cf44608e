package org.nnlang.command;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.data.Examples;

/**
 * What a training learns from, and is judged by.
 *
 * @param split the part of the training examples that is kept for validation
 * @param validation other examples for validation; null for none
 * @param test null for none
 */
record TrainingExamples(
        Examples train,
        double split,
        @Nullable Examples validation,
        @Nullable Examples test) {
    /**
     * Loads them.
     *
     * @param validation a part, or data; null for neither
     * @param test data; null for none
     */
    static TrainingExamples load(TrainingData loader, String data, @Nullable String validation, @Nullable String test)
            throws IOException {
        double split = validation == null || DataArgument.isOne(validation) ? 0 : part(validation);
        Examples train = loader.train(new DataArgument("--data", data));
        return new TrainingExamples(
                train,
                split,
                validation != null && DataArgument.isOne(validation)
                        ? loader.test(new DataArgument("--validation", validation))
                        : null,
                test == null ? null : loader.test(new DataArgument("--test", test)));
    }

    private static double part(String text) {
        try {
            double part = Double.parseDouble(text);
            if (part >= 0 && part < 1) {
                return part;
            }
        } catch (NumberFormatException e) {
            // The message below says all.
        }
        throw new Failure(
                "--validation must be a part from 0 to less than 1, such as 0.1, or data such as csv:FILE, got "
                        + text);
    }

    /** How many examples are learned from; Keras' rule. */
    int trained() {
        return (int) Math.floor(train.size() * (1 - split));
    }

    /** How many are measured on after each epoch. */
    int validated() {
        return validation == null ? train.size() - trained() : validation.size();
    }

    boolean isValidated() {
        return validated() > 0;
    }
}
