package org.nnlang.csv;

/** Says what is wrong with a field, for one who knows where it is. */
final class FieldException extends Exception {
    private static final long serialVersionUID = 1;

    private final String problem;

    FieldException(String problem) {
        // Many lines may be bad, and nobody looks where in this code that was found.
        super(problem, null, false, false);
        this.problem = problem;
    }

    @Override
    public String getMessage() {
        return problem;
    }
}
