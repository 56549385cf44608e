package org.nnlang.csv;

/** Says what is wrong with a field, for one who knows where it is. */
final class FieldException extends Exception {
    private static final long serialVersionUID = 1;

    FieldException(String message) {
        // Many lines may be bad, and nobody looks where in this code that was found.
        super(message, null, false, false);
    }
}
