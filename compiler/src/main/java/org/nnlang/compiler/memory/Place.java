package org.nnlang.compiler.memory;

/** Where the elements of a node are while a session runs. */
public sealed interface Place {
    /** In the caller's array of an input. */
    record InputArray(int index) implements Place {
        @Override
        public String toString() {
            return "input " + index;
        }
    }

    /** In the caller's array of an output. */
    record OutputArray(int index) implements Place {
        @Override
        public String toString() {
            return "output " + index;
        }
    }

    /** In a slot of the session. */
    record Slot(int index) implements Place {
        @Override
        public String toString() {
            return "slot " + index;
        }
    }
}
