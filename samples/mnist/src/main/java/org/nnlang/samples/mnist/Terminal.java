package org.nnlang.samples.mnist;

import org.nnlang.plots.TerminalImage;
import org.nnlang.training.progress.Console;

/** What the place that reads the output can show. */
final class Terminal {
    private Terminal() {}

    /** Shades of grey on a terminal; characters in files, in pipes and where NO_COLOR is set. */
    static TerminalImage.Style style() {
        boolean colors = Console.isTerminal() && System.getenv("NO_COLOR") == null;
        return colors ? TerminalImage.Style.HALF_BLOCKS : TerminalImage.Style.GREY_RAMP;
    }
}
