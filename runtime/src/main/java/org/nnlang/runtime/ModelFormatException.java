package org.nnlang.runtime;

import java.io.IOException;

/** Says that a file is damaged, or does not fit the model that reads it; the message names the first difference. */
public final class ModelFormatException extends IOException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is wrong, where, and what was expected. */
    public ModelFormatException(String message) {
        super(message);
    }

    /** Makes one that keeps the failure it was found by. */
    public ModelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
