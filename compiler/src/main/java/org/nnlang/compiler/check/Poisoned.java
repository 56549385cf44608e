package org.nnlang.compiler.check;

/** Leaves a statement that depends on something already reported: there is nothing new to say. */
final class Poisoned extends RuntimeException {
    private static final long serialVersionUID = 1;

    Poisoned() {
        super(null, null, false, false);
    }
}
