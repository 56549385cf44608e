package org.nnlang.samples.mnist;

/** Arguments that are none of the sample's. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
