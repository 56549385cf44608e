package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;

/**
 * The Java of the indexes of the examples that a step calculates, in one array.
 *
 * @param fromFirst whether the examples begin at {@code first} in that array; else at its beginning
 */
record ExampleRange(boolean fromFirst) {
    /** The index of the first of them, at so many places an example. */
    CodeBlock begin(long each) {
        return fromFirst ? ElementLoops.times("first", each) : CodeBlock.of("0");
    }

    /** The index after the last of them. */
    CodeBlock end(long each) {
        return fromFirst
                ? ElementLoops.times(each == 1 ? "first + count" : "(first + count)", each)
                : ElementLoops.times("count", each);
    }

    /** A loop over their places, with the name of its variable. */
    CodeBlock loop(String variable, long each) {
        return CodeBlock.of("for (int $1L = $2L; $1L < $3L; $1L++)", variable, begin(each), end(each));
    }
}
