package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import org.nnlang.compiler.graph.Broadcast;

/**
 * An operand of a loop.
 *
 * @param name what its elements may be called
 * @param array the Java of its array
 * @param met which of its elements meets which element of the result
 * @param weight whether it is one for all examples
 */
record Source(String name, CodeBlock array, Broadcast met, boolean weight) {
    /** Whether its elements are found by the place of the result alone, without knowing the example. */
    boolean isPlain() {
        return LoopPlan.isPlain(weight, met);
    }

    /** Whether its index depends on the example where examples have several rows. */
    boolean needsExample() {
        return weight
                ? met == Broadcast.ELEMENT || met == Broadcast.ROW
                : met == Broadcast.NUMBER || met == Broadcast.COLUMN;
    }
}
