package org.nnlang.compiler.java;

import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.source.Span;

/** Where a step comes from, as one line: the file, the line, and the text that is there. */
final class StepComments {
    private static final int LONGEST = 100;

    private StepComments() {}

    static String of(Node node) {
        Span span = node.origin().span();
        String text = JavadocText.comment(span.text());
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
        return (node.isBackward() ? "gradients of " : "") + place(span) + "  " + shown;
    }

    /** The file and the line. */
    static String place(Span span) {
        return JavadocText.comment(span.file().name()) + ":" + span.position().line();
    }
}
